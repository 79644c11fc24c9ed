import { describe, expect, it } from 'vitest'
import { verdict as verdictOf } from '../engine/testing/ask'
import type { Document } from '../model/document'
import { parseDocument } from '../model/parse'
import { printDocument } from '../model/print'
import {
  account,
  face,
  filesOf,
  group,
  instance,
  openAcl,
  other,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import type { Answer } from '../import/aws/gather'
import { importAnswers } from '../import/aws/import'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

/** Two peered VPCs with an instance each; `more` goes in the place of what is there. */
const peered = (more: Lists = {}): Lists => ({
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
  SecurityGroups: [group('sg-a', 'vpc-a'), group('sg-b', 'vpc-b', [tcp(443, '10.0.0.0/16')])],
  Instances: [
    instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
    instance('i-b', 'subnet-b', '10.1.1.10', ['sg-b']),
  ],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx-1',
      Status: { Code: 'active' },
      RequesterVpcInfo: {
        VpcId: 'vpc-a',
        CidrBlock: '10.0.0.0/16',
        OwnerId: account,
        Region: 'eu-west-1',
      },
      AccepterVpcInfo: {
        VpcId: 'vpc-b',
        CidrBlock: '10.1.0.0/16',
        OwnerId: account,
        Region: 'eu-west-1',
      },
    },
  ],
  ...more,
})

const without = (lists: Lists, key: string): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([each]) => each !== key))

const documentOf = (answers: readonly Answer[]): Document => {
  const { accounts, resources } = importAnswers(answers)
  const document: Document = { name: 'Imported', description: '', accounts, resources, layout: {} }
  const read = parseDocument(printDocument(document))
  expect(read.ok ? [] : read.problems).toEqual([])
  return document
}
const verdict = (lists: Lists, from: string, to: string, what = 'tcp/443') =>
  verdictOf(documentOf(filesOf(lists)), from, to, what)

const [a, b] = ['workload:i-a', 'workload:i-b']

describe('answers of the AWS CLI', () => {
  it('make a design that can be asked', () => {
    expect(verdict(peered(), a, b)).toBe('OK')
    expect(verdict(peered(), a, b, 'tcp/22')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(verdict(peered(), b, a)).toBe('NO(SG_HAS_NO_RULES)')
  })

  it('draw the primary interface with its instance, and further ones by themselves', () => {
    const second = face('eni-0b2', 'subnet-a', '10.0.1.20', {
      Attachment: { DeviceIndex: 1 },
      Groups: [{ GroupId: 'sg-a' }],
    })
    const first = instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])
    const both = { ...first, NetworkInterfaces: [...(first['NetworkInterfaces'] as Raw[]), second] }
    const { resources } = documentOf(filesOf(peered({ Instances: [both] })))
    const faces = Object.values(resources).filter((it) => it.kind === 'network-interface')
    expect(faces).toMatchObject([{ awsId: 'eni-0b2', instanceId: 'workload:i-a' }])
  })

  it('draw the interfaces of endpoints with them, and each service as a place of its own', () => {
    const endpoint = (id: string, service: string): Raw => ({
      VpcEndpointId: `vpce-${id}`,
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-a',
      ServiceName: `com.amazonaws.eu-west-1.${service}`,
      State: 'available',
      SubnetIds: ['subnet-a'],
      NetworkInterfaceIds: [`eni-${id}`],
      Groups: [{ GroupId: 'sg-a' }],
      PrivateDnsEnabled: true,
    })
    const { resources } = documentOf(
      filesOf({
        ...peered(),
        VpcEndpoints: [endpoint('1a', 'sqs'), endpoint('2b', 'kms')],
        NetworkInterfaces: [
          face('eni-1a', 'subnet-a', '10.0.1.31'),
          face('eni-2b', 'subnet-a', '10.0.1.32', { RequesterManaged: true }),
        ],
      }),
    )
    const kinds = Object.values(resources).map(({ kind }) => kind)
    expect(kinds).not.toContain('network-interface')
    expect(kinds.filter((kind) => kind === 'workload')).toHaveLength(2)
    expect(resources['vpc-endpoint:vpce-1a']).toMatchObject({
      serviceId: 'aws-service:sqs.eu-west-1',
      subnets: { 'subnet:subnet-a': { networkInterfaceId: 'eni-1a', privateIp: '10.0.1.31' } },
    })
    expect(resources['aws-service:kms.eu-west-1']).toMatchObject({ service: 'any' })
  })

  it('keep what AWS calls things, and the names of their tags', () => {
    const { resources } = documentOf(filesOf(peered()))
    expect(resources['vpc:vpc-a']).toMatchObject({ awsId: 'vpc-a', name: 'a', region: 'eu-west-1' })
    expect(resources['workload:i-a']).toMatchObject({
      interfaces: {
        'subnet:subnet-a': { networkInterfaceId: 'eni-a', privateIpAddress: '10.0.1.10' },
      },
    })
  })

  it('may come in any order, in one file or many, wrapped or bare', () => {
    const whole = documentOf(filesOf(peered()))
    expect(documentOf(filesOf(peered()).toReversed())).toEqual(whole)
    const { Instances: instances = [], ...lists } = peered()
    const merged = { ...lists, Reservations: [{ OwnerId: account, Instances: instances }] }
    const path = `${account}.eu-west-1.json`
    expect(documentOf([{ path, value: merged }])).toEqual(whole)
    expect(documentOf([{ path, value: [{ results: merged }] }])).toEqual(whole)
  })

  it('count once what several accounts list, as its owner sees it', () => {
    const shared = subnet('subnet-a', 'vpc-a', '10.0.1.0/24')
    const seenByOther = { ...shared, MapPublicIpOnLaunch: true }
    const answers = [
      ...filesOf({ Subnets: [seenByOther] }, `accounts/${other}/eu-west-1`),
      ...filesOf(peered()),
    ]
    const { resources } = documentOf(answers)
    expect(resources['subnet:subnet-a']).toMatchObject({ mapPublicIpOnLaunch: false })
    expect(documentOf(answers.toReversed()).resources).toEqual(resources)
  })

  it('leave out what is over', () => {
    const lists = peered({
      Instances: [
        ...(peered()['Instances'] ?? []),
        instance('i-0d', 'subnet-a', '10.0.1.11', [], { State: { Name: 'terminated' } }),
        instance('i-0f', 'subnet-a', '10.0.1.12', ['sg-a'], { State: { Name: 'stopped' } }),
      ],
      NatGateways: [{ NatGatewayId: 'nat-1', State: 'deleted', SubnetId: 'subnet-a' }],
    })
    const { resources } = documentOf(filesOf(lists))
    expect(resources['workload:i-0d']).toBeUndefined()
    expect(resources['nat-gateway:nat-1']).toBeUndefined()
    expect(resources['workload:i-0f']).toMatchObject({ state: 'stopped' })
  })
})

describe('what a call that was not made would tell', () => {
  it.each([
    ['RouteTables', 'aws ec2 describe-route-tables'],
    ['NetworkAcls', 'aws ec2 describe-network-acls'],
    ['SecurityGroups', 'aws ec2 describe-security-groups'],
  ])('is not guessed: %s', (key, call) => {
    const lists = without(peered(), key)
    expect(verdict(lists, a, b)).toBe('NOT-MODELLED')
    const { report } = importAnswers(filesOf(lists))
    expect(report.remarks.filter(({ what }) => what === call)).not.toEqual([])
  })

  it('is not guessed of a route to something that nobody described', () => {
    const lists = without(peered(), 'VpcPeeringConnections')
    expect(verdict(lists, a, b)).toBe('NOT-MODELLED')
    // what no route leads there for is known all the same
    expect(verdict(lists, a, '10.7.0.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('is not guessed of a peer whose account was not asked', () => {
    const lists = peered({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
      Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
      Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
      RouteTables: [peered()['RouteTables']?.[0] ?? {}],
      SecurityGroups: [group('sg-a', 'vpc-a')],
      NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    })
    expect(verdict(lists, a, '10.1.1.10')).toBe('NOT-MODELLED')
  })

  it('does not stop what other rules decide: SG-1', () => {
    const groups = [group('sg-b', 'vpc-b', [tcp(443, '10.0.0.0/16')])]
    const first = instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])
    const second = instance('i-b', 'subnet-b', '10.1.1.10', ['sg-b', 'sg-unknown'])
    const open = group('sg-a', 'vpc-a')
    const lists = peered({ SecurityGroups: [open, ...groups], Instances: [first, second] })
    expect(verdict(lists, a, b)).toBe('OK')
    expect(verdict(lists, a, b, 'tcp/22')).toBe('NOT-MODELLED')
  })
})

describe('routes', () => {
  const routed = (route: Raw, more: Lists = {}) =>
    peered({
      RouteTables: [
        table(
          'rtb-a',
          'vpc-a',
          [route],
          [{ Main: true }],
          more['vgws'] ? { PropagatingVgws: more['vgws'] } : {},
        ),
        table('rtb-b', 'vpc-b', []),
      ],
      ...without(more, 'vgws'),
    })

  it('RT-11: a blackhole drops, whatever AWS still lists of its target', () => {
    const lists = routed({
      DestinationCidrBlock: '10.1.0.0/16',
      VpcPeeringConnectionId: 'pcx-1',
      State: 'blackhole',
    })
    expect(verdict(lists, a, b)).toBe('NO(BAD_STATE_ROUTE)')
  })

  it('RT-13: a target that no design holds is not modelled', () => {
    const lists = routed({ DestinationCidrBlock: '10.1.0.0/16', LocalGatewayId: 'lgw-1' })
    expect(verdict(lists, a, b)).toBe('NOT-MODELLED')
  })

  it('CL-17: learned routes are the evidence of what lies behind a VPN connection', () => {
    const lists = routed(
      {
        DestinationCidrBlock: '192.168.0.0/16',
        GatewayId: 'vgw-1',
        Origin: 'EnableVgwRoutePropagation',
      },
      {
        vgws: [{ GatewayId: 'vgw-1' }],
        VpnGateways: [
          {
            VpnGatewayId: 'vgw-1',
            State: 'available',
            VpcAttachments: [{ VpcId: 'vpc-a', State: 'attached' }],
          },
        ],
        CustomerGateways: [
          {
            CustomerGatewayId: 'cgw-1',
            State: 'available',
            IpAddress: '198.51.100.1',
            BgpAsn: '65010',
          },
        ],
        VpnConnections: [
          {
            VpnConnectionId: 'vpn-1',
            VpnGatewayId: 'vgw-1',
            CustomerGatewayId: 'cgw-1',
            State: 'available',
            Options: { StaticRoutesOnly: false },
            VgwTelemetry: [{ Status: 'UP' }, { Status: 'DOWN' }],
          },
        ],
      },
    )
    expect(verdict(lists, a, '192.168.1.1')).toBe('OK')
    expect(verdict(lists, a, '192.0.2.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('CL-15: an instance that routes lead to and that does not check addresses forwards', () => {
    const lists = routed(
      { DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: 'eni-0fe' },
      {
        Instances: [
          ...(peered()['Instances'] ?? []),
          instance('i-0fe', 'subnet-a', '10.0.1.99', ['sg-a'], {
            NetworkInterfaces: [
              face('eni-0fe', 'subnet-a', '10.0.1.99', {
                SourceDestCheck: false,
                Attachment: { DeviceIndex: 0 },
                Groups: [{ GroupId: 'sg-a' }],
              }),
            ],
          }),
        ],
      },
    )
    const { resources } = documentOf(filesOf(lists))
    expect(resources['workload:i-0fe']).toMatchObject({
      workloadType: 'appliance',
      forwarding: 'forward',
    })
  })
})

describe('rules', () => {
  const groups = (permission: Raw) =>
    peered({ SecurityGroups: [group('sg-a', 'vpc-a'), group('sg-b', 'vpc-b', [permission])] })

  it('SG-11: protocols as numbers and as names mean the same', () => {
    const rule = { FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }
    expect(verdict(groups({ IpProtocol: '6', ...rule }), a, b)).toBe('OK')
    expect(verdict(groups({ IpProtocol: 'tcp', ...rule }), a, b)).toBe('OK')
    expect(verdict(groups({ IpProtocol: '17', ...rule }), a, b)).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })

  it('ICMP: type and code stand in FromPort and ToPort', () => {
    const ping = (FromPort: number) =>
      groups({ IpProtocol: 'icmp', FromPort, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/16' }] })
    expect(verdict(ping(8), a, b, 'icmp')).toBe('OK')
    expect(verdict(ping(-1), a, b, 'icmp')).toBe('OK')
    expect(verdict(ping(3), a, b, 'icmp')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})
