import { describe, expect, it } from 'vitest'
import {
  peering,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  transitGateway,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { staleGroupRule } from './stale-group-rule'

const base = [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  securityGroup('client', 'a'),
  securityGroup('server', 'b', [tcp(80, 'security-group:client')]),
]

describe('L17', () => {
  it.each([
    ['active', [], []],
    ['pending-acceptance', ['is pending-acceptance'], ['Accept the peering connection']],
    ['provisioning', ['is provisioning'], []],
    ['deleted', ['no VPC peering connection joins'], ['Remove the stale rule']],
  ])('a reference over a connection that is %s', (status, words, labels) => {
    const design = [...base, peering('ab', 'a', 'b', { status })]
    const findings = found(staleGroupRule, design)
    expect(findings).toHaveLength(words.length)
    for (const [index, word] of words.entries()) expect(findings[index]?.message).toContain(word)
    expect(findings.flatMap((it) => it.repairs.map(({ label }) => label))).toEqual(labels)
    expect(left(staleGroupRule, design)).toEqual(labels.map(() => 0))
  })
  it('speaks where nothing joins the VPCs', () => {
    expect(found(staleGroupRule, base)).toHaveLength(1)
    expect(left(staleGroupRule, base)).toEqual([0])
  })
  it('speaks where the group is gone', () => {
    const design = securityGroup('server', 'b', [tcp(80, 'security-group:gone')])
    const [finding] = found(staleGroupRule, design)
    expect(finding?.message).toContain('names a security group that does not exist')
    expect(left(staleGroupRule, design)).toEqual([0])
  })
  const on = { securityGroupReferencingSupport: true }
  it.each([
    ['supports references', on, {}, 0],
    ['supports them, an attachment does not', on, { securityGroupReferencingSupport: false }, 1],
    ['does not support them', {}, {}, 1],
  ])('TGW-16: where a transit gateway that joins the VPCs %s', (_, gateway, attachment, count) => {
    const design = [
      base,
      transitGateway('t', gateway),
      subnet('a', 'a', '10.0.0.0/24'),
      subnet('b', 'b', '10.1.0.0/24'),
      tgwAttachment('a', 't', 'a', 'a'),
      tgwAttachment('b', 't', 'b', 'b', attachment),
    ]
    const findings = found(staleGroupRule, design.flat())
    expect(findings).toHaveLength(count)
    for (const { message } of findings)
      expect(message).toContain('does not support security group references')
  })
  it('is silent on a group of the same VPC, itself included', () => {
    const group = securityGroup('s', 'a', [
      tcp(80, 'security-group:s'),
      tcp(81, 'security-group:client'),
    ])
    expect(found(staleGroupRule, base.slice(0, 3), group)).toEqual([])
  })
})
