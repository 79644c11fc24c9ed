/*
 * Verdicts worked out by hand from the rules before the engine was run: see the network for its plan.
 *
 * Corrected afterwards: stranger, whose endpoint AWS refuses to make but does not close when the
 * permission is taken away later, so that nothing can be told.
 */
import { expect, it } from 'vitest'
import { documentOf } from '../../../model/testing/build'
import { verdict } from '../../testing/ask'
import { provider } from './testing/endpoint-provider'
import { consumer } from './testing/endpoints'

const network = documentOf(...consumer, ...provider)
const dc = '192.168.1.10'
const noRoute = 'NO(NO_ROUTE_TO_DESTINATION)'
const noWayBack = 'NO<-(NO_ROUTE_TO_DESTINATION)'
const refused = 'NO(ENI_SG_RULES_MISMATCH)'
const s3 = 'aws-service:s3'
const ddb = 'aws-service:ddb'

it.each([
  ['pri', s3, 'tcp/443', 'OK', 'EP-1: a private host, no other exit'],
  ['pri', ddb, 'tcp/443', 'OK', 'EP-1: DynamoDB likewise'],
  ['pri-b', s3, 'tcp/443', 'OK', 'EP-1: a table counts, not a zone'],
  ['pri', 'aws-service:s3-far', 'tcp/443', noRoute, 'EP-3: the prefix list is of one Region'],
  ['dead', s3, 'tcp/443', noRoute, 'EP-2: its table is not associated'],
  ['natted', s3, 'tcp/443', 'OK', 'EP-2: by the NAT gateway'],
  ['both', s3, 'tcp/443', 'OK', 'EP-3: by the endpoint, past the NAT gateway'],
  ['both', ddb, 'tcp/443', 'OK', 'EP-2: associated for S3 alone, so by the NAT gateway'],
  ['both', 'aws-service:s3-far', 'tcp/443', 'OK', 'EP-3: 0.0.0.0/0 leads to the NAT gateway'],
  ['both', s3, '50', 'NO(VPCE_GATEWAY_PROTOCOL_RESTRICTION)', 'WALK-6: more specific than 0/0'],
  ['natted', s3, '50', 'NO(PROTOCOL_RESTRICTION)', 'NET-10: the NAT gateway refuses'],
  ['pub', s3, 'tcp/443', 'OK', 'EP-2: by the internet gateway'],
  ['strict', s3, 'tcp/443', refused, 'EP-5: only 10/8 may go out'],
  ['bucket', s3, 'tcp/443', 'OK', 'EP-5: the addresses of S3 may'],
  ['bucket', ddb, 'tcp/443', refused, 'EP-5: those of DynamoDB may not'],
  ['fenced', s3, 'tcp/443', 'OK', 'EP-5: addresses in the ACL, ephemeral ports back'],
  ['fenced', ddb, 'tcp/443', 'NO<-(SUBNET_ACL_RESTRICTION)', 'EP-5, ACL-4: the answer is stopped'],
  ['pri', s3, 'udp/443', 'NO(VPCE_GATEWAY_PROTOCOL_RESTRICTION)', 'WALK-6: TCP or echo alone'],
  ['pri', s3, 'icmp/8', 'OK', 'WALK-6: an echo request'],
  ['peer', s3, 'tcp/443', 'NO(EDGE_TO_EDGE)', 'EP-4: over a peering connection'],
  ['narrow', s3, 'tcp/443', noRoute, 'EP-2: nothing leads there'],
  ['spoke', s3, 'tcp/443', 'NO(EDGE_TO_EDGE)', 'EP-4, TGW-17: over a transit gateway'],
  ['spoke', ddb, 'tcp/443', noRoute, 'TGW-12: the table of the attachment subnet decides'],
  [dc, s3, 'tcp/443', 'NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)', 'VPN-5: over a VPN'],
])('gateway endpoints: %s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(network, from, to, what)).toBe(expected)
})

it.each([
  ['pri', 'aws-service:sqs', 'tcp/443', 'OK', 'EP-13: private DNS leads to the endpoint'],
  ['dead', 'aws-service:sqs', 'tcp/443', 'OK', 'EP-6: local reaches it'],
  ['strict', 'aws-service:sqs', 'tcp/443', 'OK', 'EP-13: a private address, in 10/8'],
  ['bucket', 'aws-service:sqs', 'tcp/443', refused, 'SG-2: not in the group of the client'],
  ['fenced', 'aws-service:sqs', 'tcp/443', 'NO<-(SUBNET_ACL_RESTRICTION)', 'ACL-4: as any host'],
  ['natted', 'aws-service:kms', 'tcp/443', 'OK', 'EP-13: no private DNS, so by the NAT gateway'],
  ['pri', 'aws-service:kms', 'tcp/443', noRoute, 'EP-13: no private DNS, no exit'],
  ['pri', 'vpc-endpoint:kms', 'tcp/443', 'OK', 'EP-6: by the name of the endpoint'],
  ['pri-b', 'vpc-endpoint:kms', 'tcp/443', 'OK', 'EP-6: from another zone'],
  ['pri', 'vpc-endpoint:kms', 'icmp/8', 'NO(PROTOCOL_RESTRICTION)', 'EP-6: TCP and UDP alone'],
  ['dead', 'vpc-endpoint:ssm', 'tcp/443', refused, 'section 7 row 6: only pri is let in'],
  ['pri', 'vpc-endpoint:ssm', 'tcp/443', 'OK', 'EP-6'],
  ['pri', 'vpc-endpoint:sqs', 'tcp/80', refused, 'SG-2: 443 alone'],
  ['pri', 'vpc-endpoint:secrets', 'tcp/443', 'NO(BAD_STATE)', 'EP-8: still pending'],
  ['peer', 'vpc-endpoint:sqs', 'tcp/443', 'OK', 'PEER-9: an address like any other'],
  ['narrow', 'vpc-endpoint:sqs', 'tcp/443', 'OK', 'PEER-6: a route to the endpoints is enough'],
  ['narrow', 'pri', 'tcp/443', noRoute, 'PEER-6: and leads nowhere else'],
  ['peer', 'aws-service:sqs', 'tcp/443', noRoute, 'EP-13: private DNS is not for peers'],
  ['spoke', '10.20.8.10', 'tcp/443', 'OK', 'EP-6: over the transit gateway, in zone a'],
  ['spoke', '10.20.8.70', 'tcp/443', noWayBack, 'TGW-5: eps-b does not know the spoke'],
  ['spoke', 'vpc-endpoint:sqs', 'tcp/443', noWayBack, 'CL-3: one of two'],
  ['spoke', 'aws-service:sqs', 'tcp/443', noRoute, 'VPC-21: no private DNS; tgw-in has no exit'],
  ['spoke', 'vpc-endpoint:sqs-spoke', 'tcp/443', 'OK', 'EP-6: by its own name it works'],
  [dc, '10.20.8.10', 'tcp/443', 'OK', 'VPN-7: on-premises, its way back propagated'],
  [dc, '10.20.8.70', 'tcp/443', noWayBack, 'VPN-2: not propagated to eps-b'],
  [dc, 'vpc-endpoint:kms', 'tcp/443', 'OK', 'VPN-7: in eps-a alone'],
  ['vpc-endpoint:sqs', 'pri', 'tcp/443', 'NO(VPCE_INTRA_VPC_TRAFFIC)', 'EP-7: never opens one'],
  ['internet:net', 'vpc-endpoint:sqs', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5: private'],
  ['pri', 'internet:net', 'tcp/443', noRoute, 'RT-3 row 2: no exit at all'],
  ['dead', 'internet:net', 'tcp/443', noRoute, 'section 2 row 2'],
])('interface endpoints: %s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(network, from, to, what)).toBe(expected)
})

it.each([
  ['pri', 'vpc-endpoint:svc', 'tcp/443', 'OK', 'EP-9: overlapping, each zone by its own node'],
  ['dead', 'vpc-endpoint:svc', 'tcp/443', 'OK', 'OVL-7: no routing between the VPCs'],
  ['pri', '10.20.8.11', 'tcp/444', 'OK', 'LB-10: node and target in a'],
  ['pri', '10.20.8.71', 'tcp/444', 'NO(ELB_NOT_CROSSZONE)', 'LB-10: the target is in a alone'],
  ['pri', 'vpc-endpoint:svc', 'tcp/444', 'NO(ELB_NOT_CROSSZONE)', 'CL-3: by zone b it fails'],
  ['pri', 'vpc-endpoint:svc', 'tcp/445', 'OK', 'CL-13: cross-zone for this target group'],
  ['pri', 'vpc-endpoint:svc', 'tcp/446', 'NO(ELBV2_LISTENER_HAS_NO_TG)', 'section 10 row 5'],
  ['pri', 'vpc-endpoint:svc', 'tcp/80', 'NO(ELBV2_LISTENERS_MISMATCH)', 'section 10 row 4'],
  ['pri', 'vpc-endpoint:svc', 'tcp/447', refused, 'EP-11: the group of the load balancer'],
  ['peer', 'vpc-endpoint:svc', 'tcp/443', refused, 'EP-11: it asks for the client, 10.21'],
  [dc, '10.20.8.11', 'tcp/443', refused, 'EP-11: and so of on-premises'],
  ['pri', 'vpc-endpoint:free', 'tcp/443', 'OK', 'EP-11'],
  ['pri-b', 'vpc-endpoint:free', 'tcp/443', 'OK', 'EP-6: there is one in zone a alone'],
  ['peer', 'vpc-endpoint:free', 'tcp/443', 'OK', 'EP-11: not enforced'],
  ['spoke', 'vpc-endpoint:free', 'tcp/443', 'OK', 'EP-11: not enforced, over transit'],
  [dc, 'vpc-endpoint:free', 'tcp/443', 'OK', 'EP-11, VPN-7'],
  [
    'pri',
    'vpc-endpoint:svc-c',
    'tcp/443',
    'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    'EP-10: the service is in a and b',
  ],
  ['pri', 'vpc-endpoint:waiting', 'tcp/443', 'NO(BAD_STATE)', 'EP-8: not accepted yet'],
  ['friend', 'vpc-endpoint:friend', 'tcp/443', 'OK', 'EP-8: a principal, accepted'],
  [
    'friend',
    'vpc-endpoint:renamed',
    'tcp/443',
    'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    'VPC-24: zones are compared by ID; its a is another',
  ],
  [
    'stranger',
    'vpc-endpoint:stranger',
    'tcp/443',
    'NOT-MODELLED',
    'EP-8: no principal; AWS makes no such endpoint, but leaves one whose permission went',
  ],
  ['friend', 'pri', 'tcp/443', 'NO(DISCONNECTED_VPCS)', 'section 4 row 9'],
  ['friend', 'vpc-endpoint:svc', 'tcp/443', 'NO(DISCONNECTED_VPCS)', 'section 4 row 9'],
  [
    'web-a',
    'pri',
    'tcp/443',
    'NO(VPCE_INTRA_VPC_TRAFFIC)',
    'section 7 row 5: provider to consumer',
  ],
  ['web-a', 'web-b', 'tcp/8443', refused, 'EP-9: they know the nodes of the load balancer alone'],
  ['web-a', s3, 'tcp/443', noRoute, 'EP-2: no exit of the provider'],
])('endpoint services: %s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(network, from, to, what)).toBe(expected)
})
