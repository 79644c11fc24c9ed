import { describe, expect, it } from 'vitest'
import { documentOf, tgwAttachment, transitGateway } from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { a, b, gateway, oneTable, two, type Site } from '../testing/attached-site'

describe('attachments', () => {
  it.each([
    ['TGW-1: a VPC of another Region', { vpc: { region: 'us-east-1' } }],
    [
      'TGW-2: two subnets of one zone',
      { attachment: { subnetIds: ['subnet:a-tgw-a', 'subnet:a-a'] } },
    ],
    ['TGW-2: no subnet', { attachment: { subnetIds: [] } }],
    ['TGW-2: a subnet of another VPC', { attachment: { subnetIds: ['subnet:b-a'] } }],
    [
      'TGW-2: an IPv6-only subnet',
      {
        vpc: { ipv6CidrBlocks: ['2600:1f00::/56'] },
        attachmentSubnet: { cidrBlock: null, ipv6CidrBlock: '2600:1f00::/64' },
      },
    ],
  ] satisfies [string, Site][])('%s is refused, so nothing is guessed', (_, one) => {
    expect(verdict(two(one), 'a', 'b')).toBe('NOT-MODELLED')
  })
  it('TGW-2: a VPC is attached to a transit gateway once; an attachment that is over does not count', () => {
    const again = (state: string) => [
      oneTable('a', 'b'),
      tgwAttachment('again', 't', 'a', 'a-a', { state }),
    ]
    expect(verdict(two({}, {}, again('available')), 'a', 'b')).toBe('NOT-MODELLED')
    expect(verdict(two({}, {}, again('deleted')), 'a', 'b')).toBe('OK')
  })
  it('TGW-2: a VPC may be attached to two transit gateways', () => {
    const other = [oneTable('a', 'b'), transitGateway('u'), tgwAttachment('au', 'u', 'a', 'a-a')]
    expect(verdict(two({}, {}, other), 'a', 'b')).toBe('OK')
  })
  it('TGW-3: any subnet of an attached zone reaches the transit gateway', () => {
    const document = two({ zones: ['a', 'b'] })
    expect(verdict(document, 'a', 'b')).toBe('OK')
    expect(verdict(document, 'a-b', 'b')).toBe('OK')
  })
  it('TGW-3: a host in the attachment’s own subnet reaches it too', () => {
    const document = two({ attached: [], attachment: { subnetIds: ['subnet:a-a'] } })
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
  it('TGW-3: zone IDs count where both subnets have one', () => {
    const ids = (one: string, other: string) =>
      two({
        subnet: { availabilityZoneId: one },
        attachmentSubnet: { availabilityZoneId: other },
      })
    expect(verdict(ids('euw1-az1', 'euw1-az2'), 'a', 'b')).toBe('NO(TGW_ROUTE_AZ_RESTRICTION)')
    expect(verdict(ids('euw1-az1', 'euw1-az1'), 'a', 'b')).toBe('OK')
  })
  it.each([
    ['available', 'OK'],
    ['modifying', 'OK'],
    ...[
      'initiating',
      'initiatingRequest',
      'pendingAcceptance',
      'pending',
      'rollingBack',
      'rejecting',
      'rejected',
      'deleting',
      'deleted',
      'failing',
      'failed',
    ].map((state): [string, string] => [state, 'NO(BAD_STATE_ATTACHMENT)']),
  ])('TGW-18: an attachment that is %s (CL-1)', (state, expected) => {
    expect(verdict(two({ attachment: { state } }), 'a', 'b')).toBe(expected)
  })
  it('TGW-18: a VPC of another account, accepted and not yet', () => {
    const foreign = (state: string) =>
      documentOf(
        transitGateway('t', { sharedWith: ['222222222222'] }),
        a({ zones: ['a', 'b'] }),
        b({ zones: ['a', 'b'], vpc: { ownerId: '222222222222' }, attachment: { state } }),
        oneTable('a', 'b'),
      )
    expect(verdict(foreign('available'), 'a', 'b')).toBe('OK')
    expect(verdict(foreign('pendingAcceptance'), 'b', 'a')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
})

describe('zones on the far side (TGW-4, VPC-24)', () => {
  const closed = (zone: string) => ({
    id: `network-acl:${zone}`,
    kind: 'network-acl',
    name: zone,
    vpcId: 'vpc:b',
  })
  /** B is attached in a and b, and its attachment subnet in one of them lets nothing out. */
  const shut = (zone: 'a' | 'b', one: Site, other: Site = {}) => {
    const document = two(one, { zones: ['a', 'b'], ...other }, oneTable('a', 'b'), closed(zone))
    const id = `subnet:b-tgw-${zone}` as const
    const subnetThere = document.resources[id]
    if (subnetThere?.kind !== 'subnet') throw new Error('no such subnet')
    return {
      ...document,
      resources: {
        ...document.resources,
        [id]: { ...subnetThere, networkAclId: `network-acl:${zone}` as const },
      },
    }
  }
  it('keeps to the zone of the source where that is attached', () => {
    expect(verdict(shut('b', {}), 'a', 'b')).toBe('OK')
    expect(verdict(shut('a', {}), 'a', 'b')).toBe('NO(SUBNET_ACL_RESTRICTION)')
  })
  it('takes any attached zone where the zone of the source is not', () => {
    const answer = ask(shut('b', { zones: ['c'] }), 'a', 'b')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.branches.map(({ verdict: each }) => each)).toEqual(['reachable', 'not-reachable'])
  })
  it('compares zone IDs across accounts, never names', () => {
    const foreign = { vpc: { ownerId: '222222222222' } }
    // without IDs, either zone may be that of the source, but only one is
    const answer = ask(shut('b', {}, foreign), 'a', 'b')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.verdict).toBe('not-modelled')
    expect(answer.missing[0]).toContain('without the zone IDs')
    const named = { attachmentSubnet: { availabilityZoneId: 'euw1-az1' } }
    const document = documentOf(
      gateway,
      a({ subnet: { availabilityZoneId: 'euw1-az1' }, ...named }),
      b({ ...foreign, ...named }),
      oneTable('a', 'b'),
    )
    expect(ask(document, 'a', 'b').branches).toHaveLength(1)
  })
  it('VPC-24: what fails in every zone fails for sure, and what passes in every zone passes', () => {
    const foreign: Site = { vpc: { ownerId: '222222222222' }, zones: ['a', 'b'] }
    expect(verdict(two({}, foreign), 'a', 'b')).toBe('OK')
    expect(verdict(two({}, { ...foreign, routes: {} }), 'a', 'b')).toBe(
      'NO<-(NO_ROUTE_TO_DESTINATION)',
    )
  })
})
