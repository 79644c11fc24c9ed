import { holds } from '../../net/cidr'
import { called } from '../called'
import { drop, faceAt, field, missing, type Decider, type Forwarding } from '../forward'
import { outwardOnly } from '../outward-only'
import { untold } from '../untold'

/**
 * Who has this address in the VPC? A local route, a peering connection or an internet gateway
 * hands the packet straight to that interface. When the packet is meant for another VPC that has
 * the same addresses, it never leaves this one. (WALK-6, WALK-7, PEER-11, OVL-1)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export const forward: Forwarding<'vpc'> = {
  local: (vpc, { from }, packet, network) => {
    const { direction, goal, header } = packet
    const face = faceAt(network, packet, vpc.id, header.destination)
    if (face)
      return { decisions: [], packet, next: { to: face.subnetId, door: 'enter', face, from } }
    const subnet = network
      .subnetsOf(vpc.id)
      .find(({ cidrBlock, ipv6CidrBlock }) =>
        [cidrBlock, ipv6CidrBlock].some((block) => block && holds(block, header.destination)),
      )
    const by: Decider = { component: vpc.id, term: 'VPC', name: vpc.name, at: subnet?.id ?? vpc.id }
    const nobody = `No network interface in ${called(vpc)} has the address ${header.destination}`
    const elsewhere = goal.face && goal.face.vpcId !== vpc.id && network.design.get(goal.face.vpcId)
    const oneWay = outwardOnly(goal.face, vpc.id, network)
    const call = untold(vpc, 'subnets', 'interfaces')
    const unknown = `Whether somebody in ${called(vpc)} has the address ${header.destination} is not known: ${call} is missing.`
    const because = missing(subnet?.id ?? vpc.id, 'interfaces')
    const decision = !elsewhere
      ? call
        ? drop(by, 'UNSUPPORTED_COMPONENT', { text: unknown, because }, header)
        : drop(
            by,
            direction === 'request' ? 'NO_POSSIBLE_DESTINATION' : 'RETURN_PATH_ASYMMETRIC',
            { text: `${nobody}.`, because },
            header,
          )
      : direction === 'request'
        ? drop(
            by,
            oneWay?.code ?? 'CIDR_OVERLAP',
            {
              text: `${called(vpc)} and ${called(elsewhere)} share the address ${header.destination}: the packet stays in ${called(vpc)}, where nobody has it.${oneWay?.text ?? ''}`,
              because: field(vpc.id, 'cidrBlock'),
              related: [...(oneWay ? (['CIDR_OVERLAP'] as const) : []), 'NO_POSSIBLE_DESTINATION'],
            },
            header,
          )
        : drop(
            by,
            'RETURN_PATH_ASYMMETRIC',
            {
              text: `The reply goes to ${called(vpc)}, but the request came from ${called(elsewhere)}, which has the same addresses.`,
              because: field(vpc.id, 'cidrBlock'),
              related: ['CIDR_OVERLAP'],
            },
            header,
          )
    return { decisions: [decision], packet, next: null }
  },
}
