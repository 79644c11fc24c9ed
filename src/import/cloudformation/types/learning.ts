import { flag, part, parts, text } from '../../../kinds/describe'
import type { Book } from '../book'

/**
 * Static routes that a virtual private gateway hands on to route tables stand with its VPN connections.
 * What it learns by BGP, or over Direct Connect, stands in no template: the tables that it may come
 * into are not known. (VPN-2)
 */
export function doubtLearning(book: Book): void {
  const connections = book.all('VpnConnections').map(([, it]) => it)
  const direct = new Set([
    ...book
      .all('directConnectGatewayAssociations')
      .map(([, it]) => text(part(it, 'associatedGateway'), 'id')),
    ...book.all('virtualInterfaces').map(([, it]) => text(it, 'virtualGatewayId')),
  ])
  const isTold = (gateway: string) => {
    const ended = connections.filter((it) => text(it, 'VpnGatewayId') === gateway)
    const areStatic = ended.every((it) => flag(part(it, 'Options'), 'StaticRoutesOnly'))
    return ended.length > 0 && areStatic && !direct.has(gateway)
  }
  for (const [id, it] of book.all('RouteTables'))
    for (const each of parts(it, 'PropagatingVgws')) {
      const gateway = text(each, 'GatewayId')
      if (gateway !== null && !isTold(gateway))
        book.doubt(id, `the routes that a virtual private gateway tells ${id}`)
    }
}
