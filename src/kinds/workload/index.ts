import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { Id, Resource, ResourceOf } from '../resource'
import { newSecurityGroup } from '../security-group/draft'
import { newInterface } from '../network-interface/new-interface'
import { forwardingModes, schema, workloadTypes } from './schema'

export type WorkloadType = (typeof workloadTypes)[number]

/** AWS's words for each type of workload. */
export const workloadTerms: Readonly<Record<WorkloadType, string>> = {
  'ec2-instance': 'EC2 instance',
  'ecs-service': 'ECS service',
  'eks-node-group': 'EKS node group',
  'lambda-function': 'Lambda function',
  'rds-db-instance': 'DB instance',
  appliance: 'Appliance',
  generic: 'Workload',
}

const abouts: Readonly<Record<WorkloadType, string>> = {
  'ec2-instance': 'A virtual server with a network interface.',
  'ecs-service': 'Containers run by Amazon ECS, in one or several subnets.',
  'eks-node-group': 'Nodes of a Kubernetes cluster run by Amazon EKS.',
  'lambda-function': 'A Lambda function in a VPC, by interfaces in its subnets.',
  'rds-db-instance': 'A database run by Amazon RDS.',
  appliance: 'An instance that forwards packets of others: a firewall, a NAT instance.',
  generic: 'Anything else that sends and receives packets.',
}

/** What AWS never gives a public IPv4 address by itself, wherever it lies. */
const neverPublic: ReadonlySet<WorkloadType> = new Set(['lambda-function', 'rds-db-instance'])

const draft: Draft<'workload'> = ({ id, design, on, newId, variant }) => {
  const subnet = on.find((it) => it.kind === 'subnet')
  if (!subnet) throw new Error('Bug: a workload is drafted on a subnet')
  const name = freeName('workload', design.all('workload'))
  const workloadType = workloadTypes.find((it) => it === variant) ?? 'ec2-instance'
  const hasPublic = subnet.mapPublicIpOnLaunch && !neverPublic.has(workloadType)
  const group = newSecurityGroup(newId('security-group'), subnet.vpcId, `${name}-sg`, design)
  return [
    {
      id,
      kind: 'workload',
      name,
      tags: {},
      workloadType,
      ownerId: null,
      state: 'running',
      forwarding: workloadType === 'appliance' ? 'forward' : 'none',
      stateful: true,
      interfaces: {
        [subnet.id]: {
          ...newInterface(hasPublic ? 'auto-assigned' : 'none'),
          assignIpv6Address: subnet.ipv6CidrBlock !== null && subnet.assignIpv6AddressOnCreation,
          // what forwards is handed packets that are not addressed to it (RT-19)
          sourceDestCheck: workloadType !== 'appliance',
        },
      },
      securityGroupIds: [group.id],
    },
    group,
  ]
}

const look: Look<'workload'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: (it) => it.workloadType,
  tint: (it) =>
    ['ecs-service', 'eks-node-group'].includes(it.workloadType) ? 'container' : 'compute',
  captions: (it) => {
    const interfaces = Object.values(it.interfaces)
    const addresses = interfaces.flatMap((face) => face.privateIpAddress ?? [])
    return [
      workloadTerms[it.workloadType],
      addresses.length > 0
        ? addresses.join(', ')
        : interfaces.length > 1
          ? `${interfaces.length} subnets`
          : 'address assigned',
    ]
  },
  badge: (it) => (it.state === 'running' ? null : it.state),
}

const forwards = (it: Resource) =>
  it.kind === 'workload' &&
  (['ec2-instance', 'appliance', 'generic'].includes(it.workloadType) || it.forwarding !== 'none')

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'choice', key: 'workloadType', label: 'Type', options: workloadTypes },
  { type: 'choice', key: 'state', label: 'State', options: ['running', 'stopped'] },
  {
    type: 'choice',
    key: 'forwarding',
    label: 'Packets not addressed to it',
    options: forwardingModes,
    hint: 'What it does with packets of others. They come only to interfaces whose source/destination check is off.',
    when: forwards,
  },
  {
    type: 'switch',
    key: 'stateful',
    label: 'Keeps state of connections',
    when: (it) => it.kind === 'workload' && it.forwarding !== 'none',
  },
  {
    type: 'account',
    key: 'ownerId',
    label: 'Account',
    whenNull: 'That of its subnet',
  },
  { type: 'interfaces', key: 'interfaces', label: 'Network interfaces' },
  { type: 'references', key: 'securityGroupIds', label: 'Security groups', kind: 'security-group' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const workload = defineKind({
  kind: 'workload',
  term: 'workload',
  plural: 'workloads',
  about: 'An EC2 instance, ECS service or EKS node group: something that sends and receives.',
  palette: 'Workloads',
  icon: 'generic',
  variants: workloadTypes.map((key) => ({
    key,
    term: workloadTerms[key],
    about: abouts[key],
    icon: key,
  })),
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet'],
    otherwise: 'A workload lies in a subnet. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => {
    const subnetIds = Object.keys(it.interfaces) as Id<'subnet'>[]
    return [
      // the last subnet takes the workload with it; one of several only takes an interface
      ...subnetIds.map((subnetId) =>
        (subnetIds.length === 1 ? inside : uses)(subnetId, `interfaces.${subnetId}`),
      ),
      ...it.securityGroupIds.map((groupId) => uses(groupId, 'securityGroupIds')),
    ]
  },
  without: (it, gone) => ({
    ...it,
    interfaces: Object.fromEntries(
      Object.entries(it.interfaces).filter(([subnetId]) => subnetId !== gone),
    ) as ResourceOf<'workload'>['interfaces'],
    securityGroupIds: it.securityGroupIds.filter((groupId) => groupId !== gone),
  }),
  look,
  fields,
})
