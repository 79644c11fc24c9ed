import type { Forwarding } from '../forward'
import { goOut } from './egress'
import { comeIn } from './ingress'

/**
 * An internet gateway is a one-to-one NAT between the private IPv4 address of an interface of its
 * VPC and that interface's public address; IPv6 passes as it is. It knows nothing else, and drops
 * what comes from or goes to private ranges. (NET-2, NET-4 to NET-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export const forward: Forwarding<'internet-gateway'> = {
  through: (it, arrival, packet, network) => goOut(it, arrival, packet, network),
  outside: (it, _, packet, network) => comeIn(it, packet, network),
}
