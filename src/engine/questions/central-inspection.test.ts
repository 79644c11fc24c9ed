import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { dropRoute } from '../../model/edits/add-route'
import { centralInspection } from '../../model/examples/central-inspection'
import { cidr } from '../../net/cidr'
import { findingsOf } from '../findings/findings'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'

const { document } = centralInspection
const out = ['spoke-a', 'internet:internet'] as const
const across = ['spoke-a', 'spoke-b'] as const

/** The example without one of its parts, or with another in its place. */
const having = (id: Id, more: object): Document =>
  produce(document, (draft) => {
    Object.assign(draft.resources[id] ?? {}, more)
  })
const unrouted = (tables: readonly string[], destination: string): Document =>
  produce(document, (draft) => {
    for (const name of tables) dropRoute(draft, `route-table:${name}`, cidr(destination))
  })
const rerouted = (tables: readonly string[], destination: string, target: string): Document =>
  produce(document, (draft) => {
    for (const name of tables) {
      const it = draft.resources[`route-table:${name}`]
      if (it?.kind === 'route-table') Object.assign(it.routes, { [destination]: { target } })
    }
  })

const both = (role: string) => [`${role}-a`, `${role}-b`]

describe('central egress and inspection (TGW-22, EP-12)', () => {
  it('goes out through firewall and NAT gateway, and comes back the same way', () => {
    const answer = ask(document, ...out)
    expect(answer.verdict).toBe('reachable')
    const way = answer.request.hops
      .filter(({ decision }) => decision !== 'routes')
      .map((hop) => hop.component)
      .filter((id) => /^(vpc-endpoint|nat-gateway|internet-gateway):/.test(id))
    const zone = way[0]?.slice(-1)
    expect(way).toEqual([
      `vpc-endpoint:firewall-${zone}`,
      `nat-gateway:nat-${zone}`,
      'internet-gateway:inspection',
    ])
    // appliance mode may choose any zone (TGW-15)
    expect(answer.branches).toHaveLength(2)
    for (const { request, reply } of answer.branches) {
      const endpoints = [request, reply].map((walk) =>
        walk?.hops.map(({ component }) => component).find((id) => id.startsWith('vpc-endpoint:')),
      )
      expect(endpoints[0]).toBe(endpoints[1])
    }
  })
  it('from spoke to spoke too, by the firewall', () => {
    expect(verdict(document, ...across)).toBe('OK')
    expect(verdict(document, 'spoke-b', 'spoke-a')).toBe('OK')
    expect(verdict(document, 'internet:internet', 'spoke-a')).not.toBe('OK')
  })
  it('what no rule passes is dropped', () => {
    expect(verdict(document, ...out, 'tcp/22')).toBe('NO(FIREWALL_RULES_RESTRICTION)')
    expect(verdict(document, ...across, 'udp/53')).toBe('NO(FIREWALL_RULES_RESTRICTION)')
  })
  it.each<readonly [string, Document, string, string]>([
    [
      'appliance mode off (TGW-15, CL-7)',
      having('transit-gateway-vpc-attachment:inspection', { applianceModeSupport: false }),
      'OK',
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    [
      'NAT subnets without a route to the spokes (CL-6)',
      unrouted(both('nat'), '10.0.0.0/8'),
      'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
      'OK',
    ],
    [
      'NAT subnets that send answers past the firewall (CL-7)',
      rerouted(both('nat'), '10.0.0.0/8', 'transit-gateway:hub'),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
      'OK',
    ],
    [
      'one NAT subnet that does: some way fails (CL-3)',
      rerouted(['nat-a'], '10.0.0.0/8', 'transit-gateway:hub'),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
      'OK',
    ],
    [
      'attachment subnets that lead past the firewall',
      rerouted(both('attach'), '0.0.0.0/0', 'nat-gateway:nat-a'),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
      // the NAT gateway hides the spoke, and no rule passes its own address
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
    [
      'firewall subnets without the way out',
      unrouted(both('firewall'), '0.0.0.0/0'),
      'NO(NO_ROUTE_TO_DESTINATION)',
      'OK',
    ],
    [
      'firewall subnets without the way to the spokes (NET-12)',
      unrouted(both('firewall'), '10.0.0.0/8'),
      'NO<-(RETURN_PATH_ASYMMETRIC)',
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
    [
      'no route from the spokes to the inspection VPC (TGW-10)',
      having('transit-gateway-route-table:the spokes', { routes: {} }),
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'nothing propagated to the inspection VPC (TGW-13)',
      having('transit-gateway-route-table:inspection', { propagations: [] }),
      'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'the endpoint of one zone not available (EP-8, CL-3)',
      having('vpc-endpoint:firewall-b', { state: 'pending' }),
      'NO(BAD_STATE)',
      'NO(BAD_STATE)',
    ],
  ])('%s', (_, changed, toInternet, toSpoke) => {
    expect([verdict(changed, ...out), verdict(changed, ...across)]).toEqual([toInternet, toSpoke])
  })
  it('appliance mode is recommended where it is off (TGW-15)', () => {
    const recommended = 'TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED'
    const off = having('transit-gateway-vpc-attachment:inspection', { applianceModeSupport: false })
    expect(ask(off, ...across).details).toContain(recommended)
    expect(ask(document, ...across).details).not.toContain(recommended)
    const findings = (of: Document) => findingsOf(resolve(of)).map(({ id }) => id)
    expect(findings(off)).toContain('L34')
    expect(findings(document)).not.toContain('L34')
  })
  it('is free of errors among its findings', () => {
    const errors = findingsOf(resolve(document)).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ id, message }) => `${id} ${message}`)).toEqual([])
  })
})
