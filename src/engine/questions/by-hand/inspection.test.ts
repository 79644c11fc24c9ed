/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 */
import { expect, it } from 'vitest'
import { tens } from '../../../model/testing/build'
import { verdict } from '../../testing/ask'
import { centralInspection, match } from './testing/inspection'

const net = 'internet:net'
const asymmetric = 'NO<-(MIDDLEBOX_ASYMMETRIC)'
const filtered = 'NO(FIREWALL_RULES_RESTRICTION)'

const affine = centralInspection()

it.each([
  // between spokes
  ['east-a', 'west-a', 'tcp/443', 'OK', 'TGW-15: there and back by fw-a'],
  ['east-b', 'west-b', 'tcp/443', 'OK', 'TGW-15: there and back by fw-b'],
  ['east-a', 'west-b', 'tcp/443', asymmetric, 'CL-7: there by fw-a, back by fw-b'],
  ['east-b', 'west-a', 'tcp/443', asymmetric, 'CL-7'],
  ['east-a', 'west-b', 'icmp/8', 'OK', 'CL-7: a stateless pass keeps no state'],
  ['lone', 'west-a', 'tcp/443', asymmetric, 'CL-3: there by either, back by fw-a'],
  ['west-a', 'lone', 'tcp/443', asymmetric, 'CL-3: there by fw-a, back by either'],
  ['east-a', 'west-a', 'tcp/22', filtered, '12.2: a stateful drop'],
  ['east-a', 'west-a', 'tcp/8080', 'OK', 'order of actions: pass before drop'],
  ['east-b', 'west-b', 'tcp/8080', filtered, '12.2: the pass is for east-a alone'],
  ['east-b', 'west-a', 'tcp/8080', filtered, 'WALK-15: dropped before any answer'],
  ['west-a', 'east-a', 'tcp/8080', 'OK', 'the drop is for packets to west'],
  ['east-a', 'west-a', 'tcp/9000', 'OK', 'an alert lets pass'],
  ['east-a', 'west-a', 'udp/53', 'OK', 'order of actions: what no rule matches passes'],
  ['east-a', 'west-a', 'udp/514', filtered, '12.2: a reject'],
  ['east-a', 'west-a', 'udp/69', filtered, '12.2: a stateless drop'],
  ['east-a', 'west-a', 'tcp/7000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7, TGW-16: inspected'],
  ['east-a', 'west-a', 'tcp/7001', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['east-a', 'east-b', 'tcp/22', 'OK', 'RT-4: local, not inspected'],
  [
    'east-a',
    '10.99.0.1',
    'tcp/443',
    'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    'TGW-10: behind fw-a',
  ],
  ['east-a', '10.32.1.99', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'WALK-6: nobody there'],
  // to the internet
  ['east-a', net, 'tcp/443', 'OK', 'TGW-22: pub-a answers by fw-a'],
  ['east-b', net, 'tcp/443', 'OK', 'TGW-22: pub-b answers by fw-b'],
  ['lone', net, 'tcp/443', 'OK', 'TGW-4: by either, each way answered by its own'],
  ['east-a', net, 'icmp/8', 'OK', 'NET-10'],
  ['east-a', net, 'tcp/22', filtered, '12.2: a stateful drop'],
  ['east-a', net, 'tcp/8080', 'OK', 'the drop is for packets to west'],
  [
    'east-a',
    net,
    '50',
    'NO(PROTOCOL_RESTRICTION)',
    'NET-10: the firewall lets it, the NAT does not',
  ],
  [net, 'east-a', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '52.70.0.1', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(affine, from, to, what)).toBe(expected)
})

const pinned = centralInspection({ applianceMode: true })

it.each([
  ['east-a', 'west-a', 'tcp/443', 'OK', 'TGW-15'],
  ['east-a', 'west-b', 'tcp/443', 'OK', 'TGW-15: back by the same endpoint'],
  ['east-b', 'west-a', 'tcp/443', 'OK', 'TGW-15'],
  ['lone', 'west-a', 'tcp/443', 'OK', 'TGW-15'],
  ['west-a', 'lone', 'tcp/443', 'OK', 'TGW-15'],
  ['east-b', 'west-a', 'tcp/8080', filtered, '12.2'],
  ['east-a', 'west-b', 'tcp/7000', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['east-a', net, 'tcp/443', 'OK', 'RT-17: whichever zone, its answer comes back by it'],
  ['lone', net, 'tcp/443', 'OK', 'RT-17'],
])('%s → %s %s with appliance mode: %s (%s)', (from, to, what, expected) => {
  expect(verdict(pinned, from, to, what)).toBe(expected)
})

const igw = 'internet-gateway:insp'
const tgw = 'transit-gateway:core'
const routes = {
  pastB: { 'pub-b': { '0.0.0.0/0': igw, '10.0.0.0/8': tgw } },
  noReturn: { 'pub-a': { '0.0.0.0/0': igw } },
  noExit: { 'fw-a': { '10.0.0.0/8': tgw } },
  unseenB: { 'tgw-b': { '0.0.0.0/0': 'nat-gateway:nat-b' } },
  onlyA: {
    'tgw-b': { '0.0.0.0/0': 'vpc-endpoint:fw-a' },
    'pub-b': { '0.0.0.0/0': igw, '10.0.0.0/8': 'vpc-endpoint:fw-a' },
  },
}

it.each<[keyof typeof routes, boolean, string, string, string, string, string]>([
  ['pastB', false, 'east-a', net, 'tcp/443', 'OK', 'by zone a'],
  ['pastB', false, 'east-b', net, 'tcp/443', asymmetric, 'CL-7: the answer goes past fw-b'],
  ['pastB', false, 'east-b', net, 'icmp/8', 'OK', 'CL-7: a stateless pass keeps no state'],
  ['pastB', false, 'lone', net, 'tcp/443', asymmetric, 'CL-3: it may go by zone b'],
  ['pastB', true, 'east-a', net, 'tcp/443', asymmetric, 'CL-3: and so may all in appliance mode'],
  [
    'noReturn',
    false,
    'east-a',
    net,
    'tcp/443',
    'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    'CL-6',
  ],
  ['noReturn', false, 'east-b', net, 'tcp/443', 'OK', 'CL-6: pub-b knows the way'],
  ['noReturn', false, 'east-a', 'west-a', 'tcp/443', 'OK', 'RT-20: pub-a is not on the way'],
  ['noExit', false, 'east-a', net, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'EP-12: at fw-a'],
  ['noExit', false, 'east-a', 'west-a', 'tcp/443', 'OK', 'EP-12: 10/8 is enough'],
  ['unseenB', false, 'east-b', net, 'tcp/443', asymmetric, 'CL-7: out past fw-b, back by it'],
  ['unseenB', false, 'east-b', 'west-b', 'tcp/443', asymmetric, 'NET-11: back to the NAT by local'],
  ['unseenB', false, 'east-a', 'west-a', 'tcp/443', 'OK', 'TGW-15: zone a as ever'],
  ['onlyA', false, 'east-a', 'west-b', 'tcp/443', 'OK', 'EP-12: one endpoint for both zones'],
  ['onlyA', false, 'east-b', net, 'tcp/443', 'OK', 'RT-17: there and back by fw-a'],
  ['onlyA', true, 'lone', 'west-b', 'tcp/443', 'OK', 'EP-12'],
])('routes %s, appliance mode %s: %s → %s %s: %s (%s)', (variant, on, from, to, what, expected) => {
  const design = centralInspection({ applianceMode: on, tables: routes[variant] })
  expect(verdict(design, from, to, what)).toBe(expected)
})

const other = match('OTHER_RULE_GROUP', '-1', null)
const https = match('PASS', 'tcp', 443)
const strict = { ruleOrder: 'STRICT_ORDER', statefulDefaultAction: 'aws:drop_strict' }
const firewalls = {
  provisioning: { status: 'PROVISIONING' },
  strict: {
    ...strict,
    statefulRules: tens([match('DROP', 'tcp', 443, { destination: '10.32.2.10/32' }), https]),
  },
  strictAndFiner: { ...strict, statefulRules: tens([https, other]) },
  finerFirst: { ...strict, statefulRules: tens([other, https]) },
  finer: { statefulRules: tens([https, match('DROP', 'tcp', 22), other]) },
  statelessFiner: { statelessRules: tens([other, match('aws:pass', 'icmp', null)]) },
  passing: { statelessDefaultAction: 'aws:pass' },
  dropping: { statelessDefaultAction: 'aws:drop' },
}

it.each<[keyof typeof firewalls, string, string, string, string, string]>([
  ['provisioning', 'east-a', 'west-a', 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['provisioning', 'east-a', 'east-b', 'tcp/443', 'OK', 'RT-4'],
  ['strict', 'east-a', 'west-a', 'tcp/443', 'OK', 'the second rule'],
  ['strict', 'east-b', 'west-b', 'tcp/443', filtered, 'the first rule, whatever its action'],
  ['strict', 'east-a', 'west-a', 'tcp/80', filtered, 'drop_strict: no rule matches'],
  ['strict', 'east-a', 'west-a', 'icmp/8', 'OK', 'passed before the stateful rules'],
  ['strict', 'east-a', net, 'udp/53', filtered, 'drop_strict'],
  ['strictAndFiner', 'east-a', 'west-a', 'tcp/443', 'OK', 'decided before the finer group'],
  ['strictAndFiner', 'east-a', 'west-a', 'tcp/80', 'NOT-MODELLED', 'left to the finer group'],
  ['finerFirst', 'east-a', 'west-a', 'tcp/443', 'NOT-MODELLED', 'it may drop before'],
  ['finer', 'east-a', 'west-a', 'tcp/443', 'OK', 'nothing comes before a pass'],
  ['finer', 'east-a', 'west-a', 'tcp/22', 'NOT-MODELLED', 'it may pass before the drop'],
  ['finer', 'east-a', 'west-a', 'tcp/80', 'NOT-MODELLED', 'it may drop'],
  ['statelessFiner', 'east-a', 'west-a', 'icmp/8', 'NOT-MODELLED', 'it may drop before the pass'],
  ['passing', 'east-a', 'west-a', 'tcp/22', 'OK', 'the stateful rules never see it'],
  ['passing', 'east-a', 'west-b', 'tcp/443', 'OK', 'CL-7: no state to miss'],
  ['passing', 'east-a', 'west-a', 'udp/69', filtered, 'the stateless drop remains'],
  ['dropping', 'east-a', 'west-a', 'tcp/443', filtered, 'no stateless rule matches'],
  ['dropping', 'east-a', net, 'icmp/8', 'OK', 'the stateless pass'],
])('a firewall that is %s: %s → %s %s: %s (%s)', (variant, from, to, what, expected) => {
  expect(verdict(centralInspection({ firewall: firewalls[variant] }), from, to, what)).toBe(
    expected,
  )
})

const halfReady = centralInspection({ endpoint: { state: 'pending' } })

it.each([
  ['east-a', 'west-a', 'OK', 'TGW-15: never by fw-b'],
  ['east-b', 'west-b', 'NO(BAD_STATE)', 'EP-8'],
  ['east-a', 'west-b', 'NO<-(BAD_STATE)', 'EP-8: the answer comes by fw-b'],
  ['lone', net, 'NO(BAD_STATE)', 'CL-3: it may go by fw-b'],
])('fw-b pending: %s → %s: %s (%s)', (from, to, expected) => {
  expect(verdict(halfReady, from, to)).toBe(expected)
})
