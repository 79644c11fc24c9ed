/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: priv from the internet, where CL-5 comes before section 3 row 5, and the group
 * behind a public address, where CL-8 comes before SG-5.
 */
import { expect, it } from 'vitest'
import { verdict } from '../../testing/ask'
import { inspectedEdge, middle } from './testing/inspected-edge'

const net = 'internet:net'
const someone = '8.8.8.8'
const asymmetric = 'NO<-(MIDDLEBOX_ASYMMETRIC)'
const refused = 'NO(ENI_SG_RULES_MISMATCH)'

const edge = inspectedEdge()

it.each([
  [someone, '52.71.0.1', 'tcp/443', 'OK', 'RT-15: in by gwe, out by gwe'],
  ['web-1', someone, 'tcp/443', 'OK', 'EP-12: out by gwe, in by gwe'],
  ['web-1', someone, 'udp/53', 'OK', 'EP-12: the appliance passes all'],
  [someone, '52.71.0.1', 'tcp/22', refused, 'WALK-8: behind gwe the group still decides'],
  [someone, '52.71.0.2', 'tcp/443', 'NO<-(INGRESS_RTB_TRAFFIC_REDIRECTION)', 'RT-17: out past gwe'],
  ['web-2', someone, 'tcp/443', 'NO(INGRESS_RTB_TRAFFIC_REDIRECTION)', 'R:codes: out past gwe'],
  [someone, '52.71.0.3', 'tcp/443', asymmetric, 'CL-7: in past gwe, out by gwe'],
  ['web-3', someone, 'tcp/443', asymmetric, 'CL-7: out by gwe, in past gwe'],
  [someone, '52.71.0.4', 'tcp/443', 'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)', 'EP-10: gwe-b'],
  ['web-4', someone, 'tcp/443', 'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)', 'EP-10: gwe-b'],
  ['priv', net, 'tcp/443', 'OK', 'RT-20: the NAT gateway goes out by gwe and is answered by it'],
  [net, '52.71.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  [net, 'priv', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5: a private address'],
  ['web-1', 'web-3', 'tcp/443', 'OK', 'RT-4: local, not inspected'],
  ['web-1', 'web-3', 'tcp/9000', 'OK', 'SG-5: so the group is still known'],
  [
    'web-1',
    '52.71.0.3',
    'tcp/9000',
    'NO(SG_REFERENCES_NOT_PRESERVED)',
    'NET-22, CL-8: by its public address it is not',
  ],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(edge, from, to, what)).toBe(expected)
})

const boxes = {
  stopped: { box: { state: 'stopped' } },
  dropping: { box: { forwarding: 'drop' } },
  stateless: { box: { stateful: false } },
  unheard: { admits: [] },
  missing: { targets: [] },
  rejected: { endpoint: { state: 'rejected' } },
}

it.each<[keyof typeof boxes, string, string, string, string]>([
  ['stopped', someone, '52.71.0.1', 'NO(BAD_STATE)', 'CL-1: the instance'],
  ['stopped', 'web-1', 'web-3', 'OK', 'RT-4: not on the way'],
  ['dropping', someone, '52.71.0.1', 'NO(FIREWALL_RULES_RESTRICTION)', 'WALK-6'],
  ['stateless', someone, '52.71.0.3', 'OK', 'CL-7: no state to miss'],
  ['unheard', someone, '52.71.0.1', 'NO(SG_HAS_NO_RULES)', '12.2: GENEVE to the appliance'],
  ['missing', someone, '52.71.0.1', 'NO(ELBV2_LISTENER_HAS_NO_TG)', '12.2: nobody to inspect'],
  ['rejected', 'web-1', someone, 'NO(BAD_STATE)', 'EP-8'],
  ['rejected', someone, '52.71.0.2', 'NO(BAD_STATE)', 'EP-8: before the answer goes astray'],
])('the appliance %s: %s → %s: %s (%s)', (variant, from, to, expected) => {
  expect(verdict(inspectedEdge(boxes[variant]), from, to)).toBe(expected)
})

const gates = {
  forwarding: {},
  checking: { face: { sourceDestCheck: true } },
  stopped: { gate: { state: 'stopped' } },
  dropping: { gate: { forwarding: 'drop' } },
  oneWay: { back: {} },
  oneWayStateless: { back: {}, gate: { stateful: false } },
  oneWayMasquerade: { back: {}, gate: { forwarding: 'masquerade' } },
}

it.each<[keyof typeof gates, string, string, string, string, string]>([
  ['forwarding', 'x', 'y', 'tcp/443', 'OK', 'RT-5, section 2 row 4'],
  ['forwarding', 'y', 'x', 'tcp/443', 'OK', 'CL-7: mirrored'],
  ['forwarding', 'x', 'y', 'tcp/9000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['forwarding', 'x', 'y', 'udp/53', refused, 'SG-2'],
  ['forwarding', 'x', 'gate', 'tcp/22', 'OK', 'RT-4: the appliance itself'],
  ['forwarding', 'gate', 'y', 'tcp/443', 'OK', 'RT-4'],
  ['forwarding', 'z', 'y', 'tcp/9000', 'OK', 'RT-4: no appliance between z and y'],
  ['forwarding', 'z', 'x', 'tcp/443', 'OK', 'RT-4'],
  ['checking', 'x', 'y', 'tcp/443', 'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)', 'RT-19'],
  ['checking', 'x', 'gate', 'tcp/22', 'OK', 'RT-19: what is meant for it'],
  ['checking', 'z', 'y', 'tcp/443', 'OK', 'RT-4'],
  ['stopped', 'x', 'y', 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['stopped', 'x', 'x-2', 'tcp/443', 'OK', 'RT-18: one subnet'],
  ['dropping', 'x', 'y', 'tcp/443', 'NO(FIREWALL_RULES_RESTRICTION)', 'WALK-6'],
  ['oneWay', 'x', 'y', 'tcp/443', asymmetric, 'CL-7: the answer is local'],
  ['oneWay', 'y', 'x', 'tcp/443', asymmetric, 'CL-7: the request is local'],
  ['oneWayStateless', 'x', 'y', 'tcp/443', 'OK', 'CL-7'],
  ['oneWayMasquerade', 'x', 'y', 'tcp/443', 'OK', 'CL-15: the answer comes to its address'],
  ['oneWayMasquerade', 'y', 'x', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', '12.3 row 2'],
])('the gate %s: %s → %s %s: %s (%s)', (variant, from, to, what, expected) => {
  expect(verdict(middle(gates[variant]), from, to, what)).toBe(expected)
})
