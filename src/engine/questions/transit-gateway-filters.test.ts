import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  networkAcl,
  peering,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { site, tgw, type Site } from '../testing/attached-site'

const both = tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] })

describe('ACL-9: network ACLs of the attachment’s subnets', () => {
  const everything = { 100: aclAllow('0.0.0.0/0') }
  type Entries = Record<number, unknown>
  const guarded = (where: 'a' | 'b', ingress: Entries, egress: Entries) => {
    const by = { attachmentSubnet: { networkAclId: 'network-acl:n' } }
    return documentOf(
      transitGateway('t'),
      site('a', 0, where === 'a' ? by : {}),
      site('b', 1, where === 'b' ? by : {}),
      both,
      networkAcl('n', where, ingress, egress),
    )
  }
  it.each([
    ['a lets everything in and nothing out', 'a', everything, {}, 'NO<-(SUBNET_ACL_RESTRICTION)'],
    ['a lets everything out and nothing in', 'a', {}, everything, 'NO(SUBNET_ACL_RESTRICTION)'],
    ['b lets everything out and nothing in', 'b', {}, everything, 'NO<-(SUBNET_ACL_RESTRICTION)'],
    ['b lets everything in and nothing out', 'b', everything, {}, 'NO(SUBNET_ACL_RESTRICTION)'],
  ] as const)('that of %s', (_, where, ingress, egress, expected) => {
    expect(verdict(guarded(where, ingress, egress), 'a', 'b')).toBe(expected)
  })
  it.each([
    [
      'a: requests in, answers out',
      'a',
      { 100: aclAllow('10.0.0.0/16', 'tcp', 443) },
      { 100: aclAllow('10.0.0.0/16', 'tcp', [32768, 65535]) },
      'OK',
    ],
    [
      'b: answers in, requests out',
      'b',
      { 100: aclAllow('10.1.0.0/16', 'tcp', [32768, 65535]) },
      { 100: aclAllow('10.1.0.0/16', 'tcp', 443) },
      'OK',
    ],
    [
      'b: the ports the other way round',
      'b',
      { 100: aclAllow('10.1.0.0/16', 'tcp', 443) },
      { 100: aclAllow('10.1.0.0/16', 'tcp', [32768, 65535]) },
      'NO(SUBNET_ACL_RESTRICTION)',
    ],
  ] as const)('trap 3, each direction is asked once: %s', (_, where, ingress, egress, expected) => {
    expect(verdict(guarded(where, ingress, egress), 'a', 'b')).toBe(expected)
  })
  const https = { 100: aclAllow('0.0.0.0/0', 'tcp', 443) }
  it.each([
    ['both lists let it by, answers are not asked', https, https, 'OK'],
    ['the inbound list counts too', {}, https, 'NO(SUBNET_ACL_RESTRICTION)'],
    ['the outbound list counts', https, {}, 'NO(SUBNET_ACL_RESTRICTION)'],
  ])('a host in the attachment’s own subnet asks: %s (CL-24)', (_, ingress, egress, expected) => {
    const document = documentOf(
      transitGateway('t'),
      site('a', 0, {
        back: { '10.0.0.0/8': tgw() },
        attachmentSubnet: { networkAclId: 'network-acl:n' },
      }),
      site('b', 1),
      both,
      workload('beside', 'a-tgw-a'),
      networkAcl('n', 'a', ingress, egress),
    )
    expect(verdict(document, 'beside', 'b')).toBe(expected)
  })
})

describe('TGW-16: security groups of the other VPC', () => {
  const on = { securityGroupReferencingSupport: true }
  const off = { securityGroupReferencingSupport: false }
  interface Switches {
    readonly gateway?: object
    readonly a?: Site
    readonly b?: Site
    readonly more?: readonly unknown[]
  }
  const referring = ({ gateway = on, a = {}, b = {}, more = [] }: Switches = {}) =>
    documentOf(
      transitGateway('t', { ...gateway }),
      site('a', 0, a),
      site('b', 1, { ingress: [all('security-group:a')], ...b }),
      both,
      ...more,
    )
  const az3 = { attachmentSubnet: { availabilityZoneId: 'use1-az3' } }
  it.each([
    ['on everywhere', {}, 'OK'],
    ['off on the transit gateway', { gateway: off }, 'NO(SG_REFERENCING_SUPPORT)'],
    ['off by default on the transit gateway', { gateway: {} }, 'NO(SG_REFERENCING_SUPPORT)'],
    ['off on the sender’s attachment', { a: { attachment: off } }, 'NO(SG_REFERENCING_SUPPORT)'],
    ['off on the receiver’s attachment', { b: { attachment: off } }, 'NO(SG_REFERENCING_SUPPORT)'],
    ['not offered in use1-az3', { a: az3 }, 'NO(SG_REFERENCING_SUPPORT)'],
    ['off, but a block admits it', { gateway: off, b: { ingress: [all('10.0.0.0/16')] } }, 'OK'],
    [
      'trap 9: an outbound rule cannot name a group over a transit gateway',
      { a: { egress: [all('security-group:b')] } },
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    ],
  ] satisfies [string, Switches, string][])('%s', (_, switches, expected) => {
    expect(verdict(referring(switches), 'a', 'b')).toBe(expected)
  })
  it('names what does not support it', () => {
    expect(ask(referring({ gateway: off }), 'a', 'b').sentence).toContain(
      'transit gateway t does not support security group references',
    )
  })
  it('not over peered transit gateways', () => {
    const pa = 'transit-gateway-peering-attachment:tu'
    const document = documentOf(
      transitGateway('t', on),
      transitGateway('u', on),
      site('a', 0),
      site('b', 1, { gateway: 'u', ingress: [all('security-group:a')] }),
      tgwPeering('tu', 't', 'u'),
      tgwRouteTable('rt', 't', {
        associations: ['a', pa],
        propagations: ['a'],
        routes: { '10.1.0.0/16': pa },
      }),
      tgwRouteTable('ru', 'u', {
        associations: ['b', pa],
        propagations: ['b'],
        routes: { '10.0.0.0/16': pa },
      }),
    )
    expect(verdict(document, 'a', 'b')).toBe('NO(SG_REFERENCES_NOT_PRESERVED)')
  })
  const ab = [peering('ab', 'a', 'b')]
  const pcx = { '10.0.0.0/8': 'vpc-peering-connection:ab' }
  it.each([
    [
      'comes by a transit gateway that is off',
      { gateway: off, more: ab },
      'NO(SG_REFERENCING_SUPPORT)',
    ],
    ['comes by one that is on', { more: ab }, 'OK'],
    ['comes over the peering connection', { gateway: off, a: { routes: pcx }, more: ab }, 'OK'],
  ] satisfies [string, Switches, string][])(
    'CL-10: legal by peering, the packet %s',
    (_, switches, expected) => {
      expect(verdict(referring(switches), 'a', 'b')).toBe(expected)
    },
  )
})
