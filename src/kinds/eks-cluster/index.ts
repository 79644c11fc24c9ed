import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { newSecurityGroup } from '../security-group/draft'
import { withoutEntries } from '../without'
import { newCluster } from './new-cluster'
import { schema } from './schema'

const draft: Draft<'eks-cluster'> = ({ id, design, on, newId }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: an EKS cluster is drafted on a VPC')
  const groupId = newId('security-group')
  const cluster = newCluster(id, vpc, [groupId], design)
  return [cluster, newSecurityGroup(groupId, vpc.id, `${cluster.name}-sg`, design)]
}

const look: Look<'eks-cluster'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'eks-cluster',
  tint: () => 'container',
  captions: (it) => [
    'EKS cluster',
    `${it.subnetIds.length} ${it.subnetIds.length === 1 ? 'subnet' : 'subnets'}`,
  ],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Cluster name' },
  {
    type: 'references',
    key: 'subnetIds',
    label: 'Subnets',
    kind: 'subnet',
    hint: 'Where the interfaces of the control plane lie, in at least two zones.',
  },
  { type: 'references', key: 'securityGroupIds', label: 'Security groups', kind: 'security-group' },
  {
    type: 'cidr',
    key: 'serviceIpv4Cidr',
    label: 'Service IPv4 CIDR',
    family: 'IPv4',
    whenNull: 'Chosen by AWS',
  },
  {
    type: 'switch',
    key: 'externalSnat',
    label: 'External SNAT',
    hint: 'On, pods keep their addresses wherever they go (AWS_VPC_K8S_CNI_EXTERNALSNAT).',
  },
  {
    type: 'cidr-list',
    key: 'excludeSnatCidrs',
    label: 'Excluded from SNAT',
    family: 'IPv4',
    hint: 'Where pods keep their addresses all the same (AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS).',
  },
  {
    type: 'table',
    key: 'eniConfigs',
    label: 'ENIConfigs (custom networking)',
    row: 'ENIConfig',
    nextKey: null,
    blank: { subnetId: null, securityGroupIds: [] },
    columns: [
      { key: '', label: 'Zone', cell: { type: 'text', example: 'eu-central-1a' } },
      {
        key: 'subnetId',
        label: 'pod subnet',
        under: true,
        cell: { type: 'reference', kinds: ['subnet'] },
      },
      {
        key: 'securityGroupIds',
        label: 'Security groups',
        cell: { type: 'references', kinds: ['security-group'] },
      },
    ],
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const eksCluster = defineKind({
  kind: 'eks-cluster',
  term: 'EKS cluster',
  plural: 'EKS clusters',
  about: 'A Kubernetes cluster: its control plane’s interfaces, and how pods leave their nodes.',
  palette: 'Workloads',
  icon: 'eks-cluster',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'An EKS cluster lies in subnets of a VPC. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...it.subnetIds.map((id) => uses(id, 'subnetIds')),
    ...it.securityGroupIds.map((id) => uses(id, 'securityGroupIds')),
    ...Object.entries(it.eniConfigs).flatMap(([zone, config]) => [
      uses(config.subnetId, `eniConfigs.${zone}.subnetId`),
      ...config.securityGroupIds.map((id) => uses(id, `eniConfigs.${zone}.securityGroupIds`)),
    ]),
  ],
  without: (it, gone) => ({
    ...it,
    subnetIds: it.subnetIds.filter((id) => id !== gone),
    securityGroupIds: it.securityGroupIds.filter((id) => id !== gone),
    eniConfigs: Object.fromEntries(
      Object.entries(withoutEntries(it.eniConfigs, ({ subnetId }) => subnetId === gone)).map(
        ([zone, config]) => [
          zone,
          {
            ...config,
            securityGroupIds: config.securityGroupIds.filter((id) => id !== gone),
          },
        ],
      ),
    ),
  }),
  look,
  fields,
})
