import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import type { Id, ResourceOf } from '../resource'

/** Is it attached to this VPC, so that routes, propagation and edge associations may name it? */
export const isAttachedTo = (
  { vpcId, attachmentState }: ResourceOf<'vpn-gateway'>,
  id: Id<'vpc'>,
): boolean => vpcId === id && attachmentState === 'attached'

/** The part of a route table that lets a gateway propagate. */
export const propagationPart = (id: Id<'vpn-gateway'>) => `propagation ${id}`

/** The gateways that may propagate to a table, ordered by id. (VPN-2) */
export function propagating(
  table: ResourceOf<'route-table'>,
  design: Design,
): readonly ResourceOf<'vpn-gateway'>[] {
  return namedBy(table, design).filter((it) => isAttachedTo(it, table.vpcId))
}

/** Says which gateways do not propagate to a table as drawn. */
export function reportPropagation(
  table: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
): void {
  for (const it of namedBy(table, design))
    if (!isAttachedTo(it, table.vpcId))
      gap(
        `The route propagation of ${it.name} to ${table.name} is left out: that gateway is not attached to the VPC of the table.`,
        'Attach the gateway, or switch its propagation off.',
      )
}

const namedBy = ({ propagatingVgwIds }: ResourceOf<'route-table'>, design: Design) =>
  [...new Set(propagatingVgwIds)].toSorted().flatMap((id) => design.get(id) ?? [])
