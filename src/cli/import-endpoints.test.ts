import { expect, it } from 'vitest'
import {
  face,
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

/** A VPC with both endpoints for S3; the group of the interface endpoint admits nobody. */
const withBoth = (PrivateDnsOnlyForInboundResolverEndpoint: boolean) =>
  documentOf(
    filesOf({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
      Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
      RouteTables: [table('rtb-a', 'vpc-a', [])],
      NetworkAcls: [openAcl('acl-a', 'vpc-a')],
      SecurityGroups: [group('sg-a', 'vpc-a')],
      Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
      NetworkInterfaces: [
        face('eni-1a', 'subnet-a', '10.0.1.31', { Groups: [{ GroupId: 'sg-a' }] }),
      ],
      PrefixLists: [
        {
          PrefixListId: 'pl-6da54004',
          PrefixListName: 'com.amazonaws.eu-west-1.s3',
          Cidrs: ['52.218.0.0/17'],
        },
      ],
      VpcEndpoints: [
        {
          VpcEndpointId: 'vpce-1a',
          VpcEndpointType: 'Interface',
          VpcId: 'vpc-a',
          ServiceName: 'com.amazonaws.eu-west-1.s3',
          State: 'available',
          SubnetIds: ['subnet-a'],
          NetworkInterfaceIds: ['eni-1a'],
          Groups: [{ GroupId: 'sg-a' }],
          PrivateDnsEnabled: true,
          DnsOptions: { DnsRecordIpType: 'ipv4', PrivateDnsOnlyForInboundResolverEndpoint },
        },
        {
          VpcEndpointId: 'vpce-2b',
          VpcEndpointType: 'Gateway',
          VpcId: 'vpc-a',
          ServiceName: 'com.amazonaws.eu-west-1.s3',
          State: 'available',
          RouteTableIds: ['rtb-a'],
        },
      ],
    }),
  )

it('EP-13: names for inbound endpoints of the Resolver alone stay public in the VPC', () => {
  const flow = { from: 'i-a', to: 's3.eu-west-1', port: 443 }
  expect(flowIn(withBoth(false), flow)).toBe('NO(SG_HAS_NO_RULES)')
  expect(flowIn(withBoth(true), flow)).toBe('OK')
})

it('EP-5: a service is no prefix list, though a list that a rule names is called like it', () => {
  const rule = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }
  const document = documentOf(
    filesOf({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
      Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
      RouteTables: [table('rtb-a', 'vpc-a', [])],
      NetworkAcls: [openAcl('acl-a', 'vpc-a')],
      SecurityGroups: [
        group('sg-a', 'vpc-a', [], [{ ...rule, PrefixListIds: [{ PrefixListId: 'pl-6da54004' }] }]),
      ],
      Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
      VpcEndpoints: [],
      PrefixLists: [
        {
          PrefixListId: 'pl-6da54004',
          PrefixListName: 'com.amazonaws.eu-west-1.s3',
          Cidrs: ['52.218.0.0/17'],
        },
      ],
    }),
  )
  for (const to of ['com.amazonaws.eu-west-1.s3', 's3.eu-west-1'])
    expect(flowIn(document, { from: 'i-a', to, port: 443 })).toBe('NO(NO_ROUTE_TO_DESTINATION)')
})
