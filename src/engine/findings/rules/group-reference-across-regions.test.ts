import { describe, expect, it } from 'vitest'
import {
  all,
  peering,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  transitGateway,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { groupReferenceAcrossRegions } from './group-reference-across-regions'
import { staleGroupRule } from './stale-group-rule'

const far = { region: 'us-east-1' }
const client = securityGroup('client', 'a')
const server = securityGroup('server', 'b', [tcp(80, 'security-group:client')])

describe('L16', () => {
  it.each([
    ['us-east-1', 'active', 1],
    ['us-east-1', 'pending-acceptance', 1],
    ['us-east-1', 'deleted', 0], // L17
    ['eu-west-1', 'active', 0],
  ])(
    'a reference to a group in %s over a connection that is %s: %i finding',
    (region, status, count) => {
      const vpcs = [vpc('a', '10.0.0.0/16', { region }), vpc('b', '10.1.0.0/16')]
      const ab = peering('ab', 'a', 'b', { status })
      expect(found(groupReferenceAcrossRegions, vpcs, ab, client, server)).toHaveLength(count)
    },
  )
  it('judges outbound rules too, and leaves such rules to no other rule', () => {
    const vpcs = [vpc('a', '10.0.0.0/16', far), vpc('b', '10.1.0.0/16')]
    const out = securityGroup('client', 'a', [], [all('security-group:server')])
    const design = [...vpcs, peering('ab', 'a', 'b'), out, server]
    const findings = found(groupReferenceAcrossRegions, design)
    expect(findings.map((it) => it.evidence[0])).toMatchObject([
      { direction: 'egress', rule: 'rule-1' },
      { direction: 'ingress', rule: 'rule-1' },
    ])
    expect(found(staleGroupRule, design)).toEqual([])
  })
  it.each([
    ['outbound', securityGroup('client', 'a', [], [all('security-group:server')]), 1],
    ['inbound', securityGroup('client', 'a', [all('security-group:server')], []), 0],
  ])('TGW-16: over a transit gateway, an %s rule: %i finding', (_, group, count) => {
    const design = [
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      transitGateway('t', { securityGroupReferencingSupport: true }),
      subnet('a1', 'a', '10.0.1.0/24'),
      subnet('b1', 'b', '10.1.1.0/24'),
      tgwAttachment('a', 't', 'a', 'a1'),
      tgwAttachment('b', 't', 'b', 'b1'),
      securityGroup('server', 'b'),
      group,
    ]
    expect(found(groupReferenceAcrossRegions, design)).toHaveLength(count)
    expect(found(staleGroupRule, design)).toEqual([])
    const peered = [...design, peering('ab', 'a', 'b')]
    expect(found(groupReferenceAcrossRegions, peered)).toEqual([])
  })
  it('offers the blocks of the subnets that the members lie in', () => {
    const design = [
      vpc('a', '10.0.0.0/16', far),
      vpc('b', '10.1.0.0/16'),
      peering('ab', 'a', 'b'),
      client,
      server,
      subnet('a1', 'a', '10.0.1.0/24'),
      subnet('a2', 'a', '10.0.2.0/24'),
      subnet('a3', 'a', '10.0.3.0/24'),
      workload('w', ['a1', 'a2'], { securityGroupIds: ['security-group:client'] }),
    ]
    const [finding] = found(groupReferenceAcrossRegions, design)
    expect(finding?.repairs[0]).toMatchObject({
      label: 'Name 10.0.1.0/24 and 10.0.2.0/24 instead of the group',
      preview:
        "Removes 1 rule and adds 2 rules for the subnets of security group client's members.",
    })
    expect(left(groupReferenceAcrossRegions, design)).toEqual([0])
  })
  it('offers nothing for a group without members', () => {
    const vpcs = [vpc('a', '10.0.0.0/16', far), vpc('b', '10.1.0.0/16')]
    const [finding] = found(
      groupReferenceAcrossRegions,
      vpcs,
      peering('ab', 'a', 'b'),
      client,
      server,
    )
    expect(finding?.repairs).toEqual([])
  })
})
