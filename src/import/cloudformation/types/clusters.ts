import { part, parts, text, texts, type Raw } from '../../../kinds/describe'
import { clusterGroupOf } from '../attributes'
import type { Book, Entry } from '../book'
import { madeUpId } from '../ids'
import { tagsOf, type Item, type TypeReader } from '../item'
import { launched } from './launched'

const vpcOf = (subnetIds: readonly string[], book: Book): string | null =>
  subnetIds
    .map((each) => text(book.find('Subnets', each) ?? {}, 'VpcId'))
    .find((each) => each !== null) ?? null

/** A security group that EKS makes, with these rules for who comes in. */
const madeGroup = (id: string, name: string, vpcId: string, it: Item, inward: Raw): Entry => ({
  GroupId: id,
  GroupName: name,
  Description: 'Made by Amazon EKS',
  VpcId: vpcId,
  OwnerId: it.place.ownerId,
  IpPermissions: [inward],
  IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
})

/**
 * A cluster, and the security group that EKS makes with it: its members reach each other.
 * @source https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
const cluster: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, id, place, ref } = it
    const network = part(properties, 'ResourcesVpcConfig')
    const subnetIds = texts(network, 'SubnetIds')
    const vpcId = vpcOf(subnetIds, book)
    if (vpcId === null) {
      lacks(it, 'The subnets that it lies in are not among the files.')
      return
    }
    const group = clusterGroupOf(id)
    const members = { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] }
    book.put(
      'SecurityGroups',
      group,
      place,
      madeGroup(group, `eks-cluster-sg-${ref}`, vpcId, it, members),
    )
    book.put('EksClusters', id, place, {
      arn: id,
      name: ref,
      resourcesVpcConfig: {
        subnetIds,
        securityGroupIds: texts(network, 'SecurityGroupIds'),
        clusterSecurityGroupId: group,
        vpcId,
      },
      kubernetesNetworkConfig: {
        serviceIpv4Cidr: text(part(properties, 'KubernetesNetworkConfig'), 'ServiceIpv4Cidr'),
      },
      tags: tagsOf(it, text(properties, 'Name')),
    })
  },
}

/** The cluster of that name in the same account and Region. */
function clusterOf({ properties, place }: Item, book: Book): string | null {
  const name = text(properties, 'ClusterName')
  const found = book.all('EksClusters').find(([id, it]) => {
    const of = book.placeOf('EksClusters', id)
    const isIt = it['name'] === name || id === name
    return isIt && of?.region === place.region && of.ownerId === place.ownerId
  })
  return found?.[0] ?? null
}

const nodeGroup: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const subnets = texts(properties, 'Subnets')
    if (subnets.length === 0) {
      lacks(it, 'It names no subnet among the files, so where its nodes run is missing.')
      return
    }
    book.put('Nodegroups', id, place, {
      nodegroupArn: id,
      nodegroupName: text(properties, 'NodegroupName') ?? it.logicalId,
      subnets,
      securityGroups: groupsOf(it, book),
    })
  },
}

/**
 * The groups of the nodes: those of their launch template, else that of the cluster, and one more that
 * lets people log in where that is asked for.
 * @source https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
function groupsOf(it: Item, book: Book): readonly string[] {
  const { properties, id, address } = it
  const named = part(properties, 'LaunchTemplate')
  const template = launched(
    { LaunchTemplateId: named['Id'], LaunchTemplateName: named['Name'] },
    book,
  )
  if (Object.hasOwn(properties, 'LaunchTemplate')) {
    const doubt = template
      ? book.doubtOf(text(template, 'DoubtOf') ?? '')
      : `the launch template of ${address}`
    if (doubt !== null) book.doubt(id, doubt)
  }
  const data = part(template ?? {}, 'Data')
  const own = [
    ...texts(data, 'SecurityGroupIds'),
    ...parts(data, 'NetworkInterfaces').flatMap((each) => texts(each, 'Groups')),
  ]
  if (own.length > 0) return own
  const clusterId = clusterOf(it, book)
  if (clusterId === null) {
    book.doubt(id, `the cluster of ${address}`)
    return []
  }
  return [clusterGroupOf(clusterId), ...loginGroup(it, book)]
}

/** What EKS makes with a node group for those who log in. */
export const loginGroupOf = (address: string) => madeUpId('sg', `${address} remote access`)

/** EKS lets in by SSH whom it is told to, or everybody where a key is named alone. */
function loginGroup(it: Item, book: Book): readonly string[] {
  const { properties, address, place } = it
  const access = part(properties, 'RemoteAccess')
  const vpcId = vpcOf(texts(properties, 'Subnets'), book)
  if (!Object.hasOwn(properties, 'RemoteAccess') || vpcId === null) return []
  const id = loginGroupOf(address)
  const sources = texts(access, 'SourceSecurityGroups').map((GroupId) => ({ GroupId }))
  const inward = {
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    ...(sources.length > 0
      ? { UserIdGroupPairs: sources }
      : { IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
  }
  book.put(
    'SecurityGroups',
    id,
    place,
    madeGroup(id, `eks-remoteAccess-${it.logicalId}`, vpcId, it, inward),
  )
  return [id]
}

/** Add-ons do nothing of their own in the network, but for the one that gives pods their addresses. */
const addOn: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, address } = it
    const written = text(properties, 'ConfigurationValues')
    if (text(properties, 'AddonName') !== 'vpc-cni' || written === null) return
    const clusterId = clusterOf(it, book)
    const of = book.find('EksClusters', clusterId)
    if (!of || clusterId === null) {
      lacks(it, 'Its cluster is not among the files.')
      return
    }
    const read = objectIn(written)
    if (read) of['vpcCni'] = read
    else book.doubt(clusterId, `what ConfigurationValues of ${address} says`)
  },
}

/** What JSON says, if it is an object. */
function objectIn(written: string): object | null {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

export const clusterTypes: Readonly<Record<string, TypeReader>> = { 'AWS::EKS::Cluster': cluster }

export const clusterParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EKS::Nodegroup': nodeGroup,
  'AWS::EKS::Addon': addOn,
}
