import type { Endpoint, Protocol, Question } from '../../engine/answer'
import type { Designer } from '../../store/designer'
import type { InputProblem } from '../../ui/DraftInput'

/** What a first question is about, until the user says otherwise. */
export const firstPacket = { protocol: 'tcp', port: 443 } as const

/** One or both ends set anew; the question is asked as soon as both are known. */
export function setEnds(
  designer: Designer,
  ends: { readonly source?: Endpoint; readonly destination?: Endpoint },
  packet: Pick<Question, 'protocol' | 'port'>,
): void {
  const { question, halfQuestion } = designer.getState().view
  const known = { ...(question ?? halfQuestion), ...ends }
  const { source, destination } = known
  if (source && destination)
    designer.look({
      question: { source, destination, ...packet },
      halfQuestion: {},
      hop: null,
    })
  else designer.look({ halfQuestion: known, hop: null })
}

/** Asks for the way back as a way of its own. */
export function swapEnds(designer: Designer): void {
  const { question, halfQuestion } = designer.getState().view
  if (question)
    designer.look({
      question: { ...question, source: question.destination, destination: question.source },
      hop: null,
    })
  else {
    const { source, destination } = halfQuestion
    designer.look({
      halfQuestion: {
        ...(destination ? { source: destination } : {}),
        ...(source ? { destination: source } : {}),
      },
    })
  }
}

/** Has this protocol ports? */
export function hasPorts(protocol: Protocol): boolean {
  return protocol === 'tcp' || protocol === 'udp'
}

/** What to say of a destination port while it is typed. */
export function portProblem(text: string): InputProblem | null {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= 65535) return null
  return { tone: 'error', text: 'A port is 1 to 65535.' }
}
