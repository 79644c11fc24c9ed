import { describe, expect, it } from 'vitest'
import { analyse } from '../../engine/analyse'
import type { Question } from '../../engine/answer'
import type { Document } from '../../model/document'
import { s2 } from '../../model/examples/s2'
import { assumedIn, cutAtAddresses } from './assumed'

const { document } = s2
const question: Question = {
  source: { type: 'resource', id: 'workload:a' },
  destination: { type: 'resource', id: 'workload:b' },
  protocol: 'tcp',
  port: 443,
}

const assumedOf = (design: Document) => {
  const { trace } = analyse(design, question)
  if (!trace) throw new Error('The question is answered')
  return [...assumedIn(trace, design)].sort()
}

describe('assumed addresses', () => {
  it('are those that the design leaves to AWS', () => {
    expect(assumedOf(document)).toEqual(['10.0.0.4', '10.1.0.4'])
  })

  it('are not those that it writes down', () => {
    const host = document.resources['workload:a']
    if (host?.kind !== 'workload') throw new Error('S2 has host A')
    const [[subnet, face] = []] = Object.entries(host.interfaces)
    if (!subnet || !face) throw new Error('Host A has an interface')
    const interfaces = { [subnet]: { ...face, privateIpAddress: '10.0.0.4' } }
    const written = { ...host, interfaces } as typeof host
    const resources = { ...document.resources, 'workload:a': written }
    expect(assumedOf({ ...document, resources })).toEqual(['10.1.0.4'])
  })
})

describe('a sentence', () => {
  it.each([
    ['Host A (10.0.0.4) sends to 10.1.0.4.', ['10.0.0.4', '10.1.0.4']],
    ['The most specific route for 2001:db8::4 is ::/0.', ['2001:db8::4']],
    // blocks are no addresses, and neither are ports
    ['service-a lets tcp/8080 out to 0.0.0.0/0.', []],
  ])('%s names %j', (text, addresses) => {
    const parts = cutAtAddresses(text)
    expect(parts.filter((_, index) => index % 2 === 1)).toEqual(addresses)
    expect(parts.join('')).toBe(text)
  })
})
