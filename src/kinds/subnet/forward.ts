import { holds } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { isServiceOfAws } from '../aws-services'
import { allow, drop, ends, field, type Decider, type Forwarding } from '../forward'
import { crossBorder } from '../network-acl/forward'
import type { ResourceOf } from '../resource'
import { received } from '../received'
import { consult } from '../route-table/forward'
import { strayed } from '../strayed'
import { atServiceOfAws, fromServiceOfAws, toServiceOfAws } from './aws-services'

const holdsIn = ({ cidrBlock, ipv6CidrBlock }: ResourceOf<'subnet'>, ip: Ip) =>
  [cidrBlock, ipv6CidrBlock].some((block) => block !== null && holds(block, ip))

/**
 * What happens to a packet that leaves an interface, or comes for one? Within the subnet it travels
 * on layer 2: no route table, no network ACL, not interceptable. Else the network ACL is asked at
 * the border, and the subnet's route table where it leaves. (RT-18, ACL-5, WALK-4, WALK-5, WALK-8)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export const forward: Forwarding<'subnet'> = {
  leave: (subnet, { face }, packet, network) => {
    const { header } = packet
    const by: Decider = { component: subnet.id, term: 'subnet', name: subnet.name, at: subnet.id }
    const refuse = (text: string, fieldName: string) => ({
      decisions: [
        drop(by, 'UNSUPPORTED_COMPONENT', { text, because: field(subnet.id, fieldName) }, header),
      ],
      packet,
      next: null,
    })
    if (isServiceOfAws(header.destination, subnet.vpcId, network))
      return toServiceOfAws(subnet, face, packet, network)
    // the way back that was kept open last is the nearest
    const back =
      packet.direction === 'reply' &&
      packet.returns.findLast(
        (it) => it.vpcId === subnet.vpcId && it.address === header.destination,
      )
    if (!back && holdsIn(subnet, header.destination))
      return { decisions: [], packet, next: { to: subnet.vpcId, door: 'local', from: subnet.id } }
    const filtered =
      back && back.inside === subnet.id ? [] : crossBorder(subnet.id, 'egress', packet, network)
    if (back)
      return {
        decisions: filtered,
        packet,
        next: { to: back.over, door: 'through', vpcId: subnet.vpcId, from: subnet.id },
      }
    const table = network.tableOf(subnet.id)
    if (!table || table.vpcId !== subnet.vpcId)
      return refuse(
        `The route table of subnet ${subnet.name} does not belong to its VPC; AWS refuses that association.`,
        'routeTableId',
      )
    const step = consult(table, packet, network, { at: subnet.id, from: subnet.id })
    return { ...step, decisions: [...filtered, ...step.decisions] }
  },

  enter: (subnet, { face, from }, packet, network) => ({
    decisions: from === subnet.id ? [] : crossBorder(subnet.id, 'ingress', packet, network),
    packet,
    next: { to: face.ownerId, door: 'arrive', face },
  }),

  // any address of it, as a question may ask: a host that no security group filters
  send: (subnet, { face }, packet, network) => {
    if (!face) return fromServiceOfAws(subnet, packet, network)
    const { header } = packet
    const by: Decider = { component: subnet.id, term: 'subnet', name: subnet.name, at: subnet.id }
    const because = { type: 'resource', resourceId: subnet.id } as const
    const verb = packet.direction === 'request' ? 'sends to' : 'answers'
    const text = `A host in ${subnet.name} (${header.source}) ${verb} ${header.destination}.`
    return {
      decisions: [allow(by, 'sends', { text, because }, header)],
      packet,
      next: { to: subnet.id, door: 'leave', face },
    }
  },

  arrive: (subnet, { face }, packet, network) => {
    if (!face) return atServiceOfAws(subnet, packet, network)
    const by: Decider = { component: subnet.id, term: 'subnet', name: subnet.name, at: subnet.id }
    const stray = strayed(by, face, packet, network)
    return stray ? ends(stray, packet) : received(by, packet)
  },
}
