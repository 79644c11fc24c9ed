import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { nameOf, rowsOf, textOf, textsOf, type Answers, type Row } from './answers'
import type { Facts } from './facts'

const enabled = (isOn: boolean) => (isOn ? 'enable' : 'disable')

/** What the design says of transit gateways, read from the document without the exporters. */
export function transitFactsOfDesign(document: Document): Facts {
  const design = designOf(document)
  const called = (id: Id | null) => (id ? (design.resources[id]?.name ?? id) : 'nothing')
  return [
    ...design
      .all('transit-gateway')
      .map(
        (it) =>
          `transit gateway ${it.ownerId} ${it.region} ${it.name} ${it.amazonSideAsn} accepts ${enabled(it.autoAcceptSharedAttachments)} associates ${enabled(it.defaultRouteTableAssociation)} propagates ${enabled(it.defaultRouteTablePropagation)} dns ${enabled(it.dnsSupport)} ecmp ${enabled(it.vpnEcmpSupport)} groups ${enabled(it.securityGroupReferencingSupport)}`,
      ),
    ...design
      .all('transit-gateway-vpc-attachment')
      .map(
        (it) =>
          `attachment ${it.name} of ${called(it.vpcId)} to ${called(it.transitGatewayId)} ${it.state} in ${it.subnetIds.map(called).toSorted().join(' ')} appliance ${enabled(it.applianceModeSupport)} dns ${enabled(it.dnsSupport)} ipv6 ${enabled(it.ipv6Support)} groups ${enabled(it.securityGroupReferencingSupport)}`,
      ),
    ...design
      .all('transit-gateway-peering-attachment')
      .map(
        (it) =>
          `peering ${it.name} from ${called(it.requesterTransitGatewayId)} to ${called(it.accepterTransitGatewayId)} ${it.state}`,
      ),
    ...design.all('transit-gateway-route-table').flatMap((it) => {
      // the table that AWS makes with a transit gateway has no name
      const name = it.defaultAssociationRouteTable
        ? `default of ${called(it.transitGatewayId)}`
        : it.name
      return [
        ...it.associations.map((id) => `${name} serves ${called(id)}`),
        ...it.propagations.map((id) => `${name} knows ${called(id)}`),
        ...Object.entries(it.routes).map(
          ([destination, { attachmentId }]) =>
            `${name} routes ${destination} to ${called(attachmentId)}`,
        ),
      ]
    }),
  ].toSorted()
}

/** What was deployed, in the same words. Owner and user of a shared one tell of it; it counts once. */
export function transitFactsOfDeployed(
  places: readonly (Answers & { readonly account: string; readonly region: string })[],
): Facts {
  const names = new Map<string, string>()
  const remember = (id: string, name: string) => {
    if (name !== '') names.set(id, name)
  }
  for (const { list } of places) {
    for (const it of list('describe-vpcs', 'Vpcs')) remember(textOf(it, 'VpcId'), nameOf(it))
    for (const it of list('describe-subnets', 'Subnets'))
      remember(textOf(it, 'SubnetId'), nameOf(it))
    for (const it of list('describe-transit-gateways', 'TransitGateways'))
      remember(textOf(it, 'TransitGatewayId'), nameOf(it))
    for (const it of list('describe-vpn-connections', 'VpnConnections'))
      remember(textOf(it, 'VpnConnectionId'), nameOf(it))
    // the attachment that comes with a VPN connection has no name of its own
    for (const it of list('describe-transit-gateway-attachments', 'TransitGatewayAttachments'))
      remember(
        textOf(it, 'TransitGatewayAttachmentId'),
        nameOf(it) || (names.get(textOf(it, 'ResourceId')) ?? ''),
      )
  }
  for (const { list } of places)
    for (const it of list('describe-transit-gateway-route-tables', 'TransitGatewayRouteTables'))
      remember(
        textOf(it, 'TransitGatewayRouteTableId'),
        nameOf(it) || `default of ${names.get(textOf(it, 'TransitGatewayId'))}`,
      )
  const called = (id: string) => names.get(id) ?? id
  const facts = places.flatMap((place) => factsOfPlace(place, called))
  return [...new Set(facts)].toSorted()
}

const options = (it: Row, field: string) => textOf((it['Options'] ?? {}) as Row, field) || 'disable'

function factsOfPlace(
  { account, region, list, names }: Answers & { readonly account: string; readonly region: string },
  called: (id: string) => string,
): Facts {
  const tableOf = (name: string) => called(name.slice(name.indexOf('.') + 1))
  const ofTables = (prefix: string) => names.filter((name) => name.startsWith(`${prefix}.`))
  return [
    ...list('describe-transit-gateways', 'TransitGateways')
      .filter((it) => it['OwnerId'] === account)
      .map(
        (it) =>
          `transit gateway ${account} ${region} ${nameOf(it)} ${options(it, 'AmazonSideAsn')} accepts ${options(it, 'AutoAcceptSharedAttachments')} associates ${options(it, 'DefaultRouteTableAssociation')} propagates ${options(it, 'DefaultRouteTablePropagation')} dns ${options(it, 'DnsSupport')} ecmp ${options(it, 'VpnEcmpSupport')} groups ${options(it, 'SecurityGroupReferencingSupport')}`,
      ),
    ...list('describe-transit-gateway-vpc-attachments', 'TransitGatewayVpcAttachments')
      .filter((it) => textOf(it, 'VpcId') !== '')
      .map(
        (it) =>
          `attachment ${called(textOf(it, 'TransitGatewayAttachmentId'))} of ${called(textOf(it, 'VpcId'))} to ${called(textOf(it, 'TransitGatewayId'))} ${textOf(it, 'State')} in ${textsOf(it, 'SubnetIds').map(called).toSorted().join(' ')} appliance ${options(it, 'ApplianceModeSupport')} dns ${options(it, 'DnsSupport')} ipv6 ${options(it, 'Ipv6Support')} groups ${options(it, 'SecurityGroupReferencingSupport')}`,
      ),
    ...list('describe-transit-gateway-peering-attachments', 'TransitGatewayPeeringAttachments')
      .filter((it) => it['RequesterTgwInfo'] !== undefined)
      .map(
        (it) =>
          `peering ${called(textOf(it, 'TransitGatewayAttachmentId'))} from ${called(textOf(it['RequesterTgwInfo'] as Row, 'TransitGatewayId'))} to ${called(textOf(it['AccepterTgwInfo'] as Row, 'TransitGatewayId'))} ${textOf(it, 'State')}`,
      ),
    ...ofTables('get-transit-gateway-route-table-associations').flatMap((name) =>
      list(name, 'Associations').map(
        (it) => `${tableOf(name)} serves ${called(textOf(it, 'TransitGatewayAttachmentId'))}`,
      ),
    ),
    ...ofTables('get-transit-gateway-route-table-propagations').flatMap((name) =>
      list(name, 'TransitGatewayRouteTablePropagations').map(
        (it) => `${tableOf(name)} knows ${called(textOf(it, 'TransitGatewayAttachmentId'))}`,
      ),
    ),
    ...ofTables('search-transit-gateway-routes').flatMap((name) =>
      list(name, 'Routes')
        .filter((it) => it['Type'] === 'static')
        .map((it) => {
          const [to] = rowsOf(it, 'TransitGatewayAttachments')
          return `${tableOf(name)} routes ${textOf(it, 'DestinationCidrBlock')} to ${to ? called(textOf(to, 'TransitGatewayAttachmentId')) : 'nothing'}`
        }),
    ),
  ]
}
