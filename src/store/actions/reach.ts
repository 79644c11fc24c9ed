import type { Question } from '../../engine/answer'
import type { Way } from '../../engine/matrix/reach'
import type { Id, Kind } from '../../kinds/resource'
import type { Designer } from '../designer'
import { isEnd } from '../ends'

/** The packet a first question is about, until the user says otherwise. */
const firstPacket = { protocol: 'tcp', port: 443 } as const

/** Can it be asked what this reaches, and what reaches it? A VPC stands for its subnets. */
export const hasReach = (it: { readonly kind: Kind }): boolean => it.kind === 'vpc' || isEnd(it)

const packetOf = ({ source: _from, destination: _to, ...packet }: Question) => packet

/** Shows on the canvas what this one reaches, or what reaches it. */
export function askReach(designer: Designer, id: Id, way: Way): void {
  const { reach, question } = designer.getState().view
  const traffic = reach?.traffic ?? (question ? packetOf(question) : firstPacket)
  designer.look({ reach: { id, way, traffic }, selection: [id] })
}

/** Lets the canvas show everything again. */
export function clearReach(designer: Designer): void {
  designer.look({ reach: null })
  designer.announce('Everything is shown again.')
}
