/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 * `dc1@192.168.1.5` is a host of that network; an address alone is whatever the way there leads to.
 *
 * Corrected afterwards: what comes to another site with the same block, which may pass it on (OVL-1);
 * site to site, which is not modelled; the exception of VPN-10, which needs the far VPC announced;
 * dc2 → be, which section 6 has; a detached gateway, whose route comes first (CL-1); first codes where
 * VPN is down, where dc1 itself has no route, and where alpha's own block covers a host outside.
 */
import { expect, it } from 'vitest'
import type { Id } from '../../../kinds/resource'
import type { Ip } from '../../../net/ip'
import type { Endpoint, Leg } from '../../answer'
import { resolve } from '../../network'
import { question, told } from '../../testing/ask'
import { trace } from '../trace'
import { twoDataCentres, type Variant } from './testing/two-data-centres'

const refused = 'NO(ENI_SG_RULES_MISMATCH)'
const noRoute = 'NO(NO_ROUTE_TO_DESTINATION)'
const unanswered = 'NO<-(NO_ROUTE_TO_DESTINATION)'
const unknown = 'NO(NO_POSSIBLE_DESTINATION)'
const unknownBack = 'NO<-(NO_POSSIBLE_DESTINATION)'
const untold = 'NOT-MODELLED'
const noTransit = 'NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)'
const down = 'NO(BAD_STATE_VPN)'
const clients = 'client-vpn-endpoint:cv'

function asked(variant: Variant, from: string, to: string, what: string) {
  const end = (text: string, plain: Endpoint): Endpoint => {
    const [site, address] = text.split('@')
    if (address === undefined) return plain
    return { type: 'resource', id: `on-premises-network:${site}` as Id, address: address as Ip }
  }
  const { source, destination, ...rest } = question(from, to, what)
  return trace(resolve(twoDataCentres(variant)), {
    ...rest,
    source: end(from, source),
    destination: end(to, destination),
  })
}

it.each([
  // out to the data centres
  ['p', '172.20.0.5', 'tcp/443', 'OK', 'section 6 row 1'],
  ['p', '192.168.1.5', 'tcp/443', 'OK', 'VPN-2: a static route of the VPN connection propagates'],
  ['p', 'dc1@192.168.1.5', 'tcp/443', 'OK', 'VPN-4: static before BGP'],
  ['p', 'dc2@192.168.1.5', 'tcp/443', untold, 'VPN-4: it comes to dc1, which may pass it on'],
  ['p', '192.168.9.9', 'tcp/443', noRoute, 'VPN-2: not among the static routes'],
  ['p', '172.21.0.5', 'tcp/443', 'OK', 'VPN-2'],
  ['s', '192.168.1.5', 'tcp/443', 'OK', 'VPN-2: by a route of the table itself'],
  ['s', '192.168.9.9', 'tcp/443', unknown, 'VPN-3: the gateway knows 192.168.1/24'],
  ['s', '172.20.0.5', 'tcp/443', 'OK', 'VPN-3: known by BGP'],
  ['s', '172.21.0.5', 'tcp/443', noRoute, 'section 6 row 2'],
  ['n', '192.168.1.5', 'tcp/443', noRoute, 'section 6 row 2'],
  ['m', '192.168.1.5', 'tcp/443', 'OK', 'RT-6: the learned route'],
  ['m', '192.168.1.200', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'RT-6: the longer one leads to beta'],
  [
    'm',
    '172.20.0.5',
    'tcp/443',
    'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    'RT-7: static before learned',
  ],
  ['z', '192.168.1.5', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'RT-7, RT-11: static though dead'],
  ['z', '172.20.0.5', 'tcp/443', 'OK', 'VPN-2'],
  ['p', 'v', 'tcp/443', 'OK', 'RT-8: dc2 announces it, local is preferred'],
  ['p', 'dc2@10.10.5.77', 'tcp/443', unknown, 'section 6 row 5: local, never VPN'],
  // in from the data centres
  ['dc1@192.168.1.5', 'p', 'tcp/443', 'OK', 'VPN-7'],
  ['dc1@192.168.1.5', 's', 'tcp/443', 'OK', 'VPN-7'],
  ['dc1@192.168.1.5', 'n', 'tcp/443', unanswered, 'VPN-2: no way back'],
  ['dc1@192.168.9.9', 'p', 'tcp/443', unanswered, 'VPN-2'],
  ['dc1@192.168.9.9', 's', 'tcp/443', unknownBack, 'VPN-3'],
  ['dc1@192.168.1.5', 'z', 'tcp/443', 'NO<-(BAD_STATE_ROUTE)', 'RT-11'],
  ['dc1@192.168.1.200', 'm', 'tcp/443', 'NO<-(EDGE_TO_EDGE)', 'RT-6'],
  ['dc1@192.168.1.5', 'p', 'tcp/22', 'OK', 'SG-4'],
  ['dc2@172.20.0.5', 'p', 'tcp/443', 'OK', 'VPN-7'],
  ['dc2@172.20.0.5', 'p', 'tcp/22', refused, 'SG-4'],
  ['dc2@172.20.0.5', 's', 'tcp/443', 'OK', 'VPN-7'],
  ['dc2@172.20.0.5', 'n', 'tcp/443', unanswered, 'VPN-2'],
  ['dc2@192.168.1.5', 'p', 'tcp/443', untold, 'VPN-4: dc1 is answered'],
  ['dc2@10.10.5.77', 'p', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'RT-8: answered in alpha'],
  ['branch@172.21.0.5', 'p', 'tcp/443', 'OK', 'VPN-7'],
  ['branch@172.21.0.5', 's', 'tcp/443', unanswered, 'VPN-2'],
  ['branch@172.21.0.5', 'dc2@172.20.0.5', 'tcp/443', untold, 'AWS VPN CloudHub is not modelled'],
  ['dc1@192.168.1.5', 'dc2@172.20.0.5', 'tcp/443', untold, 'AWS VPN CloudHub is not modelled'],
  // nothing passes through a VPC
  ['p', 'be', 'tcp/443', 'OK', 'PEER-5'],
  ['be', 'p', 'tcp/443', 'OK', 'PEER-5'],
  ['be', '192.168.1.5', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'PEER-8'],
  ['dc1@192.168.1.5', 'be', 'tcp/443', noTransit, 'section 6 row 4'],
  ['dc1@192.168.1.5', 'ga', 'tcp/443', noTransit, 'VPN-5: va knows no gamma'],
  ['dc2@172.20.0.5', 'be', 'tcp/443', noTransit, 'VPN-5, section 6 row 4'],
  ['ga', 'p', 'tcp/443', 'NO(DISCONNECTED_VPCS)', 'section 4 row 9'],
  ['ga', 'v', 'tcp/443', untold, 'RT-6: it comes to dc2, which may pass it on'],
  ['ga', 'de', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'VPN-10'],
  ['de', 'ga', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'VPN-10'],
  // Direct Connect
  ['ga', '172.20.0.5', 'tcp/443', 'OK', 'VPN-4'],
  ['ga', '192.168.1.5', 'tcp/443', 'OK', 'VPN-4: here it is in dc2'],
  ['dc2@172.20.0.5', 'ga', 'tcp/443', 'OK', 'VPN-10'],
  ['de', '172.20.0.5', 'tcp/443', unknownBack, 'VPN-10: a filter narrower than the VPC'],
  ['dc2@172.20.0.5', 'de', 'tcp/443', unknown, 'VPN-10'],
  // clients
  [clients, 'be', 'tcp/443', 'OK', 'VPN-11: in the group of the endpoint'],
  [clients, 'be', 'tcp/8443', refused, 'VPN-11: the client range is not seen'],
  [clients, 'be', 'tcp/9443', 'OK', 'VPN-11: as the address of the endpoint'],
  [clients, 'p', 'tcp/443', 'OK', 'VPN-11: as an interface of beta by the peering connection'],
  [clients, 's', 'tcp/443', 'NO(CLIENT_VPN_NOT_AUTHORIZED)', 'VPN-11: a route, no authorization'],
  [clients, '172.20.0.5', 'tcp/443', noRoute, 'VPN-11: an authorization, no route'],
  [clients, '192.168.1.5', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'PEER-8'],
  ['be', '172.27.0.5', 'tcp/443', noRoute, 'VPN-11: nobody calls clients'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(told(asked({}, from, to, what))).toBe(expected)
})

const dead = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
const variants = {
  aTunnel: { a1: { tunnel2Status: 'DOWN' }, a2: { tunnel1Status: 'DOWN' } },
  a1Down: { a1: dead },
  a1Pending: { a1: { state: 'pending' } },
  a2Down: { a2: dead },
  bothDown: { a1: dead, a2: dead },
  notLearning: { learning: {} },
  detached: { va: { attachmentState: 'detached' } },
  defaulting: { a1: { routes: ['0.0.0.0/0'] } },
  deaf: { dc1: { routesToAws: [] } },
  outward: { dc1: { routesToAws: ['0.0.0.0/0'] } },
  vifDown: { vif: { bgpStatus: 'down' } },
  gDown: { g: dead },
  gammaDown: { vif: { bgpStatus: 'down' }, g: dead },
  unfiltered: { delta: { allowedPrefixes: [] } },
  wide: { delta: { allowedPrefixes: ['10.40.0.0/15'] } },
  leaving: { delta: { state: 'disassociating' } },
  supernet: { dc2: ['10.0.0.0/8'], delta: { allowedPrefixes: [] } },
  supernetOnly: { dc2: ['10.0.0.0/8'] },
}

it.each<[keyof typeof variants, string, string, string, string]>([
  ['aTunnel', 'p', 'dc1@192.168.1.5', 'OK', 'VPN-1: one tunnel is enough'],
  ['aTunnel', 'dc2@172.20.0.5', 'p', 'OK', 'VPN-1'],
  ['a1Down', 's', '192.168.1.5', 'OK', 'VPN-4: a dead tunnel loses first, dc2 takes over'],
  ['a1Down', 's', 'dc2@192.168.1.5', 'OK', 'VPN-4'],
  ['a1Down', 's', 'dc1@192.168.1.5', untold, 'VPN-4: dc2 gets what dc1 should'],
  ['a1Down', 'dc2@192.168.1.5', 's', 'OK', 'VPN-4'],
  ['a1Down', 'dc1@192.168.1.5', 'p', down, 'VPN-9'],
  ['a1Pending', 's', 'dc2@192.168.1.5', 'OK', 'VPN-9: not accepted, not used'],
  ['a2Down', 'p', '172.20.0.5', down, 'VPN-9: BGP takes the learned route back'],
  ['a2Down', 's', '172.20.0.5', down, 'VPN-9'],
  ['a2Down', 'dc2@172.20.0.5', 'p', down, 'VPN-9'],
  ['a2Down', 'p', '192.168.1.5', 'OK', 'VPN-9: the other connection stays'],
  ['bothDown', 's', '192.168.1.5', down, 'VPN-9'],
  ['notLearning', 'p', '172.20.0.5', noRoute, 'section 6 row 2'],
  ['notLearning', 'dc2@172.20.0.5', 'p', unanswered, 'VPN-2'],
  ['notLearning', 's', '172.20.0.5', 'OK', 'VPN-2: static routes need no propagation'],
  ['detached', 's', '192.168.1.5', 'NO(BAD_STATE_ROUTE)', 'CL-1, RT-11'],
  ['detached', 'p', '172.20.0.5', noRoute, 'VPN-2: nothing propagates'],
  ['detached', 'dc1@192.168.1.5', 'p', 'NO(BAD_STATE_ATTACHMENT)', 'CL-1'],
  ['defaulting', 'p', '192.168.9.9', 'OK', 'VPN-2: a static default route'],
  ['defaulting', 'p', '172.20.0.5', 'OK', 'VPN-4: among equals only, the longer one wins'],
  ['defaulting', 'p', 'dc2@192.168.1.5', 'OK', 'VPN-4: the longer one wins'],
  ['deaf', 'p', 'dc1@192.168.1.5', unanswered, 'WALK-9: dc1 has no way back'],
  ['deaf', 'dc1@192.168.1.5', 'p', noRoute, 'WALK-5: its own routers have none'],
  ['outward', 'dc1@192.168.1.5', '8.8.8.8', noTransit, 'section 6 row 3'],
  ['outward', 'dc1@192.168.1.5', 'p', 'OK', 'VPN-7'],
  ['vifDown', 'ga', '172.20.0.5', 'OK', 'VPN-4: the VPN connection takes over'],
  ['vifDown', 'dc2@172.20.0.5', 'ga', 'OK', 'VPN-4'],
  ['vifDown', 'de', '172.20.0.5', noRoute, 'VPN-2: nothing learned'],
  ['gDown', 'ga', '172.20.0.5', 'OK', 'VPN-4: Direct Connect alone'],
  ['gammaDown', 'ga', '172.20.0.5', down, 'VPN-9'],
  ['unfiltered', 'de', '172.20.0.5', 'OK', 'VPN-10: no filter'],
  ['wide', 'dc2@172.20.0.5', 'de', 'OK', 'VPN-10: a filter wider than the VPC'],
  ['leaving', 'de', '172.20.0.5', noRoute, 'VPN-10'],
  ['supernet', 'ga', 'de', 'OK', 'VPN-10: the exception'],
  ['supernetOnly', 'ga', 'de', untold, 'VPN-10: not for what the filter keeps back'],
])('%s: %s → %s: %s (%s)', (variant, from, to, expected) => {
  expect(told(asked(variants[variant], from, to, 'tcp/443'))).toBe(expected)
})

const links: Readonly<Record<string, string>> = {
  'vpn-connection:a1': 'a1',
  'vpn-connection:a2': 'a2',
  'vpn-connection:g': 'g',
  'virtual-interface:vif': 'dx',
}

/** The links of each direction, `there / back`, one for each way that may be taken. */
function ways(variant: Variant, from: string, to: string) {
  const through = (leg: Leg | null) => leg?.hops.flatMap((hop) => links[hop.component] ?? []).join()
  const { branches } = asked(variant, from, to, 'tcp/443')
  return [
    ...new Set(branches.map(({ request, reply }) => `${through(request)} / ${through(reply)}`)),
  ].sort()
}

it.each<[string, Variant, string, string, string[], string]>([
  ['all is well', {}, 'p', '192.168.1.5', ['a1 / a1'], 'VPN-4: static first'],
  ['all is well', {}, 'ga', '172.20.0.5', ['dx / dx', 'dx / g'], 'VPN-4; dc2 may choose'],
  ['all is well', {}, 'dc2@172.20.0.5', 'ga', ['dx / dx', 'g / dx'], 'VPN-4; dc2 may choose'],
  ['a1Down', variants.a1Down, 's', '192.168.1.5', ['a2 / a2'], 'VPN-4'],
  ['vifDown', variants.vifDown, 'ga', '172.20.0.5', ['g / g'], 'VPN-4'],
  ['defaulting', variants.defaulting, 'p', '192.168.1.5', ['a2 / a2'], 'VPN-4: longer first'],
])('ways, %s: $2 → $3: $4 ($5)', (_, variant, from, to, expected) => {
  expect(ways(variant, from, to)).toEqual(expected)
})
