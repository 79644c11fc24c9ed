import { called } from '../../kinds/called'
import { definitionOf } from '../../kinds/catalogue'
import { drop } from '../../kinds/forward'
import type { Id } from '../../kinds/resource'
import type { Endpoint, Hop, Question } from '../answer'
import type { Network } from '../network'
import type { Walk } from '../walk'
import { servedBy } from './by-endpoint'
import { isLink } from './beyond-link'

/**
 * An internet gateway or egress-only internet gateway as an end of a question stands for the
 * internet beyond it, a transit gateway or peering connection for the VPCs it joins; the path has to
 * lead through that very one. A gateway endpoint stands for its service in the same way.
 */
export function beyondGateways(
  network: Network,
  question: Question,
): { readonly asked: Question; readonly gateways: readonly Id[] } {
  const gateways: Id[] = []
  const outside = (end: Endpoint): Endpoint => {
    const it = end.type === 'resource' ? network.component(end.id) : undefined
    if (it && isLink(it)) gateways.push(it.id)
    const service = it && servedBy(network, it)
    if (it && service) {
      gateways.push(it.id)
      return { type: 'resource', id: service }
    }
    if (it?.kind !== 'internet-gateway' && it?.kind !== 'egress-only-internet-gateway') return end
    gateways.push(it.id)
    return { type: 'resource', id: network.internet.id }
  }
  const [source, destination] = [outside(question.source), outside(question.destination)]
  return { asked: { ...question, source, destination }, gateways }
}

/** The request as far as the question goes: one that passes a gateway by does not count. */
export function throughGateways(network: Network, request: Walk, gateways: readonly Id[]): Walk {
  const missed = gateways.find((id) => !request.visits.some(({ to }) => to === id))
  const gateway = missed && network.component(missed)
  if (!gateway || !request.delivered) return request
  const { header } = request.packet
  const by = {
    component: gateway.id,
    term: definitionOf(gateway).term,
    name: gateway.name,
    at: gateway.id,
  }
  const text = `The packet takes another way than by ${called(gateway)}.`
  const because = { type: 'resource', resourceId: gateway.id } as const
  const hop: Hop = {
    ...drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header),
    before: header,
    hypothetical: false,
  }
  return { ...request, hops: [...request.hops, hop], delivered: false }
}
