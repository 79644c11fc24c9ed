import { describe, expect, it } from 'vitest'
import { peering, securityGroup, tcp, vpc } from '../../../model/testing/build'
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
  it('is silent on a group of the same VPC, itself included', () => {
    const group = securityGroup('s', 'a', [
      tcp(80, 'security-group:s'),
      tcp(81, 'security-group:client'),
    ])
    expect(found(staleGroupRule, base.slice(0, 3), group)).toEqual([])
  })
})
