import { nextFree, prefixLengthOf, type Cidr } from '../../net/cidr'
import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { ResourceOf } from '../resource'
import { schema } from './schema'

/** The zone of this Region, a or b first, that the fewest of these subnets use. */
function leastUsedZone(region: string, siblings: readonly ResourceOf<'subnet'>[]): string {
  const uses = (zone: string) => siblings.filter((it) => it.availabilityZone === zone).length
  const zones = [
    ...new Set([`${region}a`, `${region}b`, ...siblings.map((it) => it.availabilityZone)]),
  ]
  return zones.sort((a, b) => uses(a) - uses(b) || a.localeCompare(b))[0] ?? `${region}a`
}

/** The next free /24 of a VPC's blocks, or a quarter of a block that is smaller than that. */
function nextSubnetCidr(vpc: ResourceOf<'vpc'>, taken: readonly Cidr[]): Cidr {
  for (const block of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]) {
    const length = Math.min(28, Math.max(24, prefixLengthOf(block) + 2))
    const free = nextFree(block, length, taken)
    if (free) return free
  }
  return vpc.cidrBlock
}

const draft: Draft<'subnet'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: a subnet is drafted on a VPC')
  const siblings = design.all('subnet').filter((it) => it.vpcId === vpc.id)
  const zone = leastUsedZone(vpc.region, siblings)
  return [
    {
      id,
      kind: 'subnet',
      name: freeName(`subnet-${zone.slice(-1)}`, siblings),
      tags: {},
      vpcId: vpc.id,
      availabilityZone: zone,
      cidrBlock: nextSubnetCidr(
        vpc,
        siblings.map((it) => it.cidrBlock),
      ),
      routeTableId: null,
      mapPublicIpOnLaunch: false,
    },
  ]
}

const look: Look<'subnet'> = {
  shape: 'container',
  size: { width: 264, height: 152 },
  icon: (it, design) => (design.isPublicSubnet(it.id) ? 'public-subnet' : 'private-subnet'),
  tint: (it, design) => (design.isPublicSubnet(it.id) ? 'public' : 'private'),
  captions: (it, design) => [
    it.cidrBlock,
    it.availabilityZone,
    design.isPublicSubnet(it.id) ? 'public' : 'private',
  ],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'cidr', key: 'cidrBlock', label: 'IPv4 CIDR' },
  { type: 'zone', key: 'availabilityZone', label: 'Availability Zone' },
  {
    type: 'reference',
    key: 'routeTableId',
    label: 'Route table',
    kind: 'route-table',
    whenNull: 'Main route table',
  },
  {
    type: 'switch',
    key: 'mapPublicIpOnLaunch',
    label: 'Auto-assign public IPv4 address',
    hint: 'A workload placed here gets a public address unless it says otherwise.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const subnet = defineKind({
  kind: 'subnet',
  term: 'subnet',
  plural: 'subnets',
  about: 'A range of addresses of a VPC in one Availability Zone.',
  palette: 'Network',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'A subnet lies in a VPC. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...(it.routeTableId ? [uses(it.routeTableId, 'routeTableId')] : []),
  ],
  without: (it, gone) => (it.routeTableId === gone ? { ...it, routeTableId: null } : it),
  look,
  fields,
})
