import { defineKind, inside, uses, type Field, type Look } from '../contract'
import type { Id, ResourceOf } from '../resource'
import { draft } from './draft'
import { schema } from './schema'

export type SecurityGroupRule = ResourceOf<'security-group'>['ingress'][string]

const counted = (count: number, word: string) => `${count} ${word}`

const look: Look<'security-group'> = {
  shape: 'chip',
  size: null,
  icon: () => 'security-group',
  tint: () => 'neutral',
  captions: (it) => [
    `${counted(Object.keys(it.ingress).length, 'inbound')}, ${counted(Object.keys(it.egress).length, 'outbound')}`,
  ],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Security group name' },
  { type: 'text', key: 'description', label: 'Description' },
  { type: 'rules', key: 'ingress', label: 'Inbound rules', direction: 'ingress' },
  { type: 'rules', key: 'egress', label: 'Outbound rules', direction: 'egress' },
  {
    type: 'references',
    key: 'associatedVpcIds',
    label: 'Associated VPCs',
    kind: 'vpc',
    hint: 'Further VPCs of its Region whose interfaces may carry it.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

function withoutPeer(rules: Record<string, SecurityGroupRule>, gone: Id) {
  return Object.fromEntries(
    Object.entries(rules).filter(
      ([, rule]) => rule.referencedGroupId !== gone && rule.prefixListId !== gone,
    ),
  )
}

export const securityGroup = defineKind({
  kind: 'security-group',
  term: 'security group',
  plural: 'security groups',
  about: 'Stateful allow rules for the network interfaces that carry it.',
  palette: 'Security',
  icon: 'security-group',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc', 'workload'],
    otherwise:
      'A security group belongs to a VPC. Drop it on one, or on the workload that shall carry it.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...(['ingress', 'egress'] as const).flatMap((direction) =>
      Object.entries(it[direction]).flatMap(([key, rule]) =>
        (['referencedGroupId', 'prefixListId'] as const).flatMap((peer) => {
          const id = rule[peer]
          return id ? [uses(id, `${direction}.${key}.${peer}`)] : []
        }),
      ),
    ),
    ...it.associatedVpcIds.map((id) => uses(id, 'associatedVpcIds')),
  ],
  without: (it, gone) => ({
    ...it,
    associatedVpcIds: it.associatedVpcIds.filter((id) => id !== gone),
    ingress: withoutPeer(it.ingress, gone),
    egress: withoutPeer(it.egress, gone),
  }),
  look,
  fields,
})
