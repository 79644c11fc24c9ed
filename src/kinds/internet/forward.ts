import { isPublic } from '../../net/ranges'
import { called } from '../called'
import {
  allow,
  drop,
  missing,
  rewritten,
  type Decider,
  type Forwarding,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import { received } from '../received'
import type { ResourceOf } from '../resource'
import { sendFromOutside } from './place'

const deciderOf = (it: ResourceOf<'internet'>): Decider => ({
  component: it.id,
  term: 'internet',
  name: it.name,
  at: it.id,
})

/** The internet carries public addresses and nothing else, to the VPC whose interface has one. */
export const forward: Forwarding<'internet'> = {
  send: (it, _, packet, network) => sendFromOutside(deciderOf(it), packet, network),
  arrive: (it, _, packet) => received(deciderOf(it), packet),
  transit: (it, _, packet, network): Step => {
    const { goal, header } = packet
    const by = deciderOf(it)
    const face = isPublic(header.destination) && network.interfaceByPublicIp(header.destination)
    if (face) {
      const gateway =
        network.internetGatewayOf(face.vpcId) ??
        network.design.all('internet-gateway').find((each) => each.vpcId === face.vpcId)
      const vpc = network.component(face.vpcId)
      const whose = vpc ? called(vpc) : 'a VPC'
      const text = `${header.destination} is a public address of ${whose}.`
      if (gateway)
        return {
          decisions: [allow(by, 'passes', { text, because: null }, header)],
          packet,
          next: { to: gateway.id, door: 'outside' },
        }
      const lack = `${header.destination} belongs to ${whose}, which has no internet gateway.`
      const because = missing(face.vpcId, 'internet-gateway')
      return {
        decisions: [drop(by, 'BAD_STATE_ATTACHMENT', { text: lack, because }, header)],
        packet: {
          ...rewritten(packet, { destination: face.privateIp }),
          senderKnown: false,
        },
        next: { to: face.subnetId, door: 'enter', face, from: null },
      }
    }
    if (goal.place && goal.address === header.destination)
      return { decisions: [], packet, next: { to: goal.place, door: 'arrive', face: null } }
    const meant = goal.face && network.component(goal.face.ownerId)
    const text = isPublic(header.destination)
      ? `No network interface of the design has the public address ${header.destination}.`
      : meant
        ? `${meant.name} has only the private address ${header.destination}, which the internet cannot reach.`
        : `${header.destination} is a private address, which the internet cannot reach.`
    const related = usesNat(goal.face?.subnetId, network)
      ? (['NAT_UNSOLICITED_INBOUND'] as const)
      : []
    return {
      decisions: [
        drop(
          by,
          'NO_POSSIBLE_DESTINATION',
          {
            text,
            because: goal.face ? missing(goal.face.ownerId, 'publicIp') : null,
            related,
          },
          header,
        ),
      ],
      packet,
      next: null,
    }
  },
}

/** Would people expect a way in, because the host's own way out is a NAT gateway? (NET-12) */
function usesNat(subnetId: ResourceOf<'subnet'>['id'] | undefined, network: NetworkView): boolean {
  const table = subnetId && network.tableOf(subnetId)
  return Boolean(table && table.routes.some((route) => route.target?.startsWith('nat-gateway:')))
}
