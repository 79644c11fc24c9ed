import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { imported, resourceAt } from './testing/imported'

const network = `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1b, MapPublicIpOnLaunch: true}}
  Own: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: own}}
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/eks
      ResourcesVpcConfig: {SubnetIds: [!Ref A, !Ref B]}
      KubernetesNetworkConfig: {ServiceIpv4Cidr: 172.20.0.0/16}
`

const nodes = (said = '') => `
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties: {ClusterName: !Ref Cluster, NodeRole: x, Subnets: [!Ref A, !Ref B]${said}}
`

const read = (rest: string) => imported({ 'net.yaml': `${network}${rest}` })

function groupsOf(rest: string): readonly string[] {
  const { document } = read(rest)
  const it = resourceAt(document, 'net/Nodes')
  const ids = it.kind === 'workload' ? it.securityGroupIds : []
  return Object.values<Resource>(document.resources)
    .filter(({ id }) => ids.some((each) => each === id))
    .map(({ sourceAddress, name }) => sourceAddress ?? name)
}

describe('a cluster of Amazon EKS', () => {
  it('lies in its subnets, with the security group that EKS makes', () => {
    const { document } = read('')
    const group = resourceAt(document, 'net/Cluster/cluster security group')
    expect(resourceAt(document, 'net/Cluster')).toMatchObject({
      kind: 'eks-cluster',
      subnetIds: [resourceAt(document, 'net/A').id, resourceAt(document, 'net/B').id],
      securityGroupIds: [group.id],
      serviceIpv4Cidr: '172.20.0.0/16',
      externalSnat: false,
    })
    expect(group).toMatchObject({
      ingress: { 'rule-1': { ipProtocol: '-1', referencedGroupId: group.id } },
    })
  })

  it('lets others refer to that group', () => {
    const { document } = read(`
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Own, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt Cluster.ClusterSecurityGroupId}
`)
    const group = resourceAt(document, 'net/Cluster/cluster security group')
    expect(resourceAt(document, 'net/Own')).toMatchObject({
      ingress: { 'rule-1': { referencedGroupId: group.id } },
    })
  })

  it('has its pods as the add-on configures them', () => {
    const { document } = read(`
  Cni:
    Type: AWS::EKS::Addon
    Properties:
      ClusterName: !Ref Cluster
      AddonName: vpc-cni
      ConfigurationValues: !Sub |
        {"env": {"AWS_VPC_K8S_CNI_EXTERNALSNAT": "true", "AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS": "10.0.0.0/8",
        "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG": "true"},
        "eniConfig": {"create": true, "subnets": {"eu-west-1a": {"id": "\${A}", "securityGroups": ["\${Own}"]}}}}
`)
    expect(resourceAt(document, 'net/Cluster')).toMatchObject({
      externalSnat: true,
      excludeSnatCidrs: ['10.0.0.0/8'],
      eniConfigs: {
        'eu-west-1a': {
          subnetId: resourceAt(document, 'net/A').id,
          securityGroupIds: [resourceAt(document, 'net/Own').id],
        },
      },
    })
  })

  it('is unknown where nobody can read how that does', () => {
    const { document } = read(
      '  Cni: {Type: AWS::EKS::Addon, Properties: {ClusterName: !Ref Cluster, AddonName: vpc-cni, ConfigurationValues: "env: {}"}}',
    )
    expect(resourceAt(document, 'net/Cluster').undescribed).toBe(
      'what ConfigurationValues of net/Cni says',
    )
  })
})

describe('a managed node group', () => {
  it('has an interface in each subnet, public where the subnet gives public addresses', () => {
    const { document } = read(nodes())
    expect(resourceAt(document, 'net/Nodes')).toMatchObject({
      kind: 'workload',
      workloadType: 'eks-node-group',
      interfaces: {
        [resourceAt(document, 'net/A').id]: { publicAddress: 'none' },
        [resourceAt(document, 'net/B').id]: { publicAddress: 'auto-assigned' },
      },
    })
  })

  const launch = (data: string) =>
    `  Launch: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {${data}}}}${nodes(', LaunchTemplate: {Id: !Ref Launch, Version: 1}')}`

  it.each([
    ['the group of its cluster', nodes(), ['net/Cluster/cluster security group']],
    [
      'that of its cluster where its launch template names none',
      launch('EbsOptimized: true'),
      ['net/Cluster/cluster security group'],
    ],
    [
      'the groups that its launch template names',
      launch('SecurityGroupIds: [!Ref Own]'),
      ['net/Own'],
    ],
  ])('carries %s', (_, rest, groups) => {
    expect(groupsOf(rest)).toEqual(groups)
  })

  it('lets people log in where it is asked to', () => {
    const { document } = read(
      nodes(', RemoteAccess: {Ec2SshKey: x, SourceSecurityGroups: [!Ref Own]}'),
    )
    expect(resourceAt(document, 'net/Nodes/remote access security group')).toMatchObject({
      ingress: {
        'rule-1': { fromPort: 22, referencedGroupId: resourceAt(document, 'net/Own').id },
      },
    })
  })

  it.each([
    ['its launch template', nodes(', LaunchTemplate: {Id: lt-0123456789abcdef0}')],
    ['its cluster', nodes().replace('!Ref Cluster', 'elsewhere')],
  ])('is unknown where %s is not among the files', (what, rest) => {
    const { document } = read(rest)
    expect(resourceAt(document, 'net/Nodes').undescribed).toBe(
      `the ${what.slice('its '.length)} of net/Nodes`,
    )
  })
})
