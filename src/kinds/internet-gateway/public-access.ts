import { called } from '../called'
import { drop, field, type Decider, type Decision } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { Header } from '../packet'
import type { Id } from '../resource'

/** Where a packet meets the internet: an interface, or a device that lies in no subnet. */
export interface AtTheInternet {
  readonly vpcId: Id<'vpc'>
  readonly face: NetworkInterface | null
  /** Does it open connections outward only, as NAT gateways and egress-only gateways do? */
  readonly outwardOnly: boolean
}

/**
 * Does VPC Block Public Access stop this packet? The mode of the subnet counts where it has one of
 * its own, as an exclusion gives it, else that of the VPC. For what uses a NAT gateway that is the
 * NAT gateway's subnet, for it is what meets the internet. (NET-25)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function blockedPublicAccess(
  by: Decider,
  { vpcId, face, outwardOnly }: AtTheInternet,
  header: Header,
  network: NetworkView,
): Decision | null {
  const subnet = face && network.design.get(face.subnetId)
  const vpc = network.design.get(vpcId)
  const own = subnet?.internetGatewayBlockMode ?? null
  const mode = own ?? vpc?.internetGatewayBlockMode ?? 'off'
  if (mode === 'off' || (mode === 'block-ingress' && outwardOnly)) return null
  const decider = own !== null ? subnet : vpc
  const where = decider ? called(decider) : 'the VPC'
  const what =
    mode === 'block-bidirectional'
      ? 'all traffic with the internet'
      : 'traffic with the internet, but for that of NAT gateways and egress-only internet gateways'
  const text = `VPC Block Public Access stops ${what} in ${where}.`
  const because = field(decider?.id ?? vpcId, 'internetGatewayBlockMode')
  return drop(by, 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', { text, because }, header)
}
