/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: db → the internet, which its own ACL stops on the way out; the first of two
 * codes where referencing is off and a peering lies on the way; and what stops a packet that nobody
 * announced a way for outside AWS, NO_POSSIBLE_DESTINATION in place of NO_ROUTE_TO_DESTINATION.
 * Where dc hears the same block by both links, it may answer by either: two ways, not one.
 */
import { expect, it } from 'vitest'
import { ask, verdict } from '../../testing/ask'
import type { Leg } from '../../answer'
import { landingZone, type Variant } from './testing/landing-zone'

const net = 'internet:net'
const someone = '8.8.8.8'
const desk = '192.168.10.5'
const plant = '192.168.20.5'
const refused = 'NO(ENI_SG_RULES_MISMATCH)'
const noRoute = 'NO(NO_ROUTE_TO_DESTINATION)'
const unanswered = 'NO<-(NO_ROUTE_TO_DESTINATION)'
const notPassedOn = 'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'
const notPassedBack = 'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'
const unannounced = 'NO(NO_POSSIBLE_DESTINATION)'
const unannouncedBack = 'NO<-(NO_POSSIBLE_DESTINATION)'
const hole = 'NO(TGW_RTB_BAD_STATE_ROUTE)'

const zone = landingZone()

it.each([
  // out by the egress VPC
  ['app-a', net, 'tcp/443', 'OK', 'TGW-22'],
  ['app-b', someone, 'tcp/443', 'OK', 'TGW-22'],
  ['dev', net, 'tcp/443', 'OK', 'VPC-24: its zone a is the zone b of the network account'],
  ['far', net, 'tcp/443', 'OK', 'TGW-14, NET-14: the default route over the peering attachment'],
  ['db', net, 'tcp/443', 'NO(SUBNET_ACL_RESTRICTION)', 'ACL-6: its ACL knows no internet'],
  ['app-c', net, 'tcp/443', 'NO(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-3: zone c is not attached'],
  ['lone', net, 'tcp/443', noRoute, 'TGW-5'],
  ['app-a', net, '50', 'NO(PROTOCOL_RESTRICTION)', 'NET-10: ESP by a NAT gateway'],
  [net, 'app-a', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '52.10.0.1', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['proxy', net, 'tcp/443', 'OK', 'NET-9'],
  // the data centre and the shared subnets
  ['app-a', desk, 'tcp/443', 'OK', 'TGW-9: by Direct Connect'],
  [desk, 'app-a', 'tcp/443', 'OK', 'VPN-7: a participant in a shared subnet'],
  [plant, 'app-b', 'tcp/443', 'OK', 'VPN-7'],
  [desk, 'app-a', 'tcp/22', 'OK', 'SG-4'],
  [plant, 'app-a', 'tcp/22', refused, 'SG-4: another part of the data centre'],
  [
    desk,
    'db',
    'tcp/5432',
    'NO(SUBNET_ACL_RESTRICTION)',
    'ACL-2: the ACL of the subnet comes first',
  ],
  ['db', desk, 'tcp/443', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-4'],
  [desk, 'app-c', 'tcp/443', 'NO<-(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-4'],
  ['app-c', desk, 'tcp/443', 'NO(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-3'],
  [desk, 'dev', 'tcp/443', 'OK', 'CL-19: there by VPN, which announces 10.2/16, back otherwise'],
  ['dev', desk, 'tcp/443', 'OK', 'CL-19: there by Direct Connect, back by VPN'],
  [desk, 'far', 'tcp/443', 'OK', 'TGW-14, VPN-10: allowed prefixes of another Region'],
  ['far', desk, 'tcp/443', 'OK', 'TGW-14: static, then learned'],
  ['lone', desk, 'tcp/443', noRoute, 'TGW-5'],
  [desk, 'lone', 'tcp/443', unanswered, 'TGW-5'],
  ['proxy', desk, 'tcp/443', notPassedOn, 'TGW-7: nothing outside propagates to egress'],
  [desk, 'proxy', 'tcp/443', notPassedBack, 'TGW-13: there by the default route of the VPN'],
  [
    desk,
    net,
    'tcp/443',
    'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    'CL-6: 192.168/16 is missing behind the NAT gateway',
  ],
  // among the VPCs
  ['app-a', 'db', 'tcp/5432', 'OK', "SG-6: the owner's group refers to the participant's"],
  ['app-c', 'db', 'tcp/5432', 'OK', 'RT-4: local needs no attachment'],
  ['app-a', 'db', 'tcp/5433', refused, 'SG-2'],
  ['far', 'db', 'tcp/5433', 'NO(SUBNET_ACL_RESTRICTION)', 'ACL-2'],
  ['far', 'app-a', 'tcp/443', 'OK', 'TGW-14'],
  ['app-a', 'far', 'tcp/443', 'OK', 'TGW-14'],
  ['app-a', 'far', 'tcp/9000', 'NO(SG_REFERENCING_SUPPORT)', 'TGW-16: off, and not over a peering'],
  ['app-a', 'shut', 'tcp/443', refused, 'SG-2'],
  ['app-a', 'lone', 'tcp/443', unanswered, 'TGW-5'],
  ['lone', 'app-a', 'tcp/443', noRoute, 'TGW-5'],
  ['app-a', 'dev', 'tcp/443', hole, 'TGW-10'],
  ['far', 'dev', 'tcp/443', hole, 'TGW-10: in the table of the peering attachment'],
  ['dev', 'app-a', 'tcp/443', 'OK', 'NET-14: around the isolation by the NAT gateway'],
  ['dev', 'app-a', 'tcp/22', refused, 'NET-11: as the NAT gateway'],
  ['dev', 'far', 'tcp/443', refused, 'NET-11: as the NAT gateway'],
  ['dev', 'far', 'tcp/8443', 'OK', 'NET-11: by NAT gateway and peering attachment'],
  ['proxy', 'app-a', 'tcp/443', 'OK', 'TGW-13'],
  ['app-a', 'proxy', 'tcp/443', 'OK', 'TGW-12: local in the attachment subnet'],
  ['app-a', 'proxy', 'tcp/9000', 'NO(SG_REFERENCING_SUPPORT)', 'TGW-16: off by default'],
  ['dev', 'proxy', 'tcp/443', 'OK', 'TGW-12'],
  ['far', 'proxy', 'tcp/443', 'OK', 'TGW-14'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(zone, from, to, what)).toBe(expected)
})

const vpnDown = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
const variants = {
  dxDown: { vif: { bgpStatus: 'down' } },
  dxGone: { vif: { virtualInterfaceState: 'down', bgpStatus: 'down' } },
  oneTunnel: { vif: { bgpStatus: 'down' }, vpn: { tunnel1Status: 'DOWN' } },
  vpnDown: { vpn: vpnDown },
  bothDown: { vif: { bgpStatus: 'down' }, vpn: vpnDown },
  narrow: { vpn: vpnDown, dx: { allowedPrefixes: ['10.1.1.0/24'] } },
  wide: { vpn: vpnDown, dx: { allowedPrefixes: ['10.0.0.0/8'] } },
  elsewhere: { vpn: vpnDown, dx: { allowedPrefixes: ['10.9.0.0/16'] } },
  central: {
    pub: { '192.168.0.0/16': 'transit-gateway:eu' },
    egressLearns: ['direct-connect-gateway-association:dx', 'vpn-connection:vpn'],
  },
  natDown: { natB: { state: 'failed' } },
  notAccepted: { prod: { state: 'pendingAcceptance' } },
  peeringPending: { peering: { state: 'pendingAcceptance' } },
  oneSided: { usRoutes: { '192.168.0.0/16': 'transit-gateway-peering-attachment:peering' } },
  referencing: { eu: { securityGroupReferencingSupport: true } },
}

it.each<[keyof typeof variants, string, string, string, string, string]>([
  ['dxDown', 'app-a', desk, 'tcp/443', 'OK', 'TGW-9: the VPN connection takes over'],
  ['dxDown', desk, 'app-a', 'tcp/443', 'OK', 'TGW-9'],
  ['dxDown', 'far', desk, 'tcp/443', 'OK', 'TGW-9: from the other Region'],
  ['dxDown', desk, 'far', 'tcp/443', 'OK', 'TGW-9: announced from the static route'],
  ['dxDown', desk, 'dev', 'tcp/443', 'OK', 'TGW-9'],
  ['dxDown', plant, 'app-a', 'tcp/22', refused, 'SG-4: by VPN too'],
  ['dxGone', 'app-a', desk, 'tcp/443', 'OK', 'TGW-9'],
  ['oneTunnel', 'app-a', desk, 'tcp/443', 'OK', 'VPN-1: one of two tunnels is enough'],
  ['oneTunnel', desk, 'app-b', 'tcp/443', 'OK', 'VPN-1'],
  ['vpnDown', 'app-a', desk, 'tcp/443', 'OK', 'TGW-9: Direct Connect alone'],
  ['vpnDown', desk, 'app-a', 'tcp/443', 'OK', 'TGW-9'],
  ['vpnDown', 'dev', desk, 'tcp/443', unannouncedBack, 'VPN-10: 10.2/16 is not allowed'],
  ['vpnDown', desk, 'dev', 'tcp/443', unannounced, 'VPN-10'],
  ['vpnDown', desk, 'proxy', 'tcp/443', unannounced, 'VPN-10: no default route either'],
  [
    'bothDown',
    'app-a',
    desk,
    'tcp/443',
    'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    'VPN-9, RT-6: what BGP withdraws falls to the default route',
  ],
  ['bothDown', 'app-a', net, 'tcp/443', 'OK', 'TGW-22'],
  ['bothDown', desk, 'app-a', 'tcp/443', 'NO(TGW_BAD_STATE_VPN)', 'VPN-9'],
  ['narrow', desk, 'app-a', 'tcp/443', 'OK', 'VPN-10: part of a VPC is announced as it is'],
  ['narrow', 'app-a', desk, 'tcp/443', 'OK', 'VPN-10'],
  ['narrow', desk, 'app-b', 'tcp/443', unannounced, 'VPN-10'],
  ['narrow', 'app-b', desk, 'tcp/443', unannouncedBack, 'VPN-10'],
  ['narrow', desk, 'far', 'tcp/443', unannounced, 'VPN-10'],
  ['wide', desk, 'dev', 'tcp/443', 'OK', 'VPN-10: a supernet covers the forgotten'],
  ['wide', desk, 'far', 'tcp/443', 'OK', 'VPN-10'],
  ['wide', desk, '10.99.0.1', 'tcp/443', notPassedOn, 'TGW-10: as far as behind the NAT gateway'],
  ['elsewhere', desk, 'app-a', 'tcp/443', unannounced, 'VPN-10: nothing of ours is announced'],
  ['elsewhere', 'app-a', desk, 'tcp/443', unannouncedBack, 'VPN-10: one way'],
  ['central', desk, net, 'tcp/443', 'OK', 'NET-14: on-premises by the central egress'],
  ['central', 'proxy', desk, 'tcp/443', 'OK', 'TGW-7'],
  ['natDown', 'dev', net, 'tcp/443', 'NO(BAD_STATE)', 'VPC-24, TGW-15: its zone is euw1-az2'],
  ['natDown', 'app-a', net, 'tcp/443', 'OK', 'TGW-15: the zone of the source is kept'],
  ['natDown', 'app-b', net, 'tcp/443', 'NO(BAD_STATE)', 'TGW-15, NET-18'],
  ['natDown', 'far', net, 'tcp/443', 'NO(BAD_STATE)', 'WALK-13: either zone may be taken'],
  ['notAccepted', 'app-a', desk, 'tcp/443', 'NO(BAD_STATE_ATTACHMENT)', 'TGW-18'],
  ['notAccepted', 'app-a', 'db', 'tcp/5432', 'OK', 'RT-4'],
  ['peeringPending', 'app-a', 'far', 'tcp/443', 'NO(BAD_STATE_ATTACHMENT)', 'TGW-14, CL-1'],
  ['oneSided', 'app-a', 'far', 'tcp/443', notPassedBack, 'TGW-14'],
  ['oneSided', 'far', 'app-a', 'tcp/443', notPassedOn, 'TGW-14'],
  ['oneSided', 'far', desk, 'tcp/443', 'OK', 'TGW-14'],
  ['referencing', 'app-a', 'proxy', 'tcp/9000', 'OK', 'TGW-16: across accounts'],
  ['referencing', 'app-a', 'far', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'TGW-16'],
])('%s: %s → %s %s: %s (%s)', (variant, from, to, what, expected) => {
  expect(verdict(landingZone(variants[variant]), from, to, what)).toBe(expected)
})

const summarised = { dx: { allowedPrefixes: ['10.0.0.0/8'] } }
const nats = { 'nat-gateway:nat-a': 'nat-a', 'nat-gateway:nat-b': 'nat-b' }
const links = { 'virtual-interface:vif': 'dx', 'vpn-connection:vpn': 'vpn' }

/** What each direction passes, `there / back`, one for each way that may be taken. */
function ways(variant: Variant, from: string, to: string, among: Readonly<Record<string, string>>) {
  const through = (leg: Leg | null) => leg?.hops.flatMap((hop) => among[hop.component] ?? []).join()
  const { branches } = ask(landingZone(variant), from, to)
  return [
    ...new Set(branches.map(({ request, reply }) => `${through(request)} / ${through(reply)}`)),
  ].sort()
}

it.each<[string, Variant, string, string, typeof nats | typeof links, string[], string]>([
  ['all is well', {}, 'app-a', net, nats, ['nat-a / nat-a'], 'TGW-15'],
  ['all is well', {}, 'app-b', net, nats, ['nat-b / nat-b'], 'TGW-15'],
  ['all is well', {}, 'dev', net, nats, ['nat-b / nat-b'], 'VPC-24'],
  ['all is well', {}, 'app-a', desk, links, ['dx / dx', 'dx / vpn'], 'TGW-9; dc may choose'],
  ['all is well', {}, desk, 'app-a', links, ['dx / dx', 'vpn / dx'], 'TGW-9; dc may choose'],
  ['all is well', {}, desk, 'dev', links, ['vpn / dx'], 'VPN-10: dc hears of 10.2/16 by VPN alone'],
  ['summarised', summarised, desk, 'app-a', links, ['vpn / dx'], 'RT-6: VPN is more specific'],
  ['vpnDown', variants.vpnDown, 'app-a', desk, links, ['dx / dx'], 'TGW-9'],
  ['dxDown', variants.dxDown, 'app-a', desk, links, ['vpn / vpn'], 'TGW-9'],
  ['dxDown', variants.dxDown, desk, 'far', links, ['vpn / vpn'], 'TGW-9'],
  ['wide', variants.wide, desk, 'dev', links, ['dx / dx'], 'VPN-10'],
])('ways, %s: $2 → $3: $5 ($6)', (_, variant, from, to, among, expected) => {
  expect(ways(variant, from, to, among)).toEqual(expected)
})
