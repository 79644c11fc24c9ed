import { text, texts } from '../../kinds/describe'
import type { Shown } from './shown'

const direct =
  /^aws_dx_(?:gateway_association(?:_proposal)?|(?:hosted_)?private_virtual_interface(?:_accepter)?)$/

/** Names the gateway of a link that is no VPN connection. */
const gatewayIn = ({ values }: Shown): string | null =>
  text(values, 'associated_gateway_id') ?? text(values, 'vpn_gateway_id')

/** What of a connection decides which routes it brings to which gateway. */
const deciding =
  /^(?:vpn_gateway_id|static_routes_only|routes|destination_cidr_block|vpn_connection_id|associated_gateway_id)$/

/**
 * Is it told which routes a virtual private gateway hands on to route tables? Static ones stand with
 * its VPN connections; what it learns by BGP, or over Direct Connect, stands nowhere. (VPN-2)
 */
function handsOnStatic(shown: readonly Shown[]): (gatewayId: string) => boolean {
  const own = shown.filter(({ isData }) => !isData)
  const links = own.filter(
    ({ type }) => /^aws_vpn_connection(?:_route)?$/.test(type) || direct.test(type),
  )
  const isOpen = links.some(({ doubts }) =>
    doubts.some(({ attribute }) => deciding.test(attribute)),
  )
  const connections = links.filter(({ type }) => type === 'aws_vpn_connection')
  const others = new Set(links.filter(({ type }) => direct.test(type)).map(gatewayIn))
  return (gatewayId) => {
    const ended = connections.filter(({ values }) => text(values, 'vpn_gateway_id') === gatewayId)
    return (
      !isOpen &&
      !others.has(gatewayId) &&
      ended.length > 0 &&
      ended.every(({ values }) => values['static_routes_only'] === true)
    )
  }
}

/** Which gateways hand routes on to which table, by a resource; null where it says nothing of that. */
function handingOn({ type, values }: Shown, id: string) {
  switch (type) {
    case 'aws_vpn_gateway_route_propagation':
      return { table: text(values, 'route_table_id'), gateways: [text(values, 'vpn_gateway_id')] }
    case 'aws_route_table':
      return { table: id, gateways: texts(values, 'propagating_vgws') }
    case 'aws_default_route_table':
      return {
        table: text(values, 'default_route_table_id'),
        gateways: texts(values, 'propagating_vgws'),
      }
    default:
      return null
  }
}

/** The table whose routes are not all told, as far as this resource says; null where they are. */
export function learningIn(shown: readonly Shown[]): (it: Shown, id: string) => string | null {
  const isTold = handsOnStatic(shown)
  return (it, id) => {
    const found = handingOn(it, id)
    return found?.gateways.some((each) => each !== null && !isTold(each)) ? found.table : null
  }
}
