import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { imported, resourceAt } from './testing/imported'

const network = `
Parameters:
  Ami: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /aws/ami}
  Extra: {Type: "AWS::EC2::SecurityGroup::Id"}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, Tags: [{Key: Name, Value: Vpc}]}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1b}}
  Web: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: web}}
  Other: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: other}}
`

const read = (rest: string) => imported({ 'net.yaml': `${network}${rest}` })

/** A workload in words: where it lies, with which groups, whether by a public address. */
function workloads(rest: string): readonly string[] {
  const { document } = read(rest)
  const nameOf = (id: string) =>
    Object.values<Resource>(document.resources).find((it) => it.id === id)?.name ?? id
  return Object.values<Resource>(document.resources)
    .flatMap((it) => {
      if (it.kind !== 'workload') return []
      const [subnet, face] = Object.entries(it.interfaces)[0] ?? ['']
      const groups = it.securityGroupIds.map(nameOf).join('+')
      const doubt = it.undescribed === undefined ? '' : ` ? ${it.undescribed}`
      return [`${it.name} in ${nameOf(subnet)}: ${groups} ${face?.publicAddress ?? ''}${doubt}`]
    })
    .toSorted()
}

const template = (data: string) => `
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateName: usual, LaunchTemplateData: {ImageId: !Ref Ami, ${data}}}
`
const named = 'LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: 1}'
const host = (said: string) =>
  `  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A, ${said}}}`

describe('an instance that is launched from a template', () => {
  it.each([
    ['has its groups', template('SecurityGroupIds: [!Ref Web]') + host(named), 'Web none'],
    [
      'has them by name too',
      template('SecurityGroupIds: [!Ref Web]') +
        host('LaunchTemplate: {LaunchTemplateName: usual, Version: 1}'),
      'Web none',
    ],
    [
      'has its own groups where it names some',
      template('SecurityGroupIds: [!Ref Web]') + host(`SecurityGroupIds: [!Ref Other], ${named}`),
      'Other none',
    ],
    [
      'has its interface',
      template(
        'NetworkInterfaces: [{DeviceIndex: 0, Groups: [!Ref Web], AssociatePublicIpAddress: true}]',
      ) + host(named),
      'Web auto-assigned',
    ],
    [
      'is unknown where that is not among the files',
      host('LaunchTemplate: {LaunchTemplateId: lt-0123456789abcdef0, Version: 1}'),
      ' none ? the launch template of net/Host',
    ],
    [
      'is unknown where the groups of that are',
      template('SecurityGroupIds: [!Ref Extra]') + host(named),
      ' none ? the value of the parameter Extra of net',
    ],
  ])('%s', (_, rest, words) => {
    expect(workloads(rest)).toEqual([`Host in A: ${words}`])
  })
})

const group = (said: string) => `
  Fleet:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: {VPCZoneIdentifier: [!Ref A, !Ref B], MinSize: 0, MaxSize: 9, ${said}}
`

describe('an Auto Scaling group', () => {
  it.each([
    ['its launch template', template('SecurityGroupIds: [!Ref Web]') + group(named), 'Web none'],
    [
      'its launch configuration',
      `
  Configuration:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties: {SecurityGroups: [!Ref Web], AssociatePublicIpAddress: true, ImageId: !Ref Ami}
` + group('LaunchConfigurationName: !Ref Configuration'),
      'Web auto-assigned',
    ],
    [
      'its mixed instances',
      template('SecurityGroupIds: [!Ref Web]') +
        group(
          `MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Template, Version: 1}, Overrides: [{InstanceType: m5.large}]}}`,
        ),
      'Web none',
    ],
  ])('has an instance in each subnet, as %s says', (_, rest, words) => {
    expect(workloads(rest)).toEqual([`Fleet 1 in A: ${words}`, `Fleet 2 in B: ${words}`])
  })

  it('has instances that nobody knows where they are launched from what is not among the files', () => {
    const rest = group('LaunchTemplate: {LaunchTemplateId: lt-0123456789abcdef0, Version: 1}')
    expect(workloads(rest)).toEqual([
      'Fleet 1 in A:  none ? the launch template of net/Fleet',
      'Fleet 2 in B:  none ? the launch template of net/Fleet',
    ])
  })

  it('registers its instances with its target groups, and they have addresses of their own', () => {
    const rest = `${template('SecurityGroupIds: [!Ref Web]')}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Port: 80, Protocol: HTTP}}
${group(`TargetGroupARNs: [!Ref Targets], ${named}`)}`
    const { document } = read(rest)
    const targets = resourceAt(document, 'net/Targets')
    const ids = targets.kind === 'target-group' ? Object.values(targets.targets) : []
    expect(new Set(ids.map(({ targetId }) => targetId))).toEqual(
      new Set(
        ['net/Fleet/instance 1', 'net/Fleet/instance 2'].map(
          (address) => resourceAt(document, address).id,
        ),
      ),
    )
  })

  it('that names no subnet is missing', () => {
    const rest =
      '  Fleet: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: 1, MaxSize: 1}}'
    expect(read(rest).report.remarks).toContainEqual({
      type: 'missing',
      what: 'net/Fleet',
      text: 'It names no subnet among the files, so where its instances run is missing.',
    })
  })
})

describe('a block of IPv6 addresses that is given to a subnet apart', () => {
  it('is its own', () => {
    const { document } = read(
      '  Six: {Type: AWS::EC2::SubnetCidrBlock, Properties: {SubnetId: !Ref A, Ipv6CidrBlock: "2001:db8:1:1::/64"}}',
    )
    expect(resourceAt(document, 'net/A')).toMatchObject({ ipv6CidrBlock: '2001:db8:1:1::/64' })
  })

  it('leaves the subnet unknown where IPAM chooses it', () => {
    const { document } = read(
      '  Six: {Type: AWS::EC2::SubnetCidrBlock, Properties: {SubnetId: !Ref A, Ipv6IpamPoolId: ipam-pool-1, Ipv6NetmaskLength: 64}}',
    )
    expect(resourceAt(document, 'net/A').undescribed).toBe('the IPv6 block of net/Six')
  })
})
