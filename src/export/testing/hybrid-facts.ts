import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { nameOf, rowsOf, textOf, type Answers, type Row } from './answers'
import type { Facts } from './facts'

const routing = (isStatic: boolean, routes: readonly string[]) =>
  `${isStatic ? 'static' : 'BGP'} ${routes.toSorted().join(' ')}`.trim()

/** What the design says of VPN connections, read from the document without the exporters. */
export function hybridFactsOfDesign(document: Document): Facts {
  const design = designOf(document)
  const called = (id: Id | null) => (id ? (design.resources[id]?.name ?? id) : 'nothing')
  return [
    ...design
      .all('vpn-gateway')
      .map(
        (it) =>
          `virtual private gateway ${it.name} ${it.amazonSideAsn} on ${it.attachmentState === 'attached' ? called(it.vpcId) : 'nothing'}`,
      ),
    ...design
      .all('customer-gateway')
      .map((it) => `customer gateway ${it.name} ${it.ipAddress ?? 'to set'} ${it.bgpAsn}`),
    ...design
      .all('vpn-connection')
      .map(
        (it) =>
          `VPN ${it.name} from ${called(it.gatewayId)} to ${called(it.customerGatewayId)} ${routing(it.staticRoutesOnly, it.routes)}`,
      ),
    ...design
      .all('route-table')
      .flatMap((it) => [
        ...it.propagatingVgwIds.map((id) => `${it.name} learns from ${called(id)}`),
        ...(it.gatewayId ? [`${it.name} routes what enters`] : []),
        ...Object.entries(it.routes).flatMap(([destination, { target }]) =>
          target?.startsWith('vpn-gateway:')
            ? [`${it.name} routes ${destination} to ${called(target)}`]
            : [],
        ),
      ]),
  ].toSorted()
}

/** What was deployed, in the same words; addresses for documentation stand for those to set. */
export function hybridFactsOfDeployed(places: readonly Answers[]): Facts {
  return places.flatMap((place) => factsOfPlace(place)).toSorted()
}

const addressOf = (row: Row) => textOf(row, 'IpAddress').replace(/^192\.0\.2\.\d+$/, 'to set')

function factsOfPlace({ list }: Answers): Facts {
  const names = new Map<string, string>()
  const named = (rows: readonly Row[], field: string) => {
    for (const it of rows) names.set(textOf(it, field), nameOf(it))
    return rows
  }
  const called = (id: string) => names.get(id) ?? id
  named(list('describe-vpcs', 'Vpcs'), 'VpcId')
  named(list('describe-transit-gateways', 'TransitGateways'), 'TransitGatewayId')
  const gateways = named(list('describe-vpn-gateways', 'VpnGateways'), 'VpnGatewayId')
  const customers = named(
    list('describe-customer-gateways', 'CustomerGateways'),
    'CustomerGatewayId',
  )
  return [
    ...gateways.map((it) => {
      const [attachment] = rowsOf(it, 'VpcAttachments')
      return `virtual private gateway ${nameOf(it)} ${textOf(it, 'AmazonSideAsn')} on ${attachment ? called(textOf(attachment, 'VpcId')) : 'nothing'}`
    }),
    ...customers.map(
      (it) => `customer gateway ${nameOf(it)} ${addressOf(it)} ${textOf(it, 'BgpAsn')}`,
    ),
    ...list('describe-vpn-connections', 'VpnConnections').map((it) => {
      const isStatic = (it['Options'] as Row)['StaticRoutesOnly'] === true
      const routes = rowsOf(it, 'Routes').map((route) => textOf(route, 'DestinationCidrBlock'))
      const from = textOf(it, 'VpnGatewayId') || textOf(it, 'TransitGatewayId')
      return `VPN ${nameOf(it)} from ${called(from)} to ${called(textOf(it, 'CustomerGatewayId'))} ${routing(isStatic, routes)}`
    }),
    ...list('describe-route-tables', 'RouteTables').flatMap((it) => [
      ...rowsOf(it, 'PropagatingVgws').map(
        (one) => `${nameOf(it)} learns from ${called(textOf(one, 'GatewayId'))}`,
      ),
      // the emulator of AWS does not tell by which gateway
      ...rowsOf(it, 'Associations').flatMap((one) =>
        one['Main'] !== true && textOf(one, 'SubnetId') === ''
          ? [`${nameOf(it)} routes what enters`]
          : [],
      ),
      ...rowsOf(it, 'Routes').flatMap((one) =>
        textOf(one, 'GatewayId').startsWith('vgw-') && textOf(one, 'Origin') === 'CreateRoute'
          ? [
              `${nameOf(it)} routes ${textOf(one, 'DestinationCidrBlock')} to ${called(textOf(one, 'GatewayId'))}`,
            ]
          : [],
      ),
    ]),
  ]
}
