import { isSameZone, zoneOf } from '../../kinds/availability-zone'
import { called } from '../../kinds/called'
import type { ResourceOf } from '../../kinds/resource'
import { attachmentTo, subnetsOfAttachment } from '../../kinds/transit-gateway/attached'
import { holds } from '../../net/cidr'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { attachZoneRepair } from './attach-zone'
import { joinTableRepair } from './join-transit-gateway-table'
import { addRoutesRepair, type Ends } from './join-vpcs'
import type { Host } from './plan-routes'
import { repair } from './repair'
import { counted } from './words'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Gateway = ResourceOf<'transit-gateway'>

/** A VPC on a transit gateway, with the hosts of it that are to be reached or to answer. */
interface Side {
  readonly attachment: Attachment
  readonly hosts: readonly Host[]
}

/**
 * What lacks between two VPCs that one transit gateway joins: acceptance, subnets in the zones of
 * the hosts, route table associations, propagations, and routes in the VPCs.
 */
export function joinByTransitGateway(
  network: Network,
  gateway: Gateway,
  { from, to }: Ends,
): readonly (Repair | null)[] {
  const sides = [from, to].flatMap((hosts): readonly Side[] => {
    const vpcId = hosts[0]?.subnet.vpcId
    const attachment = vpcId && attachmentTo(network, vpcId, gateway.id)
    return attachment ? [{ attachment, hosts }] : []
  })
  const [one, other] = sides
  if (!one || !other) return []
  return [
    ...sides.map(({ attachment }) => acceptAttachmentRepair(network, attachment)),
    ...sides.flatMap((side) => attachZones(network, side)),
    ...sides.map(({ attachment }) =>
      network.associatedTableOf(attachment.id, gateway.id)
        ? null
        : joinTableRepair(network, gateway, attachment.id, 'associations'),
    ),
    propagateRepair(network, gateway, one, other),
    addRoutesRepair(network, gateway, { from, to }),
  ]
}

/** Accepts an attachment that waits for the owner of the transit gateway. (TGW-18) */
function acceptAttachmentRepair(
  { document }: Network,
  { id, name, state }: Attachment,
): Repair | null {
  if (state !== 'pendingAcceptance') return null
  return repair({
    id: `accept-attachment:${id}`,
    label: `Accept the attachment ${name}`,
    preview: 'Makes it available, as the owner of the transit gateway does by accepting it.',
    document,
    run: (draft) => {
      const it = draft.resources[id]
      if (it?.kind === 'transit-gateway-vpc-attachment') it.state = 'available'
    },
  })
}

function attachZones(network: Network, { attachment, hosts }: Side): readonly (Repair | null)[] {
  const attached = subnetsOfAttachment(attachment, network.design).map((it) => zoneOf(it, network))
  const lacking = hosts
    .filter(({ subnet }) => !attached.some((zone) => isSameZone(zone, zoneOf(subnet, network))))
    .map(({ subnet }) => subnet.availabilityZone)
  return [...new Set(lacking)].map((zone) => attachZoneRepair(network, attachment, zone))
}

/**
 * Lets each VPC propagate to the route table of the other where that knows no way to it. A route
 * that leads elsewhere or drops on purpose is the user's to change.
 */
function propagateRepair(
  network: Network,
  gateway: Gateway,
  one: Side,
  other: Side,
): Repair | null {
  const pairs: readonly (readonly [Side, Side])[] = [
    [one, other],
    [other, one],
  ]
  const missing = pairs.flatMap(([asking, asked]) => {
    const table = network.associatedTableOf(asking.attachment.id, gateway.id)
    const written = table && network.design.get(table.id)
    const isKnown = asked.hosts.every(({ address }) =>
      table?.routes.some(({ destination }) => holds(destination, address)),
    )
    const { id } = asked.attachment
    return written && !isKnown && !written.propagations.includes(id)
      ? [{ table: written, attachment: asked.attachment }]
      : []
  })
  const [first, ...others] = missing
  if (!first) return null
  const label =
    others.length > 0
      ? 'Let both VPCs propagate to the route table of the other'
      : `Let ${called(first.attachment)} propagate to ${called(first.table)}`
  return repair({
    id: `propagate:${missing.map(({ table, attachment }) => `${attachment.id}>${table.id}`).join(',')}`,
    label,
    preview: `Adds ${counted(missing.length, 'propagation')}.`,
    document: network.document,
    run: (draft) => {
      for (const { table, attachment } of missing) {
        const it = draft.resources[table.id]
        if (it?.kind === 'transit-gateway-route-table' && !it.propagations.includes(attachment.id))
          it.propagations.push(attachment.id)
      }
    },
  })
}
