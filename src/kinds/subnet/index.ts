import {
  nextFree,
  nextFree6,
  prefixLengthOf,
  type Cidr,
  type Cidr4,
  type Cidr6,
} from '../../net/cidr'
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
import type { ResourceOf } from '../resource'
import { internetGatewayBlockModes } from '../vpc/schema'
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
function nextSubnetCidr(vpc: ResourceOf<'vpc'>, taken: readonly Cidr[]): Cidr4 {
  for (const block of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]) {
    const length = Math.min(28, Math.max(24, prefixLengthOf(block) + 2))
    const free = nextFree(block, length, taken)
    if (free) return free
  }
  return vpc.cidrBlock
}

/** The next free /64 of the VPC's IPv6 blocks: AWS gives a subnet no other size by default. */
function nextSubnetCidr6(
  vpc: ResourceOf<'vpc'>,
  siblings: readonly ResourceOf<'subnet'>[],
): Cidr6 | null {
  const taken = siblings.flatMap((it) => it.ipv6CidrBlock ?? [])
  for (const block of vpc.ipv6CidrBlocks) {
    const free = nextFree6(block, Math.max(64, prefixLengthOf(block)), taken)
    if (free) return free
  }
  return null
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
      availabilityZoneId: null,
      cidrBlock: nextSubnetCidr(
        vpc,
        siblings.flatMap((it) => it.cidrBlock ?? []),
      ),
      ipv6CidrBlock: nextSubnetCidr6(vpc, siblings),
      routeTableId: null,
      networkAclId: null,
      mapPublicIpOnLaunch: false,
      assignIpv6AddressOnCreation: vpc.ipv6CidrBlocks.length > 0,
      enableDns64: false,
      internetGatewayBlockMode: null,
      sharedWith: [],
    },
  ]
}

/** Whether it is public, where the routes that decide it are known. (NET-3) */
function publicity({ id }: ResourceOf<'subnet'>, design: Design): string[] {
  if (design.isPublicSubnet(id)) return ['public']
  return design.routeTableOf(id)?.undescribed === undefined ? ['private'] : []
}

const look: Look<'subnet'> = {
  shape: 'container',
  size: { width: 264, height: 152 },
  icon: (it, design) => (design.isPublicSubnet(it.id) ? 'public-subnet' : 'private-subnet'),
  tint: (it, design) => (design.isPublicSubnet(it.id) ? 'public' : 'private'),
  captions: (it, design) => [
    [it.cidrBlock, it.ipv6CidrBlock].flatMap((block) => block ?? []).join(', '),
    it.availabilityZone,
    ...publicity(it, design),
    ...(it.networkAclId ? [design.get(it.networkAclId)?.name ?? it.networkAclId] : []),
  ],
  badge: (it) => (it.sharedWith.length > 0 ? 'shared' : null),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'cidr', key: 'cidrBlock', label: 'IPv4 CIDR', family: 'IPv4', whenNull: 'IPv6 only' },
  { type: 'cidr', key: 'ipv6CidrBlock', label: 'IPv6 CIDR', family: 'IPv6', whenNull: 'None' },
  { type: 'zone', key: 'availabilityZone', label: 'Availability Zone' },
  {
    type: 'reference',
    key: 'routeTableId',
    label: 'Route table',
    kind: 'route-table',
    whenNull: 'Main route table',
  },
  {
    type: 'reference',
    key: 'networkAclId',
    label: 'Network ACL',
    kind: 'network-acl',
    whenNull: 'Default network ACL',
  },
  {
    type: 'switch',
    key: 'mapPublicIpOnLaunch',
    label: 'Auto-assign public IPv4 address',
    hint: 'A workload placed here gets a public address unless it says otherwise.',
  },
  { type: 'switch', key: 'assignIpv6AddressOnCreation', label: 'Auto-assign IPv6 address' },
  {
    type: 'switch',
    key: 'enableDns64',
    label: 'DNS64',
    hint: 'The Resolver answers with IPv4 addresses written as IPv6 ones.',
  },
  {
    type: 'choice',
    key: 'internetGatewayBlockMode',
    label: 'Block public access',
    options: internetGatewayBlockModes,
    whenNull: 'As the VPC',
  },
  {
    type: 'text',
    key: 'availabilityZoneId',
    label: 'Zone ID',
    whenNull: 'Not known',
    hint: 'The same in every account, unlike the name: euc1-az1.',
  },
  {
    type: 'list',
    key: 'sharedWith',
    row: 'account',
    label: 'Shared with accounts',
    example: '222222222222',
    hint: 'Participants place resources of their own in it.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const subnet = defineKind({
  kind: 'subnet',
  term: 'subnet',
  plural: 'subnets',
  about: 'A range of addresses of a VPC in one Availability Zone.',
  palette: 'Network',
  icon: 'private-subnet',
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
    ...(it.networkAclId ? [uses(it.networkAclId, 'networkAclId')] : []),
  ],
  without: (it, gone) => ({
    ...it,
    routeTableId: it.routeTableId === gone ? null : it.routeTableId,
    networkAclId: it.networkAclId === gone ? null : it.networkAclId,
  }),
  look,
  fields,
})
