import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { imported, resourceAt } from './testing/imported'

const network = `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a}}
  Web: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: web}}
  Data: {Type: AWS::RDS::DBSubnetGroup, Properties: {SubnetIds: [!Ref A]}}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Port: 80, Protocol: HTTP}}
`
const service = (more: string) =>
  `AWS::ECS::Service, Properties: {LoadBalancers: [{TargetGroupArn: !Ref Targets, ContainerPort: 8080}], ${more}}`
const inSubnet = (groups: string) =>
  service(`NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A]${groups}}}`)

const read = (host: string) => {
  const { document } = imported({ 'net.yaml': `${network}  Host: {Type: ${host}}` })
  return {
    host: () => resourceAt(document, 'net/Host'),
    targets: resourceAt(document, 'net/Targets'),
    usual: Object.values<Resource>(document.resources).find(
      ({ kind, name }) => kind === 'security-group' && name === 'default',
    ),
  }
}

describe('who names no security group', () => {
  it.each([
    ['an instance', 'AWS::EC2::Instance, Properties: {SubnetId: !Ref A}', 'securityGroupIds'],
    ['an interface', 'AWS::EC2::NetworkInterface, Properties: {SubnetId: !Ref A}', 'groupIds'],
    ['a service', inSubnet(''), 'securityGroupIds'],
    [
      'a database',
      'AWS::RDS::DBInstance, Properties: {DBSubnetGroupName: !Ref Data}',
      'securityGroupIds',
    ],
  ])('carries the default one of its VPC: %s', (_, said, field) => {
    const { host, usual } = read(said)
    expect(usual).toBeDefined()
    expect(host()).toMatchObject({ [field]: [usual?.id] })
  })

  it('carries only its own where it names one', () => {
    const { host, usual } = read(
      'AWS::EC2::Instance, Properties: {SubnetId: !Ref A, SecurityGroupIds: [!Ref Web]}',
    )
    expect(usual).toBeUndefined()
    expect(host()).toMatchObject({ securityGroupIds: [expect.stringContaining('sg-')] })
  })
})

describe('what is registered with a target group', () => {
  it.each([
    ['tasks that share the network of their hosts', service('DesiredCount: 1')],
    [
      'instances that run in no subnet that is known',
      'AWS::AutoScaling::AutoScalingGroup, Properties: {AvailabilityZones: [eu-west-1a], TargetGroupARNs: [!Ref Targets]}',
    ],
  ])('is not known of %s', (_, said) => {
    expect(read(said).targets.undescribed).toContain('net/Host')
  })

  it('is known of tasks with a network of their own', () => {
    const { targets } = read(inSubnet(', SecurityGroups: [!Ref Web]'))
    expect(targets.undescribed).toBeUndefined()
    expect(targets).toMatchObject({ targets: { 'target-1': { port: 8080 } } })
  })
})

describe('a database', () => {
  it.each([
    ['true', 'auto-assigned'],
    ['false', 'none'],
  ])('that is public (%s) has an address of the internet: %s', (isPublic, publicAddress) => {
    const { host } = read(
      `AWS::RDS::DBInstance, Properties: {DBSubnetGroupName: !Ref Data, PubliclyAccessible: ${isPublic}}`,
    )
    const made = host()
    expect(Object.values(made.kind === 'workload' ? made.interfaces : {})).toMatchObject([
      { publicAddress },
    ])
  })
})
