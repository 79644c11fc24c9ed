import { describe, expect, it } from 'vitest'
import {
  documentOf,
  mainTable,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { site, tgw } from '../testing/attached-site'

interface Inspection {
  readonly appliance?: object
  readonly attachment?: object
  /** The zones of A's and B's hosts. */
  readonly zones?: readonly [string, string]
}

/** A and B talk by way of appliances in two zones of an inspection VPC. (TGW-15, CL-7) */
function inspected({ appliance = {}, attachment = {}, zones = ['a', 'b'] }: Inspection = {}) {
  const half = (zone: 'a' | 'b', index: number) => [
    subnet(`in-${zone}`, 'i', `10.9.${index}.0/28`, {
      availabilityZone: `eu-west-1${zone}`,
      routeTableId: `route-table:in-${zone}`,
    }),
    routeTable(`in-${zone}`, 'i', { '0.0.0.0/0': `workload:fw-${zone}` }),
    subnet(`fw-${zone}`, 'i', `10.9.1${index}.0/24`, { availabilityZone: `eu-west-1${zone}` }),
    workload(
      `fw-${zone}`,
      `fw-${zone}`,
      {
        workloadType: 'appliance',
        forwarding: 'forward',
        securityGroupIds: ['security-group:i'],
        ...appliance,
      },
      { sourceDestCheck: false },
    ),
  ]
  return documentOf(
    transitGateway('t'),
    site('a', 0, { zones: [zones[0]], attached: ['a', 'b'] }),
    site('b', 1, { zones: [zones[1]], attached: ['a', 'b'] }),
    vpc('i', '10.9.0.0/16'),
    mainTable('i', 'i', { '10.0.0.0/8': tgw() }),
    securityGroup('i', 'i', [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }]),
    half('a', 0),
    half('b', 1),
    tgwAttachment('i', 't', 'i', ['in-a', 'in-b'], { ...attachment }),
    tgwRouteTable('spokes', 't', { associations: ['a', 'b'], routes: { '0.0.0.0/0': 'i' } }),
    tgwRouteTable('inspection', 't', { associations: ['i'], propagations: ['a', 'b'] }),
  )
}

describe('inspection behind a transit gateway', () => {
  it.each([
    ['CL-7: hosts in two zones, appliance mode off', {}, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    ['hosts in one zone', { zones: ['a', 'a'] }, 'OK'],
    ['appliances that keep no state', { appliance: { stateful: false } }, 'OK'],
    ['TGW-15: appliance mode on', { attachment: { applianceModeSupport: true } }, 'OK'],
    [
      'an appliance that drops',
      { appliance: { forwarding: 'drop' } },
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
  ] satisfies [string, Inspection, string][])('%s', (_, parts, expected) => {
    expect(verdict(inspected(parts), 'a', 'b')).toBe(expected)
  })
  it('TGW-15: appliance mode may choose any zone, and keeps it for the answer', () => {
    const answer = ask(inspected({ attachment: { applianceModeSupport: true } }), 'a', 'b')
    expect(answer.branches).toHaveLength(2)
    for (const { request, reply } of answer.branches) {
      const appliance = (leg: typeof reply) =>
        leg?.hops.find(({ name }) => name.startsWith('fw-') && name.length === 4)?.name
      expect(appliance(request)).toBeDefined()
      expect(appliance(reply)).toBe(appliance(request))
    }
  })
  it('advises appliance mode where stateful appliances inspect without it', () => {
    const advice = 'TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED'
    expect(ask(inspected({ zones: ['a', 'a'] }), 'a', 'b').details).toContain(advice)
    const on = inspected({ attachment: { applianceModeSupport: true } })
    expect(ask(on, 'a', 'b').details).not.toContain(advice)
    const stateless = inspected({ appliance: { stateful: false } })
    expect(ask(stateless, 'a', 'b').details).not.toContain(advice)
  })
  it('a transit gateway that sees one header from two VPCs is no loop (WALK-14)', () => {
    const { request } = ask(inspected({ zones: ['a', 'a'] }), 'a', 'b')
    expect(request.hops.filter(({ term }) => term === 'transit gateway')).toHaveLength(2)
  })
})
