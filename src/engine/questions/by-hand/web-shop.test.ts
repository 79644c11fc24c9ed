/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: the rule of the web tasks for the internal load balancer (forgotten in the
 * plan), open-d behind a load balancer that is not in its zone (LB-10), and the code where an egress
 * rule names the group of what is met by its public address (CL-8).
 */
import { expect, it } from 'vitest'
import { verdict } from '../../testing/ask'
import { shop } from './testing/web-shop'

const net = 'internet:net'
const alb = 'load-balancer:web'
const nlb = 'load-balancer:inner'
const front = 'load-balancer:front'
const front6 = '2a05:d018:ee00::25'
const inner = 'load-balancer:inside'
const office = '203.0.113.5'
const someone = '8.8.8.8'
const someone6 = '2600:1f18:1::5'
const stranger6 = '2600:1f18:2::5'
const alb6 = '2a05:d018:ee00::20'
const bastion6 = '2a05:d018:ee00::10'
const app6 = '2a05:d018:ee00:10::10'
const acl = 'SUBNET_ACL_RESTRICTION'
const noPublicIp = 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'

it.each([
  // the internet-facing load balancer
  [someone, alb, 'tcp/443', 'OK', 'section 10 row 1'],
  [someone, alb, 'tcp/80', 'OK', 'CL-12: it redirects itself'],
  [someone, '52.30.0.21', 'tcp/443', 'OK', 'LB-3: the node in zone b'],
  [someone, alb, 'tcp/444', 'NO(ELBV2_LISTENER_HAS_NO_TG)', 'section 10 row 5'],
  [someone, alb, 'tcp/445', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-5: the target is for the bastion'],
  ['10.20.0.10', alb, 'tcp/445', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'section 10 row 7'],
  [someone, alb, 'tcp/446', `NO<-(${acl})`, 'CL-4: the answer of the target'],
  [someone, alb, 'tcp/447', 'NO(ELB_INSTALLED_AZ_RESTRICTION)', 'LB-10: zone c'],
  [someone, alb, 'tcp/448', 'OK', 'CL-14: only healthy targets'],
  [someone, alb, 'tcp/449', 'NO(ENI_SG_RULES_MISMATCH)', 'CL-14: all, as none is healthy'],
  [someone, alb, 'tcp/450', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  [someone, alb, 'tcp/8080', 'NO(ENI_SG_RULES_MISMATCH)', 'WALK-8: groups before listeners'],
  [someone, alb, 'tcp/22', `NO(${acl})`, 'ACL-2'],
  [someone, alb, 'udp/443', `NO(${acl})`, 'ACL-6'],
  [someone, '10.20.0.20', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  ['web', alb, 'tcp/443', 'OK', 'NET-22: by public addresses'],
  ['app1', '10.20.0.20', 'tcp/443', 'OK', 'RT-4: the private address of a node'],
  [someone6, alb6, 'tcp/443', 'OK', 'NET-5: on to the targets by IPv4'],
  [someone6, alb6, 'tcp/80', `NO(${acl})`, 'ACL-3: of IPv6 only 443'],
  [app6, alb6, 'tcp/443', 'OK', 'RT-4'],
  [someone6, '10.20.0.20', 'tcp/443', 'NO(ADDRESS_FAMILY_MISMATCH)', 'WALK-2'],
  [someone, 'web', 'tcp/8080', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  ['app1', 'web', 'tcp/8080', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-5: only the load balancer may'],
  // the bastion, Elastic IP addresses
  [office, '52.30.0.10', 'tcp/22', 'OK', 'SG-4'],
  [office, '52.30.0.11', 'tcp/22', 'OK', 'NET-24: the secondary address'],
  [office, '52.30.0.10', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['198.51.100.10', '52.30.0.10', 'tcp/22', `NO(${acl})`, 'ACL-2: the group alone would'],
  [someone6, bastion6, 'tcp/22', `NO(${acl})`, 'ACL-3'],
  ['bastion', 'web', 'tcp/22', 'OK', 'SG-5'],
  ['10.20.0.11', 'web', 'tcp/22', 'OK', 'SG-5: a secondary address is in the group too'],
  ['bastion', 'locked', 'tcp/8080', 'OK', 'SG-5'],
  [bastion6, someone6, 'tcp/443', `NO(${acl})`, 'ACL-6'],
  [bastion6, someone6, 'tcp/8443', `NO<-(${acl})`, 'ACL-4'],
  ['10.20.1.41', someone, 'tcp/25', 'OK', 'NET-24'],
  ['10.20.1.40', someone, 'tcp/25', `NO(${noPublicIp})`, 'NET-2: the primary one has none'],
  ['10.20.1.41', someone, 'udp/53', `NO<-(${acl})`, 'ACL-4: answers by tcp only'],
  [someone, '52.30.0.41', 'tcp/443', 'OK', 'NET-24'],
  [someone, '52.30.0.41', 'tcp/25', `NO(${acl})`, 'ACL-2'],
  // out by NAT and egress-only gateways
  ['app1', someone, 'tcp/443', 'OK', 'NET-9, ACL-8'],
  ['app1', someone, 'tcp/5000', 'OK', 'ACL-8: 1024-65535 may come in'],
  ['app1', someone, 'tcp/25', `NO(${acl})`, 'ACL-8: into the subnet of the NAT gateway'],
  ['app1', someone, 'udp/123', `NO(${acl})`, 'ACL-8'],
  ['app1', '52.95.1.1', 'tcp/443', `NO(${noPublicIp})`, 'RT-6: a prefix list is more specific'],
  ['app2', '52.95.1.1', 'tcp/443', 'OK', 'NET-9'],
  ['web', someone, 'tcp/443', 'OK', 'LB-12'],
  ['api', someone, 'tcp/443', 'OK', 'ACL-4'],
  ['api', someone, 'tcp/8443', `NO(${acl})`, 'ACL-6'],
  [app6, someone6, 'tcp/443', 'OK', 'NET-21'],
  [app6, someone6, 'icmpv6', 'OK', 'NET-21'],
  [stranger6, app6, 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'CL-9'],
  [stranger6, app6, 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  [someone, '52.30.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['app1', bastion6, 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  [someone6, app6, 'tcp/443', 'OK', 'RT-6: the office is answered by igw'],
  [someone6, app6, 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  [app6, stranger6, 'tcp/443', 'OK', 'NET-21'],
  ['fn2', someone, 'tcp/443', `NO(${noPublicIp})`, 'NET-2: a function has no public address'],
  ['fn', '10.20.0.20', 'tcp/443', 'OK', 'SG-5: a group as the peer of an egress rule'],
  [
    'fn',
    '52.30.0.20',
    'tcp/443',
    'NO(SG_REFERENCES_NOT_PRESERVED)',
    'SG-5, CL-8: not its public address',
  ],
  ['clamp', '10.20.1.20', 'tcp/443', 'OK', 'SG-5'],
  ['clamp', alb, 'tcp/443', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-5, CL-8: its name is public'],
  ['clamp', 'cache-b', 'tcp/9000', 'OK', 'SG-5'],
  [
    'clamp',
    nlb,
    'tcp/9000',
    'NO(ENI_SG_RULES_MISMATCH)',
    'SG-5: the targets, not the load balancer',
  ],
  // the database
  ['web', 'db', 'tcp/5432', 'OK', 'ACL-7: the whole Linux range'],
  ['bastion', 'db', 'tcp/5432', `NO<-(${acl})`, 'ACL-4: not back to pub-a'],
  ['api', 'db', 'tcp/5432', `NO<-(${acl})`, 'ACL-4: not back to app-d'],
  ['app1', 'db', 'tcp/5432', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-5'],
  ['db', 'web', 'tcp/8080', 'NO(SG_HAS_NO_RULES)', 'SG-2'],
  ['db3', 'db', 'tcp/5433', 'OK', 'ACL-5: the same subnet'],
  ['db3', 'db2', 'tcp/5433', `NO(${acl})`, 'ACL-6: another subnet'],
  ['db3', someone, 'tcp/443', `NO(${acl})`, 'WALK-5: before the route'],
  ['web', 'db3', 'tcp/5432', 'OK', 'SG-5'],
  [someone, 'db', 'tcp/5432', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  // the internal load balancer
  ['web', nlb, 'tcp/9000', 'OK', 'LB-6: instances see the client'],
  ['bastion', nlb, 'tcp/9000', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-6'],
  ['bastion', nlb, 'tcp/9002', 'OK', 'LB-6: targets by address see the load balancer'],
  ['app2', '10.20.10.30', 'tcp/9001', 'OK', 'LB-10: the node with a target'],
  ['app1', '10.20.11.30', 'tcp/9001', 'NO(ELB_NOT_CROSSZONE)', 'LB-10'],
  ['cache-a', '10.20.10.30', 'tcp/9000', 'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)', 'LB-7: itself'],
  ['cache-a', '10.20.11.30', 'tcp/9000', 'OK', 'LB-7: the other one'],
  ['cache-a', nlb, 'tcp/9002', 'OK', 'LB-7: itself, but as the load balancer'],
  ['app1', nlb, 'tcp/9003', `NO<-(${acl})`, 'WALK-11, ACL-4: the answer of the target'],
  ['app1', nlb, 'udp/514', 'OK', 'LB-6, CL-13'],
  ['app2', nlb, 'udp/514', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-6: UDP keeps the client'],
  ['web', nlb, 'udp/514', 'NO(ENI_SG_RULES_MISMATCH)', 'CL-3: the tasks in app-b'],
  ['app1', nlb, 'tcp/514', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  ['app1', nlb, 'icmp', 'NO(ELBV2_LISTENERS_MISMATCH)', 'LB-8: no group, no listener'],
  [net, nlb, 'tcp/9000', 'NO(NO_POSSIBLE_DESTINATION)', 'LB-4, CL-5'],
  ['api', nlb, 'tcp/9000', `NO(${acl})`, 'ACL-6'],
  // an internet-facing Network Load Balancer
  [someone, front, 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'section 10 row 2'],
  [someone6, front6, 'tcp/443', 'OK', 'LB-6: translated, so seen as the load balancer'],
  [someone, front, 'tcp/444', 'OK', 'WALK-11: back by the load balancer, not by nat-a'],
  [someone6, front6, 'tcp/444', `NO(${acl})`, 'ACL-3: of IPv6 only 443'],
  [someone, front, 'tcp/445', 'NO(ELB_INSTALLED_AZ_RESTRICTION)', 'LB-10: not in zone b'],
  ['app1', '10.20.0.25', 'tcp/444', 'OK', 'RT-4'],
  ['app1', '52.30.0.25', 'tcp/444', 'OK', 'NET-22: seen as nat-a'],
  ['bastion', '10.20.0.25', 'tcp/443', 'OK', 'LB-6: the bastion is in 10.20.0/24'],
  ['app1', '10.20.0.25', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'LB-6'],
  // an internal Application Load Balancer
  ['app1', inner, 'tcp/443', 'OK', 'SG-5: egress to the group of its targets'],
  ['app1', inner, 'tcp/444', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2: its own egress'],
  ['db3', inner, 'tcp/443', `NO(${acl})`, 'ACL-6'],
  ['api', inner, 'tcp/443', 'OK', 'ACL-4: 443 may go out, 1024-65535 come in'],
  [someone, inner, 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'LB-4, CL-5'],
  // a load balancer with a node in a subnet that is not public
  [someone, '52.30.0.31', 'tcp/443', 'OK', 'LB-3: the node in pub-a'],
  [someone, '52.30.0.32', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'LB-3, 12.3 row 2'],
  [someone, 'load-balancer:skew', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'CL-3'],
  [someone, '52.30.0.31', 'tcp/444', `NO(${acl})`, 'ACL-6: to the target by IPv6, 1024-65535 only'],
  ['app1', '10.20.11.31', 'tcp/444', 'OK', 'RT-4: to the target by IPv6'],
  [stranger6, '2a05:d018:ee00:11::31', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'CL-9'],
  ['web', '52.95.1.1', 'tcp/443', `NO(${noPublicIp})`, 'CL-3: the tasks in app-a'],
  ['app1', '52.30.0.10', 'tcp/22', `NO(${acl})`, 'ACL-8: into the subnet of the NAT gateway'],
  ['10.20.0.11', someone, 'tcp/443', 'OK', 'NET-24'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(shop, from, to, what)).toBe(expected)
})
