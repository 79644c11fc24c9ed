import type { Question } from '../engine/answer'
import type { Flow } from '../model/examples/example'

/** The question that an example opens with. */
export function questionOf({ source, destination, protocol, port }: Flow): Question {
  return {
    source: { type: 'resource', id: source },
    destination: { type: 'resource', id: destination },
    protocol,
    port,
  }
}
