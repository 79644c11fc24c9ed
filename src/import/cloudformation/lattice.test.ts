import { describe, expect, it } from 'vitest'
import { imported, resourceAt } from './testing/imported'

const network = `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: x}}
  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A, PrivateIpAddress: 10.0.0.10, SecurityGroupIds: [!Ref Group]}}
  Network: {Type: AWS::VpcLattice::ServiceNetwork, Properties: {Name: shops, AuthType: NONE}}
  Joined:
    Type: AWS::VpcLattice::ServiceNetworkVpcAssociation
    Properties: {VpcIdentifier: !Ref Vpc, ServiceNetworkIdentifier: !Ref Network, SecurityGroupIds: [!Ref Group]}
  Orders: {Type: AWS::VpcLattice::Service, Properties: {Name: orders, AuthType: NONE}}
  OrdersJoin:
    Type: AWS::VpcLattice::ServiceNetworkServiceAssociation
    Properties: {ServiceNetworkIdentifier: !Ref Network, ServiceIdentifier: !Ref Orders}
`

const listener = (action: string, said = 'Protocol: HTTPS') => `
  OrdersListener:
    Type: AWS::VpcLattice::Listener
    Properties: {ServiceIdentifier: !Ref Orders, ${said}, DefaultAction: ${action}}
`
const forward = '{Forward: {TargetGroups: [{TargetGroupIdentifier: !Ref Targets, Weight: 100}]}}'
const targets = (type: string, ids: string) => `
  Targets:
    Type: AWS::VpcLattice::TargetGroup
    Properties: {Type: ${type}, Config: {Port: 8080, Protocol: HTTP, VpcIdentifier: !Ref Vpc}, Targets: [${ids}]}
`

const read = (rest: string) => imported({ 'net.yaml': `${network}${rest}` })

function servicesOf(rest: string): readonly unknown[] {
  const it = resourceAt(read(rest).document, 'net/Network')
  if (it.kind !== 'service-network') return []
  return it.undescribed === undefined
    ? Object.values(it.services)
    : [...Object.values(it.services), it.undescribed]
}

const host = () => resourceAt(read('').document, 'net/Host').id

const row = (said: object = {}) => ({
  serviceName: 'orders',
  protocol: 'HTTPS',
  port: 443,
  targetId: null,
  targetPort: 443,
  authType: 'NONE',
  ...said,
})

describe('a service network of a template', () => {
  it('is associated with its VPC, for those who carry the groups that it names', () => {
    const { document } = read('')
    expect(resourceAt(document, 'net/Joined')).toMatchObject({
      vpcId: resourceAt(document, 'net/Vpc').id,
      serviceNetworkId: resourceAt(document, 'net/Network').id,
      securityGroupIds: [resourceAt(document, 'net/Group').id],
    })
  })

  it.each([
    ['an instance', targets('INSTANCE', '{Id: !Ref Host}')],
    ['the instance that has an address', targets('IP', '{Id: 10.0.0.10}')],
  ])('sends to %s', (_, group) => {
    const sent = row({ targetId: host(), targetPort: 8080 })
    expect(servicesOf(listener(forward) + group)).toEqual([sent])
  })

  it('sends to the port that a target names', () => {
    const group = targets('INSTANCE', '{Id: !Ref Host, Port: 9000}')
    expect(servicesOf(listener(forward, 'Protocol: HTTP, Port: 8000') + group)).toEqual([
      row({ protocol: 'HTTP', port: 8000, targetId: host(), targetPort: 9000 }),
    ])
  })

  it('has nobody behind a fixed response', () => {
    const rest = listener('{FixedResponse: {StatusCode: 404}}', 'Protocol: HTTP')
    expect(servicesOf(rest)).toEqual([row({ protocol: 'HTTP', port: 80, targetPort: 80 })])
  })

  it.each([
    [
      'who has the address of a target',
      listener(forward) + targets('IP', '{Id: 10.0.0.99}'),
      'who answers at 10.0.0.99',
    ],
    [
      'which requests a rule chooses',
      `${listener('{FixedResponse: {StatusCode: 404}}')}
  Paths: {Type: AWS::VpcLattice::Rule, Properties: {ServiceIdentifier: !Ref Orders, ListenerIdentifier: !Ref OrdersListener}}`,
      'which requests net/Paths chooses',
    ],
    [
      'a service of others',
      `
  Other:
    Type: AWS::VpcLattice::ServiceNetworkServiceAssociation
    Properties: {ServiceNetworkIdentifier: !Ref Network, ServiceIdentifier: svc-0123456789abcdef0}`,
      'a service that is not among the files',
    ],
  ])('is unknown where nobody knows %s', (_, rest, missing) => {
    expect(servicesOf(rest)).toContain(missing)
  })
})
