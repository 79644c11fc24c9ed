import { describe, expect, it } from 'vitest'
import {
  account,
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

type Raw = Readonly<Record<string, unknown>>

const all = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
const toGateway = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a' }
const toBox = (DestinationCidrBlock: string, NetworkInterfaceId = 'eni-0box'): Raw => ({
  DestinationCidrBlock,
  NetworkInterfaceId,
  InstanceId: 'i-0box',
  InstanceOwnerId: account,
})
const attached = (id: string, subnetId: string, ip: string, index: number, PublicIp?: string) =>
  face(id, subnetId, ip, {
    VpcId: 'vpc-a',
    SourceDestCheck: false,
    Groups: [{ GroupId: 'sg-a' }],
    Attachment: { DeviceIndex: index, InstanceId: 'i-0box', Status: 'attached' },
    PrivateIpAddresses: [
      { Primary: true, PrivateIpAddress: ip, ...(PublicIp && { Association: { PublicIp } }) },
    ],
  })
const host = (name: string, subnetId: string, ip: string, PublicIp?: string) => {
  const it = face(`eni-0${name}`, subnetId, ip, {
    VpcId: 'vpc-a',
    Groups: [{ GroupId: 'sg-a' }],
    Attachment: { DeviceIndex: 0, InstanceId: `i-0${name}`, Status: 'attached' },
    PrivateIpAddresses: [
      { Primary: true, PrivateIpAddress: ip, ...(PublicIp && { Association: { PublicIp } }) },
    ],
  })
  return {
    face: it,
    instance: instance(`i-0${name}`, subnetId, ip, ['sg-a'], { NetworkInterfaces: [it] }),
  }
}

/** An appliance with a public address, and hosts in two subnets with the routes of their tables. */
function network(routes: Readonly<Record<'web' | 'app', readonly Raw[]>>, edge: readonly Raw[]) {
  const faces = [
    attached('eni-0box', 'subnet-pub', '10.0.0.10', 0, '198.51.100.10'),
    attached('eni-0in', 'subnet-in', '10.0.9.10', 1),
  ]
  const web = host('web', 'subnet-web', '10.0.1.10', '198.51.100.11')
  const app = host('app', 'subnet-app', '10.0.2.10')
  const box = instance('i-0box', 'subnet-pub', '10.0.0.10', ['sg-a'], { NetworkInterfaces: faces })
  return documentOf(
    filesOf({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
      Subnets: [
        subnet('subnet-pub', 'vpc-a', '10.0.0.0/24'),
        subnet('subnet-in', 'vpc-a', '10.0.9.0/24'),
        subnet('subnet-web', 'vpc-a', '10.0.1.0/24'),
        subnet('subnet-app', 'vpc-a', '10.0.2.0/24'),
      ],
      RouteTables: [
        table('rtb-0', 'vpc-a', []),
        table('rtb-0a', 'vpc-a', [toGateway], [{ SubnetId: 'subnet-pub' }]),
        table('rtb-0b', 'vpc-a', routes.web, [{ SubnetId: 'subnet-web' }]),
        table('rtb-0c', 'vpc-a', routes.app, [{ SubnetId: 'subnet-app' }]),
        ...(edge.length > 0 ? [table('rtb-0e', 'vpc-a', edge, [{ GatewayId: 'igw-0a' }])] : []),
      ],
      InternetGateways: [
        {
          InternetGatewayId: 'igw-0a',
          OwnerId: account,
          Attachments: [{ State: 'available', VpcId: 'vpc-a' }],
        },
      ],
      NetworkAcls: [openAcl('acl-a', 'vpc-a')],
      SecurityGroups: [group('sg-a', 'vpc-a', all)],
      NetworkInterfaces: [...faces, web.face, app.face],
      Instances: [box, web.instance, app.instance],
    }),
  )
}

const asked = (document: ReturnType<typeof network>, from: string, to: string) =>
  flowIn(document, { from, to, port: 443 })

describe('CL-15: an instance that the table of an internet gateway leads to', () => {
  const both = { web: [toBox('0.0.0.0/0')], app: [] }
  it('inspects what comes for hosts with public addresses, and translates nothing', () => {
    const document = network(both, [toBox('10.0.1.0/24')])
    expect(document.resources['workload:i-0box']).toMatchObject({ forwarding: 'forward' })
    expect(asked(document, 'internet', 'i-0web')).toBe('OK')
    expect(asked(document, 'i-0web', 'internet')).toBe('OK')
  })
  it('RT-17: so that answers have to come back by it', () => {
    const document = network({ web: [toGateway], app: [] }, [toBox('10.0.1.0/24')])
    expect(asked(document, 'internet', 'i-0web')).toBe('NO<-(INGRESS_RTB_TRAFFIC_REDIRECTION)')
  })
  it('is a NAT instance all the same where hosts without public addresses use it', () => {
    const document = network({ web: [], app: [toBox('0.0.0.0/0')] }, [toBox('10.0.1.0/24')])
    expect(document.resources['workload:i-0box']).toMatchObject({ forwarding: 'masquerade' })
    expect(asked(document, 'i-0app', 'internet')).toBe('OK')
  })
})

it('CL-15: a NAT instance leads out by its public interface, whichever it is asked by', () => {
  for (const id of ['eni-0box', 'eni-0in'])
    expect(
      asked(network({ web: [], app: [toBox('0.0.0.0/0', id)] }, []), 'i-0app', 'internet'),
    ).toBe('OK')
})

describe('RT-7: a route that a route server announces', () => {
  const announced = (more: Raw): Raw => ({
    DestinationCidrBlock: '10.0.1.0/24',
    Origin: 'Advertisement',
    State: 'active',
    ...more,
  })
  const back = [toBox('10.0.2.0/24', 'eni-0in')]
  it.each([
    ['names an interface', announced({ NetworkInterfaceId: 'eni-0in', InstanceId: 'i-0box' })],
    ['names an address', announced({ IpAddress: '10.0.9.10' })],
  ])('leads to it, where it %s', (_, route) => {
    const document = network({ web: back, app: [route] }, [])
    expect(asked(document, 'i-0app', 'i-0web')).toBe('OK')
    // without it the answer would run into an appliance that had not seen the request
    expect(asked(network({ web: back, app: [] }, []), 'i-0app', 'i-0web')).toBe(
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    )
  })
  it('gives way to a static one of the same destination, in any order', () => {
    const routes = [
      toGateway,
      announced({ DestinationCidrBlock: '0.0.0.0/0', IpAddress: '10.0.9.10' }),
    ]
    for (const web of [routes, routes.toReversed()])
      expect(asked(network({ web, app: [] }, []), 'internet', 'i-0web')).toBe('OK')
  })
})
