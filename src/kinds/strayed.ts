import { called } from './called'
import { drop, field, type Decider, type Decision, type Packet } from './forward'
import type { NetworkInterface, NetworkView } from './network'
import { outwardOnly } from './outward-only'

/**
 * Has the packet come to somebody else than it is meant for? That happens where two VPCs share
 * addresses: routing knows addresses, not hosts. Null when it is here where it belongs. (OVL-1,
 * PEER-12)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html
 */
export function strayed(
  by: Decider,
  face: NetworkInterface,
  { direction, goal, header }: Packet,
  network: NetworkView,
): Decision | null {
  const meant = goal.face
  if (goal.anyone || meant?.key === face.key) return null
  const vpc = network.component(face.vpcId)
  const owner = network.component(face.ownerId)
  if (!vpc || !owner) return null
  const because = field(face.vpcId, 'cidrBlock')
  const here = `${owner.name} in ${called(vpc)}`
  const oneWay = outwardOnly(meant, face.vpcId, network)
  return direction === 'request'
    ? drop(
        by,
        oneWay?.code ?? 'CIDR_OVERLAP',
        {
          text: `The packet for ${header.destination} is delivered to ${here}, which has the same address.${oneWay?.text ?? ''}`,
          because,
          related: oneWay ? ['CIDR_OVERLAP'] : [],
        },
        header,
      )
    : drop(
        by,
        'RETURN_PATH_ASYMMETRIC',
        {
          text: `The reply goes to ${here}, not to the sender of the request.`,
          because,
          related: ['CIDR_OVERLAP'],
        },
        header,
      )
}
