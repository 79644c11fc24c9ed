/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: h1 → 10.0.1.20, which somebody in acq has (section 11 row 4). Added
 * afterwards: h1 → 10.0.1.99, d5 → the pods behind default SNAT.
 */
import { expect, it } from 'vitest'
import { verdict } from '../../testing/ask'
import { company } from './testing/bought-company'

const net = 'internet:net'
const alb = 'load-balancer:alb'
const nlb = 'load-balancer:nlb'
const web = 'eks-pods:web'
const agent = 'eks-pods:agent'
const ext = 'eks-pods:ext'
const noTgwRoute = 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT'
const rfc1918 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
const rfc6598 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'

it.each([
  // equal blocks: by the private NAT gateway to load balancers in the routable block
  ['c1', alb, 'tcp/443', 'OK', 'OVL-3, OVL-4'],
  ['c1', '100.64.2.74', 'tcp/443', 'OK', 'OVL-3: the node in the other zone'],
  ['c1', alb, 'tcp/8443', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  ['c1', alb, 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-8: groups before listeners'],
  ['cb', alb, 'tcp/443', 'OK', 'RT-20: the NAT gateway is in an attached zone'],
  ['corp-gate', alb, 'tcp/443', 'OK', 'OVL-3 without NAT'],
  ['c1', nlb, 'tcp/5432', 'NO(ELB_NOT_CROSSZONE)', 'LB-10, CL-3'],
  ['c1', '100.64.2.11', 'tcp/5432', 'NO(ELB_NOT_CROSSZONE)', 'LB-10'],
  ['c1', '100.64.2.75', 'tcp/5432', 'OK', 'LB-10: the target is in its zone'],
  ['c1', nlb, 'udp/514', 'OK', 'LB-6, CL-13: seen as the NAT gateway'],
  ['c1', nlb, 'udp/162', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-6: UDP keeps the client'],
  ['c1', nlb, 'tcp/514', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  ['c1', nlb, 'tcp/443', 'OK', 'LB-6: the ALB behind it sees the NAT gateway'],
  ['c1', 'acq-gate', 'udp/123', 'OK', 'OVL-3'],
  ['c1', 'acq-gate', 'icmp', 'OK', 'NET-10'],
  ['c1', 'acq-gate', '50', 'NO(PROTOCOL_RESTRICTION)', 'NET-10'],
  ['corp-gate', 'acq-gate', '47', 'OK', 'TGW-1: no NAT on the way'],
  ['c1', 'labs-gate', 'tcp/443', 'OK', 'OVL-3'],
  ['c1', alb, 'tcp/444', 'OK', 'CL-14: only the healthy target'],
  ['c1', alb, 'tcp/445', 'NO(ENI_SG_RULES_MISMATCH)', 'CL-14: none is healthy, so all get it'],
  ['c1', alb, 'tcp/446', 'NO(ELBV2_LISTENER_HAS_NO_TG)', 'section 10 row 5'],
  ['c1', alb, 'tcp/447', 'OK', 'CL-12: the ALB answers itself'],
  ['c1', alb, 'icmp', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['c1', nlb, 'icmp', 'NO(ELBV2_LISTENERS_MISMATCH)', 'LB-8: no group, no listener'],
  ['orders', '100.64.2.11', 'tcp/7', 'OK', 'LB-6, WALK-11'],
  ['acq-gate', '100.64.2.11', 'tcp/7', 'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)', 'LB-7: itself'],
  ['ledger', '100.64.2.75', 'tcp/5432', 'OK', 'LB-7: itself, but as the load balancer'],
  // equal blocks: what does not work
  ['c1', 'orders', 'tcp/8080', 'NO(CIDR_OVERLAP)', 'section 11 row 4'],
  ['c1', 'ledger', 'tcp/5432', 'NO(CIDR_OVERLAP)', 'section 11 row 4'],
  ['ledger', 'c1', 'tcp/22', 'NO(NAT_UNSOLICITED_INBOUND)', 'section 11 row 5'],
  ['acq-gate', '100.64.1.10', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['acq-gate', 'corp-gate', 'tcp/443', 'OK', 'TGW-13'],
  ['lab', 'corp-gate', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'PEER-12: 10.0/16 is corp too'],
  [
    'stray',
    'h1',
    'tcp/22',
    'NO<-(RETURN_PATH_ASYMMETRIC)',
    'PEER-12, CL-11: the answer goes to corp',
  ],
  ['h1', 'stray', 'tcp/22', 'NO(CIDR_OVERLAP)', 'CL-11: this is twin'],
  ['h1', 'orders', 'tcp/8080', 'NO(CIDR_OVERLAP)', 'CL-11: nobody in corp has it'],
  ['h1', '10.0.1.20', 'tcp/8080', 'NO(CIDR_OVERLAP)', 'section 11 row 4: this is orders'],
  ['h1', '10.0.1.99', 'tcp/22', 'NO(NO_POSSIBLE_DESTINATION)', 'WALK-6: nobody anywhere has it'],
  ['h1', '10.0.1.10', 'tcp/22', 'OK', 'CL-11: this is c1'],
  ['h1', 'acq-gate', 'tcp/22', 'OK', 'CL-11: the other block propagates'],
  ['h1', 'labs-gate', 'tcp/22', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'TGW-5'],
  ['orders', 'h1', 'tcp/22', 'NO(NO_ROUTE_TO_DESTINATION)', 'TGW-5'],
  ['labs-gate', 'corp-gate', 'tcp/443', 'OK', 'TGW-13'],
  ['labs-gate', alb, 'tcp/443', 'NO(TGW_RTB_BAD_STATE_ROUTE)', 'TGW-10'],
  ['acq-gate', 'labs-gate', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'TGW-5'],
  ['lab', net, 'tcp/443', 'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)', 'NET-16'],
  ['c1', net, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'RT-3'],
  // zones
  ['h1', 'c1', 'tcp/22', 'OK', 'TGW-13'],
  ['cb', 'h1', 'tcp/22', 'NO(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-3'],
  ['h1', 'cb', 'tcp/22', 'NO<-(TGW_ROUTE_AZ_RESTRICTION)', 'TGW-4'],
  ['h1', 'za', 'tcp/22', 'OK', 'TGW-15: it keeps to its zone'],
  ['h1', 'zb', 'tcp/22', 'NO<-(SUBNET_ACL_RESTRICTION)', 'TGW-15: there by a, back by b'],
  ['za', 'h1', 'tcp/22', 'OK', 'TGW-15'],
  ['zb', 'h1', 'tcp/22', 'NO(SUBNET_ACL_RESTRICTION)', 'ACL-9'],
  ['h1', 'l1', 'tcp/22', 'NO(BAD_STATE_ATTACHMENT)', 'section 5 row 8'],
  ['l1', 'h1', 'tcp/22', 'NO(BAD_STATE_ATTACHMENT)', 'section 5 row 8'],
  // associations, propagation, IPv6 over the transit gateway
  ['lo', 'h1', 'tcp/22', 'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)', 'TGW-6'],
  ['h1', 'lo', 'tcp/22', 'NO<-(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)', 'TGW-6'],
  ['h1', 'fo', 'tcp/22', 'OK', 'TGW-7'],
  ['2a05:d018:aa:101::10', '2a05:d018:aa:301::10', 'udp/53', 'OK', 'TGW-19'],
  ['2a05:d018:aa:101::10', '2a05:d018:aa:401::10', 'udp/53', `NO(${noTgwRoute})`, 'TGW-19'],
  ['h1', 'ds', 'tcp/443', 'NO(PCX_REQUIRES_ADDRESS_IN_VPC_CIDR)', 'TGW-9 static first, TGW-17'],
  [web, 'ds', 'tcp/443', 'OK', 'PEER-6: one route over two blocks'],
  // peering beside the transit gateway
  ['h1', 'd1', 'tcp/5432', 'OK', 'RT-6, ACL-9'],
  [
    'h1',
    'd1',
    'tcp/8080',
    'NO(SUBNET_ACL_RESTRICTION)',
    'ACL-9: outbound of the attachment subnet',
  ],
  ['h1', 'd1', 'icmp', 'NO(SUBNET_ACL_RESTRICTION)', 'ACL-9'],
  ['d1', 'h1', 'tcp/22', 'NO(SUBNET_ACL_RESTRICTION)', 'ACL-9: inbound of the attachment subnet'],
  ['h1', 'd2', 'tcp/8080', 'OK', 'RT-6: past the attachment subnet'],
  ['h1', 'd2', 'icmp', 'OK', 'RT-6'],
  ['h1', 'd2', 'tcp/22', 'OK', 'PEER-14'],
  ['d2', 'h1', 'tcp/22', 'OK', 'PEER-5'],
  ['h1', 'd3', 'tcp/5432', 'NO(BAD_STATE_ROUTE)', 'RT-11'],
  ['h1', 'd4', 'tcp/5432', 'OK', '12.3 row 3: there by tgw, back by pcx'],
  ['h1', 'd4', 'tcp/22', 'NO(SG_REFERENCING_SUPPORT)', 'CL-10, TGW-16'],
  ['d4', 'h1', 'tcp/22', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-9: back by tgw'],
  ['h1', 'd9', 'tcp/5432', 'NO(TGW_RTB_BAD_STATE_ROUTE)', 'TGW-10'],
  ['h1', 'tool', 'tcp/9100', 'OK', 'TGW-16'],
  ['h1', 'tool', 'tcp/22', 'OK', 'TGW-13'],
  ['h1', 'tool-b', 'tcp/22', 'NO(PEERING_TRANSITIVE)', 'PEER-7'],
  ['tool-b', 'h1', 'tcp/22', 'NO<-(PEERING_TRANSITIVE)', 'PEER-7'],
  ['2a05:d018:aa:101::10', '2a05:d018:aa:202::10', 'tcp/443', 'OK', 'PEER-17'],
  [
    '2a05:d018:aa:101::10',
    '2a05:d018:aa:201::10',
    'udp/53',
    'NO<-(NO_ROUTE_TO_DESTINATION)',
    'PEER-17',
  ],
  ['2a05:d018:aa:101::10', '2600:1f00::1', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'RT-3'],
  // a load balancer whose target is in another VPC
  ['h1', 'load-balancer:hub-nlb', 'tcp/5432', 'OK', 'LB-9'],
  ['h1', 'load-balancer:hub-nlb', 'tcp/6432', 'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)', 'LB-7'],
  ['w1', 'load-balancer:hub-nlb', 'tcp/5432', 'OK', 'LB-4, TGW-14'],
  ['h1', 'load-balancer:zones-nlb', 'tcp/80', 'NO(ELB_INSTALLED_AZ_RESTRICTION)', 'LB-10'],
  [net, 'load-balancer:hub-nlb', 'tcp/5432', 'NO(NO_POSSIBLE_DESTINATION)', 'LB-4, CL-5'],
  // pods
  [web, 'd1', 'tcp/5432', 'OK', 'section 10 row 6'],
  [web, 'd1', 'udp/5432', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  [agent, 'd1', 'tcp/5432', 'OK', 'LB-17'],
  [ext, 'd1', 'tcp/5432', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'LB-16'],
  [web, 'd5', 'tcp/443', 'OK', 'LB-15'],
  [ext, 'd5', 'tcp/443', 'OK', 'LB-16: with a route to the pods'],
  ['d5', ext, 'tcp/8080', 'OK', 'LB-16'],
  ['d1', ext, 'tcp/8080', 'NO(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  [ext, 'd2', 'tcp/9000', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'PEER-14, LB-16'],
  [web, 'h1', 'tcp/443', 'OK', 'LB-15: excluded from SNAT'],
  [web, 'h1', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-15: excluded from SNAT'],
  [agent, 'h1', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-17: the address of the node'],
  [ext, 'h1', 'tcp/443', 'OK', 'LB-15'],
  ['h1', web, 'tcp/8080', 'OK', 'TGW-7: the pods are in a propagated block'],
  ['h1', ext, 'tcp/8080', 'OK', 'TGW-7'],
  ['h1', ext, 'tcp/9090', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-14: the groups of the ENIConfig'],
  [web, 'tool', 'tcp/8080', 'OK', 'LB-15: inside the VPC'],
  [web, 'tool', 'tcp/8081', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-15: inside the VPC'],
  [agent, 'tool', 'tcp/8081', 'OK', 'LB-17'],
  [web, ext, 'tcp/8080', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-5: no rule for itself'],
  ['nodes', 'd1', 'tcp/5432', 'OK', 'PEER-14'],
  [
    'd5',
    web,
    'tcp/8080',
    'NOT-MODELLED',
    'README of the CNI: from outside only with external SNAT',
  ],
  [net, '52.5.0.10', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  [web, net, 'tcp/443', 'OK', 'LB-15'],
  [ext, net, 'tcp/443', 'OK', 'LB-15'],
  [net, web, 'tcp/8080', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [web, alb, 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'TGW-5: acq knows no 10.60'],
  [ext, alb, 'tcp/443', `NO(${rfc6598})`, 'NET-6: the pods have no route of their own'],
  [web, 'w1', 'tcp/443', `NO(${rfc1918})`, 'NET-6'],
  // another Region
  ['h1', 'w1', 'tcp/443', 'OK', 'TGW-14'],
  ['w1', 'h1', 'tcp/22', 'OK', 'TGW-14'],
  ['h1', 'w2', 'tcp/443', `NO(${noTgwRoute})`, 'TGW-14'],
  ['w2', 'h1', 'tcp/22', `NO<-(${noTgwRoute})`, 'section 5 row 7'],
  ['c1', 'w1', 'tcp/443', `NO<-(${noTgwRoute})`, 'section 5 row 7'],
  ['w1', 'c1', 'tcp/22', `NO(${noTgwRoute})`, 'TGW-14'],
  ['w1', 'w2', '50', 'OK', 'TGW-8'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(company, from, to, what)).toBe(expected)
})
