import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { Id, ResourceOf } from '../resource'
import { newSecurityGroup } from '../security-group/draft'
import { schema, workloadTypes } from './schema'

export type WorkloadType = (typeof workloadTypes)[number]

/** AWS's words for each type of workload. */
export const workloadTerms: Readonly<Record<WorkloadType, string>> = {
  'ec2-instance': 'EC2 instance',
  'ecs-service': 'ECS service',
  'eks-node-group': 'EKS node group',
  generic: 'Workload',
}

const draft: Draft<'workload'> = ({ id, design, on, newId }) => {
  const subnet = on.find((it) => it.kind === 'subnet')
  if (!subnet) throw new Error('Bug: a workload is drafted on a subnet')
  const name = freeName('workload', design.all('workload'))
  const group = newSecurityGroup(newId('security-group'), subnet.vpcId, `${name}-sg`, design)
  return [
    {
      id,
      kind: 'workload',
      name,
      tags: {},
      workloadType: 'ec2-instance',
      state: 'running',
      interfaces: {
        [subnet.id]: {
          privateIpAddress: null,
          publicAddress: subnet.mapPublicIpOnLaunch ? 'auto-assigned' : 'none',
          publicIp: null,
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
  tint: (it) => (it.workloadType === 'ec2-instance' ? 'compute' : 'container'),
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

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'choice', key: 'workloadType', label: 'Type', options: workloadTypes },
  { type: 'choice', key: 'state', label: 'State', options: ['running', 'stopped'] },
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
