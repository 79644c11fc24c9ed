import {
  defineKind,
  inside,
  uses,
  type Design,
  type Draft,
  type Field,
  type Look,
} from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import { schema } from './schema'

const draft: Draft<'nat-gateway'> = ({ id, design, on }) => {
  const subnet = on.find((it) => it.kind === 'subnet')
  if (!subnet) throw new Error('Bug: a NAT gateway is drafted on a subnet')
  return [
    {
      id,
      kind: 'nat-gateway',
      name: freeName(`nat-${subnet.availabilityZone.slice(-1)}`, design.all('nat-gateway')),
      tags: {},
      subnetId: subnet.id,
      vpcId: null,
      availabilityMode: 'zonal',
      availabilityZones: null,
      routeTableId: null,
      connectivityType: 'public',
      state: 'available',
      privateIp: null,
      publicIp: null,
      secondaryAddresses: [],
    },
  ]
}

const look: Look<'nat-gateway'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'nat-gateway',
  tint: () => 'network',
  captions: (it) => [
    it.availabilityMode === 'regional'
      ? 'regional NAT gateway'
      : it.connectivityType === 'private'
        ? 'private NAT gateway'
        : 'NAT gateway',
    it.connectivityType === 'private'
      ? (it.privateIp ?? 'address assigned')
      : (it.publicIp ?? 'Elastic IP'),
  ],
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const isRegional = (it: Resource) => it.kind === 'nat-gateway' && it.availabilityMode === 'regional'

/** Between a subnet and its VPC: where the gateway lies follows from its mode. (NET-19) */
function movedAlong(it: Resource, design: Design): Resource {
  if (it.kind !== 'nat-gateway') return it
  if (it.availabilityMode === 'regional') {
    const vpcId = it.vpcId ?? (it.subnetId && design.get(it.subnetId)?.vpcId) ?? null
    return { ...it, vpcId, subnetId: null, connectivityType: 'public', privateIp: null }
  }
  const inVpc = design.all('subnet').filter((subnet) => subnet.vpcId === it.vpcId)
  const home = inVpc.find((subnet) => design.isPublicSubnet(subnet.id)) ?? inVpc[0]
  return {
    ...it,
    subnetId: it.subnetId ?? home?.id ?? null,
    vpcId: null,
    availabilityZones: null,
    routeTableId: null,
  }
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'connectivityType',
    label: 'Connectivity type',
    options: ['public', 'private'],
    along: (it) =>
      it.kind === 'nat-gateway' && it.connectivityType === 'private'
        ? {
            ...it,
            publicIp: null,
            secondaryAddresses: it.secondaryAddresses.map((other) => ({
              ...other,
              publicIp: null,
            })),
          }
        : it,
    when: (it) => it.kind === 'nat-gateway' && it.availabilityMode === 'zonal',
  },
  {
    type: 'choice',
    key: 'availabilityMode',
    label: 'Availability mode',
    options: ['zonal', 'regional'],
    hint: 'A regional NAT gateway spans the zones of its VPC and lies in no subnet.',
    along: movedAlong,
  },
  {
    type: 'reference',
    key: 'routeTableId',
    label: 'Route table',
    kind: 'route-table',
    whenNull: 'One that leads to the internet gateway',
    when: isRegional,
  },
  {
    type: 'list',
    key: 'availabilityZones',
    row: 'zone',
    label: 'Availability Zones',
    whenNull: 'Chosen by AWS',
    example: 'eu-central-1a',
    when: isRegional,
  },
  {
    type: 'ip',
    key: 'publicIp',
    label: 'Elastic IP address',
    whenNull: 'Allocated with the gateway',
    when: (it) => it.kind === 'nat-gateway' && it.connectivityType === 'public',
  },
  {
    type: 'ip',
    key: 'privateIp',
    label: 'Private IPv4 address',
    whenNull: 'Chosen by AWS',
    when: (it) => !isRegional(it),
  },
  {
    type: 'table',
    key: 'secondaryAddresses',
    label: 'Secondary addresses',
    row: 'address',
    nextKey: (rows) => String(Object.keys(rows).length),
    blank: { privateIp: null, publicIp: null },
    columns: [
      {
        key: 'privateIp',
        label: 'Private IPv4',
        cell: { type: 'text', whenNull: 'Chosen by AWS', example: '10.0.0.20' },
      },
      {
        key: 'publicIp',
        label: 'Elastic IP',
        cell: { type: 'text', whenNull: 'Allocated', example: '203.0.113.20' },
      },
    ],
  },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['pending', 'failed', 'available', 'deleting', 'deleted'],
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const natGateway = defineKind({
  kind: 'nat-gateway',
  term: 'NAT gateway',
  plural: 'NAT gateways',
  about: 'Lets hosts without public addresses open connections to the internet, never the reverse.',
  palette: 'Gateways',
  icon: 'nat-gateway',
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet'],
    otherwise: 'A NAT gateway lies in a subnet. Drop it on a public one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    ...(it.subnetId ? [inside(it.subnetId, 'subnetId')] : []),
    ...(it.vpcId ? [inside(it.vpcId, 'vpcId')] : []),
    ...(it.routeTableId ? [uses(it.routeTableId, 'routeTableId')] : []),
  ],
  without: (it, gone) => (it.routeTableId === gone ? { ...it, routeTableId: null } : it),
  look,
  fields,
})
