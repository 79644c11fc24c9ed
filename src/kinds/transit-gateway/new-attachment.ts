import type { Design } from '../contract'
import type { Id, ResourceOf } from '../resource'
import type { AttachmentKind } from '../transit-gateway-route-table/schema'

/** States in which an attachment is over, so that a new one may be made. */
const over: ReadonlySet<string> = new Set(['rejected', 'deleting', 'deleted', 'failing', 'failed'])

export const isOver = (state: string): boolean => over.has(state)

/**
 * What becomes of the default route tables of a transit gateway when something is attached to it:
 * the attachment is associated, and any but a peering propagates, as far as the transit gateway says so.
 * (TGW-8, TGW-14)
 */
export function defaultsFor(
  transitGateway: ResourceOf<'transit-gateway'>,
  attachmentId: Id<AttachmentKind>,
  design: Design,
): readonly ResourceOf<'transit-gateway-route-table'>[] {
  const propagates = !attachmentId.startsWith('transit-gateway-peering-attachment:')
  return design
    .all('transit-gateway-route-table')
    .filter((table) => table.transitGatewayId === transitGateway.id)
    .flatMap((table) => {
      const joins =
        transitGateway.defaultRouteTableAssociation && table.defaultAssociationRouteTable
      const installs =
        propagates &&
        transitGateway.defaultRouteTablePropagation &&
        table.defaultPropagationRouteTable
      return joins || installs
        ? [
            {
              ...table,
              associations: joins ? [...table.associations, attachmentId] : table.associations,
              propagations: installs ? [...table.propagations, attachmentId] : table.propagations,
            },
          ]
        : []
    })
}
