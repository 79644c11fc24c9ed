import type { Endpoint, Protocol, Question } from '../../engine/answer'
import type { PortRange } from '../../kinds/ports'
import type { Designer } from '../../store/designer'
import type { InputProblem } from '../../ui/DraftInput'

/** What is sent, whoever the ends are. */
export type Packet = Omit<Question, 'source' | 'destination'>

/** What a first question is about, until the user says otherwise. */
export const firstPacket: Packet = { protocol: 'tcp', port: 443 }

/** One or both ends set anew; the question is asked as soon as both are known. */
export function setEnds(
  designer: Designer,
  ends: { readonly source?: Endpoint; readonly destination?: Endpoint },
  packet: Packet,
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

/** What a question sends. */
export function packetAsked(question: Question): Packet {
  const { protocol, port, family, icmpType, icmpCode } = question
  return {
    protocol,
    port,
    ...(family ? { family } : {}),
    ...definedOnly({ icmpType, icmpCode }),
  }
}

/** The type and the code that are said; those left open mean a ping. */
export function definedOnly({
  icmpType,
  icmpCode,
}: {
  readonly icmpType: number | undefined
  readonly icmpCode: number | undefined
}): Pick<Packet, 'icmpType' | 'icmpCode'> {
  return {
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(icmpCode === undefined ? {} : { icmpCode }),
  }
}

/** Has this protocol ports? */
export function hasPorts(protocol: Protocol): boolean {
  return protocol === 'tcp' || protocol === 'udp'
}

/** What to say of a destination port, or a range of them, while it is typed. */
export function portsProblem(text: string): InputProblem | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text.trim())
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])]
  if (from >= 1 && from <= to && to <= 65535) return null
  return { tone: 'error', text: 'A port is 1 to 65535; a range is written 8000-8100.' }
}

/** The ports that a text without a problem means. */
export function portsFrom(text: string): number | PortRange {
  const [from = 0, to = from] = text.trim().split('-').map(Number)
  return from === to ? from : { from, to }
}

export function portsText(port: Question['port']): string {
  if (port === null) return ''
  return typeof port === 'number' ? String(port) : `${port.from}-${port.to}`
}

/** What to say of a protocol number while it is typed. */
export function protocolProblem(text: string): InputProblem | null {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 255) return null
  return { tone: 'error', text: 'A protocol number is 0 to 255, such as 50 for ESP.' }
}

/** What to say of an ICMP type or code while it is typed; nothing means that of a ping. */
export function icmpProblem(text: string): InputProblem | null {
  if (text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 255)) return null
  return { tone: 'error', text: 'A type or code is 0 to 255; left empty, a ping is meant.' }
}
