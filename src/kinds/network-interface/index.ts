import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { Id } from '../resource'
import { newSecurityGroup } from '../security-group/draft'
import { newInterface } from './new-interface'
import { publicAddressSources, schema } from './schema'

const draft: Draft<'network-interface'> = ({ id, design, on, newId }) => {
  const place = on[0]
  if (place?.kind !== 'subnet' && place?.kind !== 'workload')
    throw new Error('Bug: a network interface is drafted on a subnet or a workload')
  const subnetId =
    place.kind === 'subnet' ? place.id : (Object.keys(place.interfaces)[0] as Id<'subnet'>)
  const vpcId = design.get(subnetId)?.vpcId
  if (!vpcId) throw new Error('Bug: a network interface lies in a subnet')
  const base = place.kind === 'workload' ? `${place.name}-eni` : 'network-interface'
  const name = freeName(base, design.all('network-interface'))
  const it = {
    id,
    kind: 'network-interface',
    name,
    tags: {},
    subnetId,
    ...newInterface('none'),
  } as const
  if (place.kind === 'workload')
    return [{ ...it, instanceId: place.id, groupIds: place.securityGroupIds }]
  const group = newSecurityGroup(newId('security-group'), vpcId, `${name}-sg`, design)
  return [{ ...it, instanceId: null, groupIds: [group.id] }, group]
}

const look: Look<'network-interface'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'network-interface',
  tint: () => 'compute',
  captions: (it, design) => [
    it.instanceId
      ? `interface of ${design.get(it.instanceId)?.name ?? it.instanceId}`
      : 'network interface',
    [it.privateIpAddress, ...it.secondaryPrivateIpAddresses, ...it.ipv6Addresses]
      .flatMap((address) => address ?? [])
      .join(', ') || 'address assigned',
  ],
  badge: (it) => (it.instanceId ? null : 'available'),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'instanceId',
    label: 'Attached to',
    kind: 'workload',
    whenNull: 'Nothing',
  },
  { type: 'ip', key: 'privateIpAddress', label: 'Private IPv4 address', whenNull: 'Chosen by AWS' },
  {
    type: 'list',
    key: 'secondaryPrivateIpAddresses',
    row: 'address',
    label: 'Secondary private IPv4 addresses',
    example: '10.0.0.20',
  },
  {
    type: 'choice',
    key: 'publicAddress',
    label: 'Public IPv4 address',
    options: publicAddressSources,
  },
  { type: 'ip', key: 'publicIp', label: 'Known public address', whenNull: 'Chosen by AWS' },
  { type: 'switch', key: 'assignIpv6Address', label: 'Assign an IPv6 address' },
  {
    type: 'list',
    key: 'ipv6Addresses',
    row: 'address',
    label: 'IPv6 addresses',
    example: '2001:db8::10',
  },
  {
    type: 'switch',
    key: 'sourceDestCheck',
    label: 'Source/destination check',
    hint: 'Off for an interface that forwards what is not addressed to it.',
  },
  { type: 'references', key: 'groupIds', label: 'Security groups', kind: 'security-group' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const networkInterface = defineKind({
  kind: 'network-interface',
  term: 'network interface',
  plural: 'network interfaces',
  about: 'An elastic network interface of its own: a further one of an instance, or a spare.',
  palette: 'Network',
  icon: 'network-interface',
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet', 'workload'],
    otherwise:
      'A network interface lies in a subnet. Drop it on one, or on the instance that shall have it.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.subnetId, 'subnetId'),
    ...(it.instanceId ? [uses(it.instanceId, 'instanceId')] : []),
    ...it.groupIds.map((id) => uses(id, 'groupIds')),
  ],
  without: (it, gone) => ({
    ...it,
    instanceId: it.instanceId === gone ? null : it.instanceId,
    groupIds: it.groupIds.filter((id) => id !== gone),
  }),
  look,
  fields,
})
