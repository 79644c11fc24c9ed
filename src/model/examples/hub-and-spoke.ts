import { cidrAt, type Cidr4 } from '../../net/cidr'
import type { Box } from '../document'
import { allOutbound, tcpFrom } from './example'

const region = 'eu-west-1'
const network = { id: '111111111111', name: 'Network' }
const workloads = { id: '222222222222', name: 'Workloads' }

/** The transit gateway and the shared services are in one account, the spokes in another. */
export const hubAccounts = [network, workloads]

const zones = ['a', 'b', 'c'] as const
const gatewayId = 'transit-gateway:hub'
const attachmentOf = (id: string) => `transit-gateway-vpc-attachment:${id}`

/** Of these blocks 10.0.0.0/8 holds enough for any number of spokes that anybody draws. */
const mostSpokes = 4000

interface Blocks {
  readonly vpc: Cidr4
  /** One in each zone, in the order of zones. */
  readonly hosts: readonly Cidr4[]
  readonly attachment: readonly Cidr4[]
}

/**
 * The blocks of the VPC of this number, the shared services being number 0: a /16 of its own, or a
 * /20 where there are more VPCs than 10.0.0.0/8 has /16s. The last /24 is for the attachment.
 */
function blocksOf(number: number, count: number): Blocks {
  const prefixLength = count < 256 ? 16 : 20
  const size = 2 ** (32 - prefixLength)
  const first = 10 * 2 ** 24 + number * size
  return {
    vpc: cidrAt(first, prefixLength),
    hosts: zones.map((_, index) => cidrAt(first + index * 256, 24)),
    attachment: zones.map((_, index) => cidrAt(first + size - 256 + index * 16, 28)),
  }
}

/** A VPC with six subnets in three zones: hosts in three of them, the attachment in the others. */
function attachedVpc(id: string, ownerId: string, name: string, host: string, blocks: Blocks) {
  const subnet = (role: string, suffix: string) => (cidrBlock: Cidr4, index: number) => ({
    id: `subnet:${id}-${role}-${zones[index] ?? ''}`,
    kind: 'subnet',
    name: `${name} ${suffix} ${zones[index] ?? ''}`,
    vpcId: `vpc:${id}`,
    availabilityZone: `${region}${zones[index] ?? ''}`,
    // across accounts zones are compared by ID alone
    availabilityZoneId: `euw1-az${index + 1}`,
    cidrBlock,
    routeTableId: `route-table:${id}${role === 'tgw' ? '-tgw' : ''}`,
  })
  return [
    {
      id: `vpc:${id}`,
      kind: 'vpc',
      name,
      ownerId,
      region,
      cidrBlock: blocks.vpc,
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    {
      id: `route-table:${id}`,
      kind: 'route-table',
      name: `${name} main`,
      vpcId: `vpc:${id}`,
      main: true,
      routes: { '10.0.0.0/8': { target: gatewayId } },
    },
    {
      id: `route-table:${id}-tgw`,
      kind: 'route-table',
      name: `${name} attachment`,
      vpcId: `vpc:${id}`,
      routes: {},
    },
    ...blocks.hosts.map(subnet('app', 'app')),
    ...blocks.attachment.map(subnet('tgw', 'attachment')),
    {
      id: attachmentOf(id),
      kind: 'transit-gateway-vpc-attachment',
      name,
      transitGatewayId: gatewayId,
      vpcId: `vpc:${id}`,
      subnetIds: zones.map((zone) => `subnet:${id}-tgw-${zone}`),
    },
    {
      id: `security-group:${id}`,
      kind: 'security-group',
      name: `${name} hosts`,
      vpcId: `vpc:${id}`,
      description: host,
      ingress: { 'rule-1': tcpFrom(443, '10.0.0.0/8', 'from our networks') },
      egress: allOutbound,
    },
    {
      id: `workload:${id}`,
      kind: 'workload',
      name: host,
      workloadType: 'ecs-service',
      interfaces: Object.fromEntries(zones.map((zone) => [`subnet:${id}-app-${zone}`, {}])),
      securityGroupIds: [`security-group:${id}`],
    },
  ]
}

const width = 744
const height = 416
const gap = 72
/**
 * The transit gateway, and the room that its attachments take above and below it: wide enough that
 * they meet it, and the VPCs next to it, clear of the words in their heads.
 */
const hub = { width: 896, height: 120, room: 104 }

const column = (index: number) => 24 + index * 240

/** Where such a VPC is drawn: zones as columns, hosts above, the attachment below. */
function layoutOf(
  id: string,
  { x, y }: { readonly x: number; readonly y: number },
): Record<string, Box> {
  return {
    [`vpc:${id}`]: { x, y, width, height },
    ...Object.fromEntries(
      zones.flatMap((zone, index) => [
        [`subnet:${id}-app-${zone}`, { x: column(index), y: 80, width: 216, height: 144 }],
        [`subnet:${id}-tgw-${zone}`, { x: column(index), y: 248, width: 216, height: 96 }],
      ]),
    ),
    // in all three subnets: drawn once, across them
    [`workload:${id}`]: { x: (width - 184) / 2, y: 144 },
  }
}

/**
 * A transit gateway, a VPC with shared services and this many spokes, each with 6 subnets in 3
 * Availability Zones. One route table serves the spokes and knows the shared services alone, the
 * other serves the shared services and knows every spoke: so spokes reach them, not each other.
 */
export function hubAndSpoke(count: number): {
  readonly resources: readonly unknown[]
  readonly layout: Readonly<Record<string, Box>>
} {
  if (count > mostSpokes) throw new Error(`Bug: 10.0.0.0/8 has no room for ${count} spokes`)
  const spokes = Array.from({ length: count }, (_, index) => ({
    id: `spoke-${index + 1}`,
    name: `Spoke ${index + 1}`,
    host: `App ${index + 1}`,
  }))
  // all VPCs in rows, the transit gateway between two of these: attachments lead straight to it
  const columns = Math.ceil(Math.sqrt(count + 1))
  const rowsAbove = Math.floor(Math.ceil((count + 1) / columns) / 2)
  const hubY = rowsAbove * (height + gap) - (rowsAbove > 0 ? gap - hub.room : 0)
  const placeOf = (index: number) => {
    const row = Math.floor(index / columns)
    const top = row < rowsAbove ? 0 : hubY + hub.height + hub.room - rowsAbove * (height + gap)
    return { x: (index % columns) * (width + gap), y: top + row * (height + gap) }
  }
  const attachments = spokes.map(({ id }) => attachmentOf(id))
  const table = (id: string, name: string, associations: unknown, propagations: unknown) => ({
    id: `transit-gateway-route-table:${id}`,
    kind: 'transit-gateway-route-table',
    name,
    transitGatewayId: gatewayId,
    associations,
    propagations,
  })
  return {
    resources: [
      {
        id: gatewayId,
        kind: 'transit-gateway',
        name: 'Hub',
        ownerId: network.id,
        region,
        defaultRouteTableAssociation: false,
        defaultRouteTablePropagation: false,
        sharedWith: [workloads.id],
      },
      table('spokes', 'spokes', attachments, [attachmentOf('shared')]),
      table('shared', 'shared services', [attachmentOf('shared')], attachments),
      ...attachedVpc('shared', network.id, 'Shared services', 'Directory', blocksOf(0, count)),
      ...spokes.flatMap(({ id, name, host }, index) =>
        attachedVpc(id, workloads.id, name, host, blocksOf(index + 1, count)),
      ),
    ],
    layout: {
      [gatewayId]: {
        x: (columns * (width + gap) - gap - hub.width) / 2,
        y: hubY,
        width: hub.width,
        height: hub.height,
      },
      ...Object.assign(
        {},
        ...[...spokes.map(({ id }) => id), 'shared'].map((id, index) =>
          layoutOf(id, placeOf(index)),
        ),
      ),
    },
  }
}
