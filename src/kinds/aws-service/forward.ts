import { allow, type Decider, type Forwarding, type Packet } from '../forward'
import { sendFromOutside } from '../internet/place'
import { received } from '../received'
import type { Id, ResourceOf } from '../resource'

const deciderOf = (it: ResourceOf<'aws-service'>): Decider => ({
  component: it.id,
  term: 'AWS service',
  name: it.name,
  at: it.id,
})

/** The gateway endpoint that a request came by: its answer goes back there. (EP-1) */
const cameThrough = ({ header, bindings }: Packet) =>
  bindings
    .filter(
      ({ after }) => after.source === header.destination && after.destination === header.source,
    )
    .map(({ device }) => device)
    .find((id): id is Id<'vpc-endpoint'> => id.startsWith('vpc-endpoint:'))

/** It is reached at public addresses and answers from them. (EP-2) */
export const forward: Forwarding<'aws-service'> = {
  send: (it, _, packet, network) => {
    const by = deciderOf(it)
    const way = packet.direction === 'reply' ? cameThrough(packet) : undefined
    const endpoint = way && network.design.get(way)
    if (!endpoint) return sendFromOutside(by, packet, network)
    const { header } = packet
    const text = `${it.name} (${header.source}) answers ${header.destination}.`
    return {
      decisions: [allow(by, 'sends', { text, because: null }, header)],
      packet,
      next: { to: endpoint.id, door: 'through', vpcId: endpoint.vpcId, from: null },
    }
  },
  arrive: (it, _, packet) => received(deciderOf(it), packet),
}
