import { defineKind, uses, type Design, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { Id, Resource } from '../resource'
import { schema } from './schema'

/** The VPC of an instance or an interface, which says in whose account and Region it is. */
function vpcOf(place: Resource | undefined, design: Design) {
  const subnetId =
    place?.kind === 'network-interface'
      ? place.subnetId
      : place?.kind === 'workload'
        ? (Object.keys(place.interfaces)[0] as Id<'subnet'>)
        : null
  const vpcId = subnetId && design.get(subnetId)?.vpcId
  return vpcId ? design.get(vpcId) : undefined
}

const draft: Draft<'elastic-ip'> = ({ id, design, on, defaults }) => {
  const place = on[0]
  if (place?.kind !== 'network-interface' && place?.kind !== 'workload')
    throw new Error('Bug: an Elastic IP address is drafted on a workload or a network interface')
  const vpc = vpcOf(place, design)
  return [
    {
      id,
      kind: 'elastic-ip',
      name: freeName(`${place.name}-eip`, design.all('elastic-ip')),
      tags: {},
      ownerId: vpc?.ownerId ?? defaults.ownerId,
      region: vpc?.region ?? defaults.region,
      publicIp: null,
      associatedWith: place.id,
      privateIpAddress: null,
    },
  ]
}

const look: Look<'elastic-ip'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'elastic-ip',
  tint: () => 'network',
  captions: (it, design) => [
    it.associatedWith
      ? `Elastic IP of ${design.get(it.associatedWith)?.name ?? it.associatedWith}`
      : 'Elastic IP address',
    it.publicIp ?? 'allocated',
  ],
  badge: (it) => (it.associatedWith ? null : 'not associated'),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'ip', key: 'publicIp', label: 'Public IPv4 address', whenNull: 'Chosen by AWS' },
  {
    type: 'reference',
    key: 'associatedWith',
    label: 'Associated with',
    kind: ['workload', 'network-interface'],
    whenNull: 'Nothing',
  },
  {
    type: 'ip',
    key: 'privateIpAddress',
    label: 'Private IPv4 address',
    whenNull: 'The primary one',
    when: (it) => it.kind === 'elastic-ip' && it.associatedWith !== null,
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const elasticIp = defineKind({
  kind: 'elastic-ip',
  term: 'Elastic IP address',
  plural: 'Elastic IP addresses',
  about: 'A public IPv4 address of the account, mapped to a private address of an interface.',
  palette: 'Network',
  icon: 'elastic-ip',
  schema,
  placement: {
    type: 'on',
    kinds: ['network-interface', 'workload'],
    otherwise:
      'An Elastic IP address is associated with an instance or an interface. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => (it.associatedWith ? [uses(it.associatedWith, 'associatedWith')] : []),
  without: (it, gone) =>
    it.associatedWith === gone ? { ...it, associatedWith: null, privateIpAddress: null } : it,
  look,
  fields,
})
