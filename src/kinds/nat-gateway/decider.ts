import { holds } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import { nat64 } from '../../net/ranges'
import { called } from '../called'
import { drop, field, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type Nat = ResourceOf<'nat-gateway'>

export const deciderOf = (it: Nat): Decider => ({
  component: it.id,
  term: 'NAT gateway',
  name: it.name,
  at: it.id,
})

export const resource = (it: Nat) => ({ type: 'resource', resourceId: it.id }) as const

const translatable: readonly unknown[] = ['tcp', 'udp', 'icmp']

/**
 * Why does a NAT gateway not take a request for others? Its state, the protocol, or where the sender
 * is: it serves its own VPC, and what comes into it over a transit gateway. (NET-10, NET-13, NET-14)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export function refusals(
  it: Nat,
  vpcId: Id<'vpc'>,
  { enteredBy, header }: Packet,
  network: NetworkView,
): readonly Decision[] {
  const by = deciderOf(it)
  const found: Decision[] = []
  if (it.state !== 'available') {
    const text = `${called(it)} is ${it.state}, not available.`
    found.push(drop(by, 'BAD_STATE', { text, because: field(it.id, 'state') }, header))
  }
  const isSix = familyOf(header.destination) === 'IPv6'
  if (isSix && !holds(nat64, header.destination)) {
    const text = `${called(it)} translates IPv6 only where the destination lies in ${nat64}.`
    found.push(drop(by, 'ADDRESS_FAMILY_MISMATCH', { text, because: resource(it) }, header))
  }
  const protocol = isSix && header.protocol === 'icmpv6' ? 'icmp' : header.protocol
  if (!translatable.includes(protocol)) {
    const text = `A NAT gateway handles TCP, UDP and ICMP, not protocol ${header.protocol}.`
    found.push(drop(by, 'PROTOCOL_RESTRICTION', { text, because: resource(it) }, header))
  }
  const isOwn = network.blocksOf(vpcId).some((block) => holds(block, header.source))
  if (!isOwn && !enteredBy) {
    const text = `${called(it)} serves only its own VPC, and ${header.source} is no address of it.`
    found.push(
      drop(
        by,
        'EDGE_TO_EDGE',
        { text, because: resource(it), related: ['NGW_REQUIRES_SOURCE_IN_VPC'] },
        header,
      ),
    )
  }
  return found
}
