import type { Id, ResourceOf } from '../../kinds/resource'
import { addRoute } from '../../model/edits/add-route'
import { familyOf } from '../../net/ip'
import { anywhere, isPublic } from '../../net/ranges'
import type { Hop, Repair } from '../answer'
import type { Network } from '../network'
import { attachGatewayRepair } from './attach-gateway'
import { internetRouteRepair, ipv6RouteRepair } from './internet-route'
import { hasAddress, type Party } from './party'
import { elasticIpRepair } from './public-address'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** What lacks at this hop for a packet to get out to the internet, or for its answer to. */
export function reachInternet(
  network: Network,
  hop: Hop,
  parties: readonly Party[],
): readonly (Repair | null)[] {
  if (hop.decision !== 'drops' || !isPublic(hop.before.destination)) return []
  const { code, because } = hop
  if (code === 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS')
    return parties.flatMap((party) => publicAddressFor(network, hop, party))
  if (code === 'NO_ROUTE_TO_DESTINATION') return routesOut(network, hop, parties)
  if (code !== 'BAD_STATE_ATTACHMENT' && code !== 'BAD_STATE_ROUTE') return []
  const targets = [hop.component, because?.type === 'route' ? because.target : null]
  return targets.flatMap((id) => {
    const gateway = id ? network.design.resources[id] : undefined
    return gateway?.kind === 'internet-gateway' ? [attachGatewayRepair(network, gateway)] : []
  })
}

function publicAddressFor(network: Network, hop: Hop, { faces }: Party): (Repair | null)[] {
  return faces.flatMap((face) => {
    const owner = network.design.resources[face.ownerId]
    if (owner?.kind !== 'workload' || face.privateIp !== hop.before.source) return []
    return [elasticIpRepair(network, owner, network.subnetOf(face))]
  })
}

/**
 * A default route for the subnet that has none: to the internet gateway for a NAT gateway and for a
 * host with a public address, else to a NAT gateway that works.
 */
function routesOut(network: Network, hop: Hop, parties: readonly Party[]): (Repair | null)[] {
  const { design } = network
  const gateways = design.all('nat-gateway').flatMap((it) => network.interfacesOf(it.id))
  const faces = [...parties.flatMap((party) => party.faces), ...gateways]
  const stuck = faces.find(
    (face) => hasAddress(face, hop.before.source) && isAt(network, hop, face.subnetId),
  )
  if (!stuck) return []
  const subnet = network.subnetOf(stuck)
  if (familyOf(hop.before.source) === 'IPv6') return [ipv6RouteRepair(network, subnet)]
  if (stuck.publicIp !== null) return [internetRouteRepair(network, subnet)]
  return [natRouteRepair(network, subnet)]
}

/** Is this the subnet whose table had no route? */
function isAt({ design }: Network, hop: Hop, subnetId: Id<'subnet'>): boolean {
  const table = design.routeTableOf(subnetId)
  const named = [hop.component, hop.because?.type === 'missing' ? hop.because.resourceId : null]
  return named.some((id) => id !== null && (id === subnetId || id === table?.id))
}

/** A default route to a NAT gateway of the VPC that reaches the internet itself. */
function natRouteRepair(
  { design, document }: Network,
  subnet: ResourceOf<'subnet'>,
): Repair | null {
  const table = design.routeTableOf(subnet.id)
  const gateway = design.all('nat-gateway').find((it) => {
    const home = it.subnetId ? design.get(it.subnetId) : undefined
    const works =
      it.connectivityType === 'public' &&
      it.state === 'available' &&
      home &&
      design.isPublicSubnet(home.id)
    return works && home.vpcId === subnet.vpcId && design.routeTableOf(home.id)?.id !== table?.id
  })
  if (!table || !gateway || table.routes[anywhere]) return null
  return repair({
    id: `nat-route:${table.id}`,
    label: `Route ${anywhere} to ${called(gateway)}`,
    preview: `Adds 1 route in ${called(table)}: ${anywhere} to ${called(gateway)}.`,
    document,
    run: (draft) => {
      addRoute(draft, table.id, anywhere, gateway.id)
    },
  })
}
