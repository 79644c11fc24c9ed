import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { importAnswers } from './import'

const arn = 'arn:aws:eks:eu-west-1:111122223333:cluster/shop'

const network = {
  Vpcs: [{ VpcId: 'vpc-1', OwnerId: '111122223333', CidrBlock: '10.0.0.0/16' }],
  Subnets: [
    {
      SubnetId: 'subnet-1',
      VpcId: 'vpc-1',
      CidrBlock: '10.0.0.0/24',
      AvailabilityZone: 'eu-west-1a',
      OwnerId: '111122223333',
    },
  ],
  SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'eks', VpcId: 'vpc-1', OwnerId: '111122223333' }],
}

const faces = {
  NetworkInterfaces: [
    {
      NetworkInterfaceId: 'eni-1',
      Description: 'Amazon EKS shop',
      SubnetId: 'subnet-1',
      VpcId: 'vpc-1',
      PrivateIpAddress: '10.0.0.10',
      Status: 'in-use',
      RequesterManaged: true,
      Groups: [{ GroupId: 'sg-1' }],
    },
  ],
}

const cluster = {
  cluster: {
    arn,
    name: 'shop',
    status: 'ACTIVE',
    resourcesVpcConfig: {
      vpcId: 'vpc-1',
      subnetIds: ['subnet-1'],
      securityGroupIds: [],
      clusterSecurityGroupId: 'sg-1',
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16' },
  },
}

const nodes = {
  nodegroup: {
    nodegroupArn: 'arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/nodes/12345678',
    nodegroupName: 'nodes',
    clusterName: 'shop',
    subnets: ['subnet-1'],
  },
}

function kindsIn(...answers: readonly object[]) {
  const { resources } = importAnswers(
    [network, ...answers].map((value, index) => ({ path: `${index}.json`, value })),
  )
  return Object.values<Resource>(resources).flatMap((it) =>
    it.kind === 'eks-cluster' || it.kind === 'workload' ? [it] : [],
  )
}

describe('a cluster that the AWS CLI describes', () => {
  it('stands there with its subnets and groups', () => {
    expect(kindsIn(cluster)).toEqual([
      expect.objectContaining({
        kind: 'eks-cluster',
        name: 'shop',
        awsId: arn,
        vpcId: 'vpc:vpc-1',
        subnetIds: ['subnet:subnet-1'],
        securityGroupIds: ['security-group:sg-1'],
        serviceIpv4Cidr: '172.20.0.0/16',
      }),
    ])
  })

  it('is its interfaces where these are described, with the addresses that they have', () => {
    expect(kindsIn(cluster, faces)).toEqual([
      expect.objectContaining({
        kind: 'workload',
        workloadType: 'generic',
        interfaces: {
          'subnet:subnet-1': expect.objectContaining({ privateIpAddress: '10.0.0.10' }) as unknown,
        },
      }),
    ])
  })

  it('has nodes that nobody knows until instances are described', () => {
    expect(kindsIn(cluster, nodes)).toContainEqual(
      expect.objectContaining({
        workloadType: 'eks-node-group',
        name: 'nodes',
        undescribed: 'aws ec2 describe-instances',
      }),
    )
    const instances = kindsIn(cluster, nodes, { Reservations: [] })
    expect(instances.map(({ kind }) => kind)).toEqual(['eks-cluster'])
  })
})
