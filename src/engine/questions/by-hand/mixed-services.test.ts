/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: the code of an answer that meets an egress-only internet gateway without state
 * (WALK-9); the name of line, from which AWS takes the nodes of zones without a healthy target; and
 * clients of the internet kept over a peering connection, which LB-7 allows and PEER-10 does not.
 */
import { expect, it } from 'vitest'
import { verdict } from '../../testing/ask'
import { mixedServices } from './testing/mixed-services'

const net = 'internet:net'
const someone = '8.8.8.8'
const admin = '81.2.69.9'
const admin6 = '2600:1f18:1::5'
const someone6 = '2a00:1450:4001::5'
const front = 'load-balancer:front'
const line = 'load-balancer:line'
const mesh = 'service-network:mesh'
const pods = 'eks-pods:p'
const podsApart = 'eks-pods:q'
const web6 = '2a05:d018:1000:a::10'
const bastion6 = '2a05:d018:1000::10'
const refused = 'NO(ENI_SG_RULES_MISMATCH)'
const fenced = 'NO(SUBNET_ACL_RESTRICTION)'
const nobody = 'NO(NO_POSSIBLE_DESTINATION)'

const services = mixedServices()

it.each([
  // the Application Load Balancer
  [someone, front, 'tcp/443', 'OK', 'section 10 row 1: the groups form a chain'],
  [someone6, front, 'tcp/443', 'OK', 'LB-3: dualstack, to IPv4 targets'],
  [someone, front, 'tcp/80', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  [someone6, front, 'tcp/80', refused, 'SG-4: the rule is for IPv4'],
  [someone, front, 'tcp/8443', 'OK', 'LB-9: a target of the peered VPC sees a node'],
  [someone, front, 'tcp/8444', refused, 'CL-4: its group refuses the node'],
  [someone, front, 'tcp/8445', 'OK', 'CL-12: a redirect needs no target'],
  ['bastion', '10.40.0.20', 'tcp/443', 'OK', 'LB-5: by the private address of a node'],
  ['web-b', 'web-a', 'tcp/8080', refused, 'SG-5: open to the load balancer alone'],
  // the Network Load Balancer
  [someone, line, 'tcp/81', 'OK', 'LB-6, WALK-11: kept, back by the load balancer'],
  [someone, line, 'tcp/82', refused, 'section 10 row 2: it is the client that is asked'],
  [someone, line, 'tcp/83', 'OK', 'section 10 row 3: by address it is a node'],
  [someone, '52.80.1.1', 'tcp/84', 'OK', 'LB-10: node and target in a'],
  [someone, '52.80.1.2', 'tcp/84', 'NO(ELB_NOT_CROSSZONE)', 'LB-10: the target is in a'],
  [someone, line, 'tcp/84', 'OK', 'LB-10: the name leads to nodes with a target alone'],
  [someone, line, 'tcp/85', 'OK', 'CL-13: cross-zone for the target group'],
  [someone, line, 'tcp/86', 'NOT-MODELLED', 'LB-7, PEER-10: kept, over a peering connection'],
  ['web-b', '10.40.0.30', 'tcp/86', 'OK', 'LB-7: an address of shop may pass it'],
  [someone, line, 'tcp/87', 'OK', 'LB-6: not kept'],
  [someone, line, 'udp/53', 'OK', 'LB-6: UDP is always kept'],
  [someone, line, 'udp/81', 'NO(ELBV2_LISTENERS_MISMATCH)', '12.2: a listener for TCP'],
  ['web-a', '10.40.0.30', 'tcp/84', 'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)', 'LB-7: itself'],
  ['web-b', '10.40.0.30', 'tcp/84', 'OK', 'LB-6'],
  ['far', '10.40.0.30', 'tcp/81', 'OK', 'PEER-9: over the peering connection'],
  // databases behind a network ACL
  ['web-a', 'db', 'tcp/5432', 'OK', 'ACL-4: both directions'],
  ['fn', 'db', 'tcp/5432', 'OK', 'ACL-7: a Lambda function, all its ports'],
  ['web-a', 'db', 'tcp/3306', fenced, 'ACL-2: before the group'],
  ['bastion', 'db', 'tcp/5432', fenced, 'ACL-6: not of app'],
  ['far', 'db', 'tcp/5432', fenced, 'PEER-11, ACL-6'],
  ['db', net, 'tcp/443', fenced, 'WALK-5: before the missing route'],
  ['db', 'web-a', 'tcp/8081', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-4: its answers may not come in'],
  ['db', someone6, 'tcp/443', 'NO(ADDRESS_FAMILY_MISMATCH)', 'WALK-2'],
  // pods and functions
  [pods, 'db', 'tcp/5432', 'OK', 'LB-15: inside the VPC with the address of the pod'],
  [pods, 'far', 'tcp/5432', 'OK', 'section 10 row 6: seen as the node, by its group'],
  [pods, 'far', 'tcp/22', 'OK', 'LB-15: the node is in the prefix list'],
  [pods, net, 'tcp/443', 'OK', 'LB-15, NET-9'],
  ['web-a', pods, 'tcp/8080', 'OK', 'LB-13: the group of the node'],
  ['far', pods, 'tcp/8080', refused, 'LB-13'],
  [someone, pods, 'tcp/8080', nobody, 'CL-5'],
  [podsApart, 'web-a', 'tcp/8081', 'OK', 'LB-14: a second block is local too'],
  [podsApart, 'db', 'tcp/5432', fenced, 'LB-14: 100.64 is not app'],
  [podsApart, 'far', 'tcp/8081', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'LB-16: back knows 10.40 alone'],
  [podsApart, 'far', 'tcp/22', refused, 'LB-16: 100.64 is not in the prefix list'],
  [podsApart, net, 'tcp/443', 'OK', 'LB-16: the NAT gateway translates'],
  ['fn', net, 'tcp/443', 'OK', 'NET-9'],
  [net, 'fn', 'tcp/443', nobody, 'CL-5'],
  ['web-a', 'fn', 'tcp/443', 'NO(SG_HAS_NO_RULES)', 'SG-2'],
  // IPv6 and prefix lists
  [web6, someone6, 'tcp/443', 'OK', 'NET-21'],
  [someone6, web6, 'tcp/8081', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'CL-9, WALK-9: the answer dies'],
  [someone6, web6, 'tcp/8080', refused, 'SG-5: before that'],
  [admin6, bastion6, 'tcp/22', 'OK', 'NET-5, SG-4: in the prefix list'],
  [someone6, bastion6, 'tcp/22', refused, 'SG-4: not in it'],
  [admin, '52.80.2.1', 'tcp/22', 'OK', 'SG-4: in the prefix list'],
  [someone, '52.80.2.1', 'tcp/22', refused, 'SG-4: not in it'],
  ['bastion', 'far', 'tcp/22', 'OK', 'SG-4: the first entry'],
  ['web-b', 'far', 'tcp/22', 'OK', 'SG-4: the second entry'],
  [bastion6, someone6, 'tcp/443', refused, 'SG-4: no rule lets IPv6 out'],
  // VPC Lattice
  ['web-a', mesh, 'tcp/443', 'OK', 'EP-14: the group of the association lets web'],
  ['fn', mesh, 'tcp/443', refused, 'EP-14: but not the function'],
  ['db', mesh, 'tcp/443', fenced, 'EP-14: a network ACL counts for the client'],
  ['far', mesh, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'EP-14: back is not associated'],
  ['twin', mesh, 'tcp/443', 'OK', 'OVL-7: overlapping, without any route'],
  ['twin', 'far', 'tcp/8081', 'NO(DISCONNECTED_VPCS)', 'section 4 row 9: no other way'],
  ['web-a', 'far', 'tcp/443', refused, 'EP-14: open to VPC Lattice alone'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(services, from, to, what)).toBe(expected)
})

it.each<[readonly [number, number], string, string, string]>([
  [[32768, 61000], 'web-a', 'OK', 'ACL-7: all a Linux client uses'],
  [[49152, 65535], 'web-a', 'OK', 'ACL-7: part of it, with a warning'],
  [[1024, 32767], 'web-a', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-7: none of it'],
  [[1024, 32767], 'fn', 'OK', 'ACL-7: part of what a function uses'],
  [[443, 443], 'fn', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-4: no ephemeral port'],
])('answers from %j: %s → db: %s (%s)', (answers, from, expected) => {
  expect(verdict(mixedServices({ answers }), from, 'db', 'tcp/5432')).toBe(expected)
})

const translating = mixedServices({ externalSnat: false })

it.each([
  [podsApart, 'far', 'tcp/8081', 'OK', 'LB-15: seen as the node'],
  [podsApart, 'far', 'tcp/22', 'OK', 'LB-15: which is in the prefix list'],
  [podsApart, 'far', 'tcp/5432', 'OK', 'LB-15: and in its group'],
  [podsApart, 'db', 'tcp/5432', fenced, 'LB-15: not translated inside the VPC'],
])('without external SNAT: %s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(translating, from, to, what)).toBe(expected)
})

const blocked = 'NO(VPC_BLOCK_PUBLIC_ACCESS_ENABLED)'
const modes = {
  both: { shop: { internetGatewayBlockMode: 'block-bidirectional' } },
  ingress: { shop: { internetGatewayBlockMode: 'block-ingress' } },
  bothButPubA: {
    shop: { internetGatewayBlockMode: 'block-bidirectional' },
    pubA: { internetGatewayBlockMode: 'off' },
  },
}

it.each<[keyof typeof modes, string, string, string, string, string]>([
  ['both', someone, front, 'tcp/443', blocked, 'NET-25'],
  ['both', 'web-a', net, 'tcp/443', blocked, 'NET-25: the NAT gateway too'],
  ['both', web6, someone6, 'tcp/443', blocked, 'NET-25: the egress-only gateway too'],
  ['both', 'web-a', 'far', 'tcp/8081', 'OK', 'NET-25: not over peering'],
  ['both', 'web-a', mesh, 'tcp/443', 'OK', 'NET-25: not by VPC Lattice'],
  ['both', 'far', '10.40.0.30', 'tcp/81', 'OK', 'NET-25: private addresses of nodes'],
  ['ingress', someone, front, 'tcp/443', blocked, 'NET-25'],
  ['ingress', 'web-a', net, 'tcp/443', 'OK', 'NET-25: out by the NAT gateway'],
  ['ingress', web6, someone6, 'tcp/443', 'OK', 'NET-25: out by the egress-only gateway'],
  ['ingress', 'bastion', net, 'tcp/443', blocked, 'NET-25: not by the internet gateway itself'],
  ['ingress', someone6, web6, 'tcp/8081', blocked, 'NET-25: before CL-9'],
  ['bothButPubA', someone, '52.80.0.1', 'tcp/443', 'OK', 'NET-25: the node in pub-a'],
  ['bothButPubA', someone, front, 'tcp/443', blocked, 'CL-3: the node in pub-b is not excluded'],
  ['bothButPubA', admin, '52.80.2.1', 'tcp/22', 'OK', 'NET-25: the excluded subnet'],
])('Block Public Access %s: %s → %s %s: %s (%s)', (mode, from, to, what, expected) => {
  expect(verdict(mixedServices(modes[mode]), from, to, what)).toBe(expected)
})
