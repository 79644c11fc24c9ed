import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { importAnswers } from '../import/aws/import'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const secondary = (...ips: readonly string[]) =>
  ips.map((PrivateIpAddress) => ({ Primary: false, PrivateIpAddress }))

/** A node of a cluster with pods on both of its interfaces, and a host in a peered VPC. */
const lists = (more: Readonly<Record<string, readonly Raw[]>> = {}) => ({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')],
  Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24'), subnet('subnet-b', 'vpc-b', '10.1.1.0/24')],
  RouteTables: [
    table('rtb-a', 'vpc-a', [
      { DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1' },
    ]),
    table('rtb-b', 'vpc-b', [
      { DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx-1' },
    ]),
  ],
  NetworkAcls: [openAcl('acl-a', 'vpc-a'), openAcl('acl-b', 'vpc-b')],
  SecurityGroups: [
    group('sg-a', 'vpc-a', [tcp(8080, '0.0.0.0/0')]),
    group('sg-b', 'vpc-b', [tcp(443, '10.0.1.10/32'), tcp(8443, '10.0.1.11/32')]),
  ],
  NetworkInterfaces: [
    face('eni-a1', 'subnet-a', '10.0.1.10', {
      Attachment: { InstanceId: 'i-a', DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-a' }],
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: '10.0.1.10' },
        ...secondary('10.0.1.11'),
      ],
      Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.32/28' }],
      TagSet: [{ Key: 'node.k8s.amazonaws.com/instance_id', Value: 'i-a' }],
    }),
    face('eni-a2', 'subnet-a', '10.0.1.20', {
      Attachment: { InstanceId: 'i-a', DeviceIndex: 1 },
      Groups: [{ GroupId: 'sg-a' }],
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: '10.0.1.20' },
        ...secondary('10.0.1.21'),
      ],
    }),
    face('eni-a3', 'subnet-a', '10.0.1.30', {
      InterfaceType: 'branch',
      Description: 'aws-k8s-branch-eni',
      Groups: [{ GroupId: 'sg-a' }],
    }),
    face('eni-b1', 'subnet-b', '10.1.1.10', {
      Attachment: { InstanceId: 'i-b', DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-b' }],
    }),
  ],
  Instances: [
    { InstanceId: 'i-a', NetworkInterfaces: ['eni-a1', 'eni-a2'].map(asNamed) },
    { InstanceId: 'i-b', NetworkInterfaces: ['eni-b1'].map(asNamed) },
  ],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx-1',
      Status: { Code: 'active' },
      RequesterVpcInfo: { VpcId: 'vpc-a', OwnerId: account, Region: 'eu-west-1' },
      AccepterVpcInfo: { VpcId: 'vpc-b', OwnerId: account, Region: 'eu-west-1' },
    },
  ],
  ...more,
})

const asNamed = (NetworkInterfaceId: string) => ({ NetworkInterfaceId })

describe('the nodes of a cluster', () => {
  const document = documentOf(filesOf(lists()))
  const from = (srcIp: string, port: number) =>
    flowIn(document, { from: 'i-a', srcIp, to: 'i-b', port })

  it('LB-15, CL-16: pods are seen outside the VPC with the primary address of their node', () => {
    expect(from('10.0.1.10', 443)).toBe('OK')
    // a secondary address, one of a delegated prefix, one of a further interface
    for (const pod of ['10.0.1.11', '10.0.1.34', '10.0.1.21']) expect(from(pod, 443)).toBe('OK')
    expect(from('10.0.1.11', 8443)).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })

  it('CL-16: that external SNAT is off is said', () => {
    const { remarks } = importAnswers(filesOf(lists())).report
    expect(remarks.filter(({ type }) => type === 'assumed')).toMatchObject([{ what: 'i-a' }])
  })

  it('LB-15: pods keep their addresses inside the VPC, and answer whoever calls them', () => {
    expect(flowIn(document, { from: '10.0.1.11', to: '10.0.1.21', port: 8080 })).toBe('OK')
    expect(flowIn(document, { from: 'i-b', to: '10.0.1.11', port: 8080 })).toBe('OK')
    // by which interface of the node the answer of this one leaves is not known
    expect(flowIn(document, { from: 'i-b', to: '10.0.1.21', port: 8080 })).toBe('NOT-MODELLED')
  })

  it('WALK-2: an instance is known by its primary interface, however many it has', () => {
    expect(flowIn(document, { from: 'i-b', to: 'i-a', port: 8080 })).toBe('OK')
    expect(flowIn(document, { from: 'i-a', to: 'i-b', port: 443 })).toBe('OK')
  })

  it('RT-19: a branch interface is in use, though it is attached to nothing', () => {
    expect(flowIn(document, { from: 'eni-a3', to: '10.0.1.11', port: 8080 })).toBe('OK')
    expect(flowIn(document, { from: 'i-a', to: 'eni-a3', port: 8080 })).toBe('OK')
  })
})

describe('what flows name', () => {
  it('EP-2: may be a service that no endpoint leads to', () => {
    const document = documentOf(filesOf(lists()))
    for (const to of ['s3.us-east-1', 'sts.eu-west-1'])
      expect(flowIn(document, { from: 'i-a', to, port: 443 })).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('LB-4: of a load balancer and its target group with one name, it is the load balancer', () => {
    const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${what}`
    const [balancer, targets] = [
      arn('loadbalancer/net/web/0123456789abcdef'),
      arn('targetgroup/web/fedcba9876543210'),
    ]
    const health = {
      TargetGroupArn: targets,
      TargetHealthDescriptions: [{ Target: { Id: '10.0.1.11', Port: 8080 } }],
    }
    const document = documentOf([
      { path: 'health.json', value: health },
      ...filesOf(
        lists({
          LoadBalancers: [
            {
              LoadBalancerArn: balancer,
              LoadBalancerName: 'web',
              VpcId: 'vpc-a',
              Type: 'network',
              Scheme: 'internal',
              AvailabilityZones: [{ SubnetId: 'subnet-a', ZoneName: 'eu-west-1a' }],
            },
          ],
          TargetGroups: [
            {
              TargetGroupArn: targets,
              TargetGroupName: 'web',
              VpcId: 'vpc-a',
              TargetType: 'ip',
              Protocol: 'TCP',
              Port: 8080,
            },
          ],
          Listeners: [
            {
              ListenerArn: arn('listener/net/web/0123456789abcdef/1111111111111111'),
              LoadBalancerArn: balancer,
              Port: 80,
              Protocol: 'TCP',
              DefaultActions: [{ Type: 'forward', TargetGroupArn: targets }],
            },
          ],
        }),
      ),
    ])
    expect(flowIn(document, { from: 'i-b', to: 'web', port: 80 })).toBe('OK')
    expect(flowIn(document, { from: 'i-b', to: 'web', port: 81 })).toBe(
      'NO(ELBV2_LISTENERS_MISMATCH)',
    )
  })
})
