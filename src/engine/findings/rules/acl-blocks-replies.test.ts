import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  aclDeny,
  networkAcl,
  subnet,
  tgwAttachment,
  transitGateway,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { aclBlocksReplies } from './acl-blocks-replies'

type Entries = Record<number, unknown>
const any = '0.0.0.0/0'
const tcp = (ports: number | readonly [number, number], cidr = any) => aclAllow(cidr, 'tcp', ports)
const design = (ingress: Entries, egress: Entries) => [
  vpc('v', '10.0.0.0/16'),
  subnet('s', 'v', '10.0.1.0/24', { networkAclId: 'network-acl:n' }),
  networkAcl('n', 'v', ingress, egress),
]

describe('L47', () => {
  it.each<readonly [string, Entries, Entries, number]>([
    ['13.5: in 443, nothing out', { 100: tcp(443) }, {}, 1],
    ['in 443, out 443 only', { 100: tcp(443) }, { 100: tcp(443) }, 2],
    ['in 443, out 1024-65535', { 100: tcp(443) }, { 100: tcp([1024, 65535]) }, 0],
    ['in 443, out a part of the ports (ACL-7)', { 100: tcp(443) }, { 100: tcp([49152, 65535]) }, 0],
    [
      'in 443 from anywhere, out to some',
      { 100: tcp(443) },
      { 100: tcp([1024, 65535], '10.0.0.0/8') },
      0,
    ],
    [
      'in 443 from some, out to others',
      { 100: tcp(443, '10.0.0.0/8') },
      { 100: tcp([1024, 65535], '192.168.0.0/16') },
      1,
    ],
    ['all in, nothing out', { 100: aclAllow(any) }, {}, 1],
    ['all in, all out', { 100: aclAllow(any) }, { 100: aclAllow(any) }, 0],
    ['out 443, no answers in', {}, { 100: tcp(443) }, 1],
    ['out 443, answers in', { 100: tcp([1024, 65535]) }, { 100: tcp(443) }, 0],
    ['answers denied first', { 100: tcp(443) }, { 90: aclDeny(any), 100: aclAllow(any) }, 2],
    ['nothing at all', {}, {}, 0],
    ['a ping has no ports', { 100: aclAllow(any, '1') }, {}, 0],
    ['UDP in, only TCP answers', { 100: aclAllow(any, 'udp', 53) }, { 100: tcp([1024, 65535]) }, 1],
  ])('%s', (_, ingress, egress, count) => {
    expect(found(aclBlocksReplies, design(ingress, egress))).toHaveLength(count)
  })
  it('is silent on one that no subnet uses', () => {
    expect(
      found(aclBlocksReplies, vpc('v', '10.0.0.0/16'), networkAcl('n', 'v', { 100: tcp(443) })),
    ).toEqual([])
  })
  it('ACL-9, CL-24: answers by a transit gateway into the subnet of its attachment are not tested', () => {
    const attached = [transitGateway('t'), tgwAttachment('v', 't', 'v', 's')]
    const far = design({}, { 100: tcp(443, '10.9.0.0/16') })
    expect(found(aclBlocksReplies, far)).toHaveLength(1)
    expect(found(aclBlocksReplies, far, attached)).toEqual([])
    expect(found(aclBlocksReplies, design({}, { 100: tcp(443) }), attached)).toHaveLength(1)
  })
  it('offers a rule for the answers', () => {
    expect(left(aclBlocksReplies, design({ 100: tcp(443) }, {}))).toEqual([0])
    expect(left(aclBlocksReplies, design({ 100: aclAllow(any, 'udp', 53) }, {}))).toEqual([0])
  })
  it('offers none against a rule that denies them on purpose', () => {
    const [finding] = found(
      aclBlocksReplies,
      design({ 100: tcp(443) }, { 90: aclDeny('10.0.0.0/8') }),
    )
    expect(finding?.repairs).toEqual([])
  })
})
