import type { Endpoint, Question } from '../../engine/answer'
import type { Id } from '../../kinds/resource'
import type { Designer } from '../designer'

/** The packet a first question is about, until the user says otherwise. */
const firstPacket = { protocol: 'tcp', port: 443 } as const

/** Sets one end of the question and opens the path panel; asks as soon as both ends are known. */
export function askPath(designer: Designer, end: 'source' | 'destination', id: Id): void {
  const { question, halfQuestion } = designer.getState().view
  const endpoint: Endpoint = { type: 'resource', id }
  const known: Partial<Question> = { ...(question ?? halfQuestion), [end]: endpoint }
  const { source, destination } = known
  designer.look({
    panel: 'path',
    hop: null,
    ...(source && destination
      ? { question: { ...firstPacket, ...known, source, destination }, halfQuestion: {} }
      : { halfQuestion: known }),
  })
}
