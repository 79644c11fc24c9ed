/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: yellow → red-b udp/123, where CL-7 comes before the group of the firewall, and
 * web-1 → red-a, which the internet gateway drops (NET-6).
 */
import { expect, it } from 'vitest'
import { verdict } from '../../testing/ask'
import { inspectionHub } from './testing/inspection-hub'

const net = 'internet:net'
const someone = '8.8.8.8'
const someone6 = '2600:1f18:1::5'
const asymmetric = 'NO<-(MIDDLEBOX_ASYMMETRIC)'
const noTgwRoute = 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT'
const rfc1918 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
const redirection = 'INGRESS_RTB_TRAFFIC_REDIRECTION'

const gates = {
  stopped: { gate: { state: 'stopped' } },
  checking: { gateFace: { sourceDestCheck: true } },
  dropping: { gate: { forwarding: 'drop' } },
  masquerading: { gate: { forwarding: 'masquerade' } },
  stateless: { gate: { stateful: false } },
}

const affine = inspectionHub()

it.each([
  // spoke to spoke by the firewall of the zone a packet comes from
  ['red-a', 'blue-a', 'tcp/443', 'OK', 'TGW-15: both in a'],
  ['red-b', 'blue-b', 'tcp/443', 'OK', 'TGW-15: both in b'],
  ['red-a', 'blue-b', 'tcp/443', asymmetric, 'CL-7: there by fw-a, back by fw-b'],
  ['red-b', 'blue-a', 'tcp/443', asymmetric, 'CL-7'],
  ['blue-a', 'red-a', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['red-a', 'blue-a', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7: behind a firewall'],
  ['red-a', 'blue-a', 'udp/53', 'OK', 'SG-4'],
  ['red-a', 'blue-a', 'udp/123', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-6: the group of the firewall'],
  ['red-a', 'blue-a', 'icmp', 'OK', 'SG-4'],
  ['red-a', 'blue-a', '47', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-6: the group of the firewall'],
  ['red-b', 'blue-a', 'icmp', asymmetric, 'CL-7'],
  ['red-a', 'red-b', '47', 'OK', 'RT-4: local'],
  // a spoke whose zone the inspection VPC does not have
  ['green-c', 'red-a', 'tcp/443', asymmetric, 'TGW-4, CL-3: there by either, back by fw-a'],
  ['red-a', 'green-c', 'tcp/443', asymmetric, 'TGW-4, CL-3'],
  ['red-a', 'green-a', 'tcp/443', 'NO<-(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-4'],
  ['green-a', 'red-a', 'tcp/443', 'NO(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-3'],
  ['green-a', 'green-c', 'tcp/443', 'OK', 'RT-4'],
  // one direction past the firewalls
  ['yellow', 'red-a', 'tcp/443', asymmetric, '12.3 row 4'],
  ['red-a', 'yellow', 'tcp/443', asymmetric, '12.3 row 4'],
  ['yellow', 'red-b', 'udp/123', asymmetric, 'CL-7, before the group of fw-b'],
  ['yellow', 'blue-a', 'tcp/443', 'OK', 'TGW-9: 0/0 leads by fw-a, as does the answer'],
  ['yellow', 'green-c', 'tcp/443', asymmetric, 'TGW-4: back by either'],
  // the firewalls themselves
  ['red-a', 'fw-a', 'tcp/22', 'OK', 'TGW-12: local before 0/0'],
  ['red-b', 'fw-a', 'tcp/22', 'OK', 'TGW-12: no firewall on the way'],
  ['fw-a', 'red-a', 'tcp/22', 'OK', 'TGW-12'],
  ['fw-b', 'red-a', 'tcp/22', 'OK', 'TGW-12: back by insp-tgw-a, local'],
  // nobody there
  ['red-a', '10.12.1.99', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'WALK-6'],
  ['red-a', '10.77.0.1', 'tcp/443', `NO(${noTgwRoute})`, 'TGW-10: behind the firewall'],
  ['red-a', someone6, 'tcp/443', 'NO(ADDRESS_FAMILY_MISMATCH)', 'WALK-2'],
  // central egress behind the firewalls
  ['red-a', net, 'tcp/443', 'OK', 'RT-17: pub-a answers by fw-a'],
  ['red-b', net, 'tcp/443', asymmetric, 'CL-7: pub-b answers past fw-b'],
  ['red-a', net, 'udp/53', 'OK', 'NET-10'],
  ['red-a', net, 'udp/123', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-6: the group of the firewall'],
  ['yellow', net, 'tcp/443', 'OK', 'TGW-22'],
  ['green-c', net, 'tcp/443', asymmetric, 'CL-3: by fw-b too'],
  ['fw-a', net, 'tcp/443', 'OK', 'NET-9'],
  ['fw-b', net, 'tcp/443', 'OK', 'NET-9: local back to it'],
  ['fw-a', net, '47', 'NO(PROTOCOL_RESTRICTION)', 'NET-10'],
  [net, 'red-a', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '52.40.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  // load balancers before and behind the firewalls
  [someone, '52.60.0.1', 'tcp/443', 'OK', 'WALK-11: the node in a, the target in a'],
  [someone, '52.60.0.2', 'tcp/443', asymmetric, 'CL-4, CL-7: the node in b, the target in a'],
  [someone, 'load-balancer:web', 'tcp/443', asymmetric, 'CL-3'],
  [
    someone,
    '52.60.0.1',
    'tcp/444',
    'NO(ENI_SG_RULES_MISMATCH)',
    'LB-5: yellow does not know front',
  ],
  ['red-a', '10.12.1.30', 'tcp/9443', 'OK', 'LB-6, TGW-15'],
  ['red-b', '10.12.1.30', 'tcp/9443', asymmetric, 'CL-7: there by fw-b, back by fw-a'],
  ['red-a', '10.12.2.30', 'tcp/9443', 'NO(ELB_NOT_CROSSZONE)', 'LB-10'],
  ['yellow', '10.12.1.30', 'tcp/9443', 'OK', 'LB-6'],
  ['red-a', '10.12.1.30', 'tcp/443', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  ['blue-a', '10.12.1.30', 'tcp/9443', 'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)', 'LB-7: itself'],
  ['blue-b', '10.12.1.30', 'tcp/9443', 'OK', 'RT-4: no firewall on the way'],
  ['red-a', '10.15.1.20', 'tcp/443', 'OK', 'LB-4: the private address of a node'],
  // a gateway route table
  [someone, '52.50.0.1', 'tcp/443', 'OK', 'RT-15'],
  ['web-1', someone, 'tcp/443', 'OK', 'RT-17'],
  ['web-1', someone, '47', 'OK', 'WALK-6: the group of gate lets the VPC'],
  [someone, '52.50.0.1', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-8: gate lets it, web-1 not'],
  [someone, '52.50.0.1', 'udp/53', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-6: gate does not'],
  [someone, '52.50.0.2', 'tcp/443', `NO<-(${redirection})`, 'RT-17'],
  ['web-2', someone, 'tcp/443', `NO(${redirection})`, 'R:codes: in by gate, out without'],
  [someone, '52.50.0.3', 'tcp/443', asymmetric, 'CL-7: in past gate, out by gate'],
  ['web-3', someone, 'tcp/443', asymmetric, 'CL-7: out by gate, in past gate'],
  [someone, '52.50.0.10', 'tcp/22', 'OK', 'RT-15: gate itself'],
  ['web-1', 'web-2', 'tcp/443', 'OK', 'RT-4: an edge table is for what comes in'],
  ['web-1', '52.50.0.3', 'tcp/443', asymmetric, 'NET-22, CL-7'],
  [someone, '52.50.0.20', 'tcp/443', 'OK', 'RT-15, WALK-11: back by the load balancer and gate'],
  [someone, '52.50.0.20', 'tcp/22', 'OK', 'RT-15'],
  [someone, '52.50.0.20', 'tcp/444', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-6: gate does not'],
  [someone, '52.50.0.21', 'tcp/443', `NO<-(${redirection})`, 'RT-17'],
  ['web-1', '10.200.2.20', 'tcp/443', 'OK', 'RT-4'],
  [someone6, '2a05:d018:fc00:1::10', 'tcp/443', 'OK', 'RT-3: IPv6 goes past gate'],
  [someone6, '2a05:d018:fc00:1::10', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['2a05:d018:fc00:1::10', someone6, 'udp/53', 'OK', 'NET-5'],
  ['web-1', 'red-a', 'tcp/443', `NO(${rfc1918})`, 'NET-6: it has a route, which leads there'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(affine, from, to, what)).toBe(expected)
})

const pinned = inspectionHub({ applianceMode: true })

it.each([
  ['red-a', 'blue-a', 'tcp/443', 'OK', 'TGW-15'],
  ['red-a', 'blue-b', 'tcp/443', 'OK', 'TGW-15: back by the same firewall'],
  ['red-b', 'blue-a', 'icmp', 'OK', 'TGW-15'],
  ['green-c', 'red-a', 'tcp/443', 'OK', 'TGW-15'],
  ['red-a', 'green-c', 'tcp/443', 'OK', 'TGW-15'],
  ['red-a', 'green-a', 'tcp/443', 'NO<-(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-4: no mode helps'],
  ['yellow', 'red-a', 'tcp/443', asymmetric, '12.3 row 4: no mode helps'],
  ['yellow', 'green-c', 'tcp/443', 'OK', 'TGW-15'],
  ['red-b', 'blue-a', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['red-b', net, 'tcp/443', asymmetric, 'CL-3: by fw-b, whose answers go past it'],
  ['red-b', 'fw-a', 'tcp/22', 'OK', 'TGW-12'],
  [someone, 'load-balancer:web', 'tcp/443', 'OK', 'TGW-15'],
  ['red-b', '10.12.1.30', 'tcp/9443', 'OK', 'TGW-15'],
  ['red-b', '10.12.2.30', 'tcp/9443', 'NO(ELB_NOT_CROSSZONE)', 'LB-10'],
  ['fw-b', 'red-a', 'tcp/22', 'OK', 'TGW-12'],
])('%s → %s %s with appliance mode: %s (%s)', (from, to, what, expected) => {
  expect(verdict(pinned, from, to, what)).toBe(expected)
})

const stateless = inspectionHub({ both: { stateful: false } })

it.each([
  ['red-a', 'blue-b', 'tcp/443', 'OK', 'CL-7: only state makes asymmetry matter'],
  ['green-c', 'red-a', 'tcp/443', 'OK', 'CL-7'],
  ['yellow', 'red-a', 'tcp/443', 'OK', 'CL-7'],
  ['red-b', net, 'tcp/443', 'OK', 'CL-7'],
  ['red-a', 'blue-a', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['red-a', 'blue-a', 'udp/53', 'OK', 'SG-1: the group of fw-a remembers'],
  [
    'red-a',
    'blue-b',
    'udp/53',
    'NO<-(ENI_SG_RULES_MISMATCH)',
    'SG-1: that of fw-b has not seen it',
  ],
  [
    'yellow',
    'red-b',
    'udp/123',
    'NO<-(ENI_SG_RULES_MISMATCH)',
    'SG-1: that of fw-b has not seen it',
  ],
  ['yellow', 'red-b', 'icmp', 'OK', 'SG-4: any icmp may come in'],
])('%s → %s %s by stateless appliances: %s (%s)', (from, to, what, expected) => {
  expect(verdict(stateless, from, to, what)).toBe(expected)
})

it.each([
  ['red-a', 'blue-a', false, 'OK', 'TGW-15: never by fw-b'],
  ['red-b', 'blue-b', false, 'NO(BAD_STATE)', 'CL-1'],
  ['red-a', 'blue-b', false, 'NO<-(BAD_STATE)', 'CL-1: the answer comes by fw-b'],
  ['red-a', 'blue-b', true, 'NO(BAD_STATE)', 'CL-3: fw-b may be chosen'],
  ['green-c', 'red-a', false, 'NO(BAD_STATE)', 'CL-3: fw-b may be chosen'],
])('%s → %s, fw-b stopped, appliance mode %s: %s (%s)', (from, to, applianceMode, expected) => {
  const stopped = inspectionHub({ applianceMode, second: { state: 'stopped' } })
  expect(verdict(stopped, from, to)).toBe(expected)
})

it.each([
  ['red-a', 'blue-a', 'OK', 'TGW-15: never by fw-b'],
  ['red-b', 'blue-b', 'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)', 'RT-19'],
  ['red-b', net, 'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)', 'RT-19'],
  ['red-b', 'fw-b', 'OK', 'RT-19: what is meant for it is not checked'],
])('%s → %s, fw-b checks addresses: %s (%s)', (from, to, expected) => {
  const checked = inspectionHub({ secondFace: { sourceDestCheck: true } })
  expect(verdict(checked, from, to)).toBe(expected)
})

it.each([
  ['red-a', 'blue-a', 'OK', 'TGW-15: never by fw-b'],
  ['red-b', 'blue-b', 'NO(FIREWALL_RULES_RESTRICTION)', 'WALK-6: it drops what it should forward'],
])('%s → %s, fw-b drops: %s (%s)', (from, to, expected) => {
  const dropping = inspectionHub({ second: { forwarding: 'drop' } })
  expect(verdict(dropping, from, to)).toBe(expected)
})

const address6 = '2a05:d018:fc00:1::10'

type GateCase = readonly [keyof typeof gates, string, string, string, string]

it.each<GateCase>([
  ['stopped', someone, '52.50.0.1', 'NO(BAD_STATE)', 'CL-1'],
  ['stopped', 'web-3', someone, 'NO(BAD_STATE)', 'CL-1'],
  ['stopped', someone, '52.50.0.3', 'NO<-(BAD_STATE)', 'CL-1: the answer goes by gate'],
  ['stopped', someone6, address6, 'OK', 'RT-3: IPv6 goes past gate'],
  ['checking', someone, '52.50.0.1', 'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)', 'RT-19'],
  ['checking', someone, '52.50.0.10', 'OK', 'RT-19: gate itself'],
  ['dropping', someone, '52.50.0.1', 'NO(FIREWALL_RULES_RESTRICTION)', 'WALK-6'],
  ['masquerading', 'web-3', someone, 'OK', 'CL-15: the answer comes to the address of gate'],
  ['masquerading', someone, '52.50.0.3', 'NO<-(RETURN_PATH_ASYMMETRIC)', '12.3 row 2'],
  ['stateless', someone, '52.50.0.3', 'OK', 'CL-7: no state to miss'],
  ['stateless', 'web-3', someone, 'OK', 'CL-7'],
  [
    'stateless',
    someone,
    '52.50.0.2',
    `NO<-(${redirection})`,
    'R:codes: the gateway itself refuses',
  ],
])('gate is %s: %s → %s tcp/443: %s (%s)', (gate, from, to, expected) => {
  expect(verdict(inspectionHub(gates[gate]), from, to, 'tcp/443')).toBe(expected)
})

const masking = inspectionHub({ both: { forwarding: 'masquerade' } })

it.each([
  ['red-a', 'blue-b', 'tcp/443', 'OK', 'CL-15: the answer comes to the address of fw-a'],
  ['red-b', 'blue-a', 'icmp', 'OK', 'CL-15'],
  ['red-a', 'blue-b', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['green-c', 'red-a', 'tcp/22', 'OK', 'CL-15: by either'],
  ['green-c', 'red-a', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'CL-15: seen as the firewall'],
  ['yellow', 'red-a', 'tcp/22', 'NO<-(RETURN_PATH_ASYMMETRIC)', '12.3 row 2: back by another NAT'],
  ['red-a', 'yellow', 'tcp/22', 'OK', 'CL-15: back to the address of fw-a'],
  ['red-b', net, 'tcp/443', 'OK', 'CL-15: pub-b finds fw-b by local'],
  ['red-b', '10.12.1.30', 'tcp/9443', 'OK', 'LB-6, CL-15'],
])('%s → %s %s behind NAT instances: %s (%s)', (from, to, what, expected) => {
  expect(verdict(masking, from, to, what)).toBe(expected)
})

it.each([
  ['red-a', '10.77.0.1', false, 'NO(LOOP_DETECTED)', 'WALK-14: inspected leads back to insp'],
  ['red-a', '10.77.0.1', true, 'NO(LOOP_DETECTED)', 'WALK-14'],
  ['red-a', 'blue-a', false, 'OK', 'TGW-9: propagated routes are more specific'],
])('%s → %s, inspected with 0/0 insp, appliance mode %s: %s (%s)', (from, to, on, expected) => {
  const looping = inspectionHub({ applianceMode: on, inspected: { '0.0.0.0/0': 'insp' } })
  expect(verdict(looping, from, to)).toBe(expected)
})
