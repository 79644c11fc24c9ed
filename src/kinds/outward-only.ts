import { contains } from '../net/cidr'
import { called } from './called'
import type { Code } from './codes'
import type { NetworkInterface, NetworkView } from './network'
import { capital } from './contract'
import type { Id, ResourceOf } from './resource'

/** An interface endpoint in one VPC that leads to a service of the other. */
export function endpointFrom(
  consumer: Id<'vpc'>,
  provider: Id<'vpc'>,
  { design }: Pick<NetworkView, 'design'>,
): ResourceOf<'vpc-endpoint'> | undefined {
  return design.all('vpc-endpoint').find((it) => {
    const service = it.serviceId && design.get(it.serviceId)
    return (
      it.vpcId === consumer &&
      it.vpcEndpointType === 'Interface' &&
      service?.kind === 'vpc-endpoint-service' &&
      service.vpcId === provider
    )
  })
}

/**
 * Does a host reach this other VPC only through a NAT gateway or over AWS PrivateLink, so that nobody there can call it?
 * Then that, not the shared address it was asked for by, is what stands in the way for good: in the
 * pattern for overlapping VPCs the way leads in one direction. Null where it does not. (OVL-6, NET-12, EP-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
 */
export function outwardOnly(
  meant: NetworkInterface | null,
  from: Id<'vpc'>,
  network: NetworkView,
): { readonly code: Code; readonly text: string } | null {
  const endpoint = meant && meant.vpcId !== from && endpointFrom(meant.vpcId, from, network)
  if (endpoint) {
    const text = ` ${capital(called(endpoint))} joins the VPCs, but only hosts of its own VPC open connections by it, never the service behind it.`
    return { code: 'VPCE_INTRA_VPC_TRAFFIC', text }
  }
  const table = meant && network.tableOf(meant.subnetId)
  if (!table || meant.vpcId === from) return null
  for (const { destination, target } of table.routes) {
    const nat = target && target !== 'local' ? network.component(target) : undefined
    if (nat?.kind !== 'nat-gateway') continue
    if (!network.blocksOf(from).some((block) => contains(block, destination))) continue
    const text = ` The way between the VPCs leads through ${called(nat)}, which lets nobody open a connection the other way.`
    return { code: 'NAT_UNSOLICITED_INBOUND', text }
  }
  return null
}
