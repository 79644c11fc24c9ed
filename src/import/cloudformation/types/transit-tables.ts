import { part, parts, text, type Raw } from '../../../kinds/describe'
import { defaultTableOf } from '../attributes'
import type { Book } from '../book'
import { madeUpId } from '../ids'
import type { StackPlace } from '../stack'

const tables = 'TransitGatewayRouteTables'

/** The attachment that AWS makes with a VPN connection or an association of a transit gateway. */
export const attachmentOf = (id: string) => madeUpId('tgw-attach', `${id} attachment`)

/**
 * What comes into the default tables of transit gateways by itself, and then what lies in each table,
 * as the calls for one table answer.
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
 */
export function completeTables(book: Book, fallback: StackPlace): void {
  const attachments: (readonly [string, Raw, boolean])[] = [
    ...book.all('TransitGatewayVpcAttachments').map(([id, it]) => [id, it, true] as const),
    ...book.all('TransitGatewayConnects').map(([id, it]) => [id, it, true] as const),
    ...book.all('TransitGatewayAttachments').map(([id, it]) => [id, it, true] as const),
    // a peering tells no routes
    ...book
      .all('TransitGatewayPeeringAttachments')
      .flatMap(([id, it]) =>
        ['RequesterTgwInfo', 'AccepterTgwInfo'].map((side) => [id, part(it, side), false] as const),
      ),
  ]
  const associated = new Set(
    book
      .all(tables)
      .flatMap(([, it]) =>
        parts(it, 'Associations').map(
          (each) => `${text(it, 'TransitGatewayId')} ${text(each, 'TransitGatewayAttachmentId')}`,
        ),
      ),
  )
  for (const [id, it, propagates] of attachments) {
    const gateway = text(it, 'TransitGatewayId')
    const table = book.find(tables, defaultTableOf(gateway ?? ''))
    const entry = { TransitGatewayAttachmentId: id }
    const tableId = defaultTableOf(gateway ?? '')
    const isOff = (key: string) => it[key] === false
    if (
      table?.['DefaultAssociationRouteTable'] === true &&
      !associated.has(`${gateway} ${id}`) &&
      !isOff('DefaultAssociation')
    )
      book.add(tables, tableId, 'Associations', entry)
    if (
      table?.['DefaultPropagationRouteTable'] === true &&
      propagates &&
      !isOff('DefaultPropagation')
    )
      book.add(tables, tableId, 'Propagations', entry)
  }
  for (const [id, it] of book.all(tables)) {
    const place = book.placeOf(tables, id) ?? fallback
    const TransitGatewayRouteTableId = id
    const propagating = parts(it, 'Propagations').map((each) => ({ ...each, State: 'enabled' }))
    const standing = parts(it, 'Associations').map((each) => ({ ...each, State: 'associated' }))
    book.answer(place, { TransitGatewayRouteTableId, Routes: parts(it, 'Routes') })
    book.answer(place, {
      TransitGatewayRouteTableId,
      TransitGatewayRouteTablePropagations: propagating,
    })
    book.answer(place, { TransitGatewayRouteTableId, Associations: standing })
    for (const key of ['Routes', 'Propagations', 'Associations']) delete it[key]
  }
}
