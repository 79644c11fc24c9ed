import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { isIp } from '../../net/ip'
import type { Endpoint, Question, Trace } from '../answer'
import { resolve } from '../network'
import { trace } from '../questions/trace'

/** `'a'` is the workload of that name, `'nat-gateway:n'` an id, `'10.0.0.1'` an address. */
export function end(text: string): Endpoint {
  if (isIp(text)) return { type: 'address', address: text }
  return { type: 'resource', id: (text.includes(':') ? text : `workload:${text}`) as Id }
}

/** `tcp/443`, `tcp/80-443`, `udp/53`, `icmp`, `icmp/3.4` by type and code, `icmpv6`, `50`. */
function traffic(text: string): Pick<Question, 'protocol' | 'port' | 'icmpType' | 'icmpCode'> {
  const [name = '', port] = text.split('/')
  if (name === 'icmp' || name === 'icmpv6') {
    const [icmpType, icmpCode = 0] = port?.split('.').map(Number) ?? []
    return { protocol: name, port: null, ...(icmpType !== undefined && { icmpType, icmpCode }) }
  }
  const protocol = name === 'tcp' || name === 'udp' ? name : Number(name)
  const [from, to] = port?.split('-').map(Number) ?? []
  if (from === undefined) return { protocol, port: null }
  return { protocol, port: to === undefined ? from : { from, to } }
}

export function question(from: string, to: string, what = 'tcp/443'): Question {
  return { source: end(from), destination: end(to), ...traffic(what) }
}

export function ask(document: Document, from: string, to: string, what?: string): Trace {
  return trace(resolve(document), question(from, to, what))
}

/** The verdict in the rule sheet's notation: `OK`, `NO(code)`, `NO<-(code)`, `NOT-MODELLED`. */
export function verdict(document: Document, from: string, to: string, what?: string): string {
  return told(ask(document, from, to, what))
}

export function told({ verdict, direction, codes: [first] }: Trace): string {
  if (verdict === 'reachable') return 'OK'
  if (verdict === 'not-modelled') return 'NOT-MODELLED'
  return `NO${direction === 'reply' ? '<-' : ''}(${first})`
}
