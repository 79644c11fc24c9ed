import type { Endpoint } from '../../engine/answer'
import { definitionOf } from '../../kinds/catalogue'
import type { Design } from '../../kinds/contract'
import type { Id, Resource } from '../../kinds/resource'
import { isIp, type Ip } from '../../net/ip'
import { whereabouts } from '../../model/whereabouts'
import { endKinds } from '../../store/ends'

const prefix = 'address '

/** An end as one text, for lists; and back. */
export function textOf(end: Endpoint): string {
  return end.type === 'resource' ? end.id : `${prefix}${end.address}`
}

export function endOf(text: string): Endpoint {
  return text.startsWith(prefix)
    ? { type: 'address', address: text.slice(prefix.length) as Ip }
    : { type: 'resource', id: text as Id }
}

/** One line of the list of ends. */
export interface EndChoice {
  readonly value: string
  readonly label: string
  readonly note: string
  readonly icon: string
}

/** Everything in the design that can be an end of a path. */
export function endChoices(design: Design): readonly EndChoice[] {
  return endKinds.flatMap((kind) => {
    const all: readonly Resource[] = design.all(kind)
    return all.map((it) => {
      const { look } = definitionOf(it)
      const parts = [...look.captions(it, design), whereabouts(it, design)]
      return {
        value: it.id,
        label: it.name,
        note: parts.filter((part) => part !== null).join(', '),
        icon: look.icon(it, design),
      }
    })
  })
}

/** An address that was typed or asked for, as a line of the list. */
export function addressChoice(text: string): EndChoice | null {
  const address = text.startsWith(prefix) ? text.slice(prefix.length) : text
  if (!isIp(address)) return null
  return { value: `${prefix}${address}`, label: address, note: 'this address', icon: '' }
}
