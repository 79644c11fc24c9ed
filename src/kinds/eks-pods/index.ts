import {
  defineKind,
  inside,
  joins,
  type Design,
  type Draft,
  type Field,
  type Look,
} from '../contract'
import { newCluster } from '../eks-cluster/new-cluster'
import { freeName } from '../names'
import type { Id, Resource } from '../resource'
import { schema } from './schema'

function vpcOf(nodeGroup: Resource, design: Design) {
  const subnetId =
    nodeGroup.kind === 'workload' ? (Object.keys(nodeGroup.interfaces)[0] as Id<'subnet'>) : null
  const vpcId = subnetId && design.get(subnetId)?.vpcId
  return vpcId ? design.get(vpcId) : undefined
}

const draft: Draft<'eks-pods'> = ({ id, design, on, newId }) => {
  const nodes = on.find((it) => it.kind === 'workload')
  const vpc = nodes && vpcOf(nodes, design)
  if (!nodes || !vpc) throw new Error('Bug: pods are drafted on a node group')
  const cluster = design.all('eks-cluster').find((it) => it.vpcId === vpc.id)
  // nodes belong to a cluster, so the first pods of a VPC bring theirs along
  const made = cluster
    ? null
    : newCluster(newId('eks-cluster'), vpc, nodes.securityGroupIds, design)
  return [
    {
      id,
      kind: 'eks-pods',
      name: freeName('pods', design.all('eks-pods')),
      tags: {},
      eksClusterId: (cluster ?? made)?.id ?? newId('eks-cluster'),
      nodeGroupId: nodes.id,
      hostNetwork: false,
    },
    ...(made ? [made] : []),
  ]
}

const look: Look<'eks-pods'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'eks-pods',
  tint: () => 'container',
  captions: (it, design) => [
    `pods on ${design.get(it.nodeGroupId)?.name ?? it.nodeGroupId}`,
    it.hostNetwork ? 'hostNetwork' : (design.get(it.eksClusterId)?.name ?? it.eksClusterId),
  ],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'reference', key: 'eksClusterId', label: 'EKS cluster', kind: 'eks-cluster' },
  { type: 'reference', key: 'nodeGroupId', label: 'Node group', kind: 'workload' },
  {
    type: 'switch',
    key: 'hostNetwork',
    label: 'hostNetwork',
    hint: 'Pods share the addresses of their nodes.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const eksPods = defineKind({
  kind: 'eks-pods',
  term: 'EKS pods',
  plural: 'EKS pods',
  about: 'The pods of one deployment, on the nodes of a node group.',
  palette: 'Workloads',
  icon: 'eks-pods',
  schema,
  placement: {
    type: 'on',
    kinds: ['workload'],
    otherwise: 'Pods run on the nodes of a node group. Drop them on one.',
    refuse: (place) =>
      place.kind === 'workload' && place.workloadType !== 'eks-node-group'
        ? `${place.name} is no EKS node group; pods run on the nodes of one.`
        : null,
  },
  draft,
  links: (it) => [joins(it.eksClusterId, 'eksClusterId'), inside(it.nodeGroupId, 'nodeGroupId')],
  without: (it) => it,
  look,
  fields,
})
