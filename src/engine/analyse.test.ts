import { describe, expect, it } from 'vitest'
import { examples } from '../model/examples/examples'
import { analyse } from './analyse'

describe('the analysis of an example', () => {
  /** Examples that open with a path that works, to be looked at; the others offer a way out. */
  const working = ['s4', 's5', 's6', 'private-link', 'central-inspection']
  it.each(examples)('$id: crosses to the page as plain data, with findings and a way out', (it) => {
    const { source, destination, protocol, port } = it.flow
    const analysis = analyse(it.document, {
      source: { type: 'resource', id: source },
      destination: { type: 'resource', id: destination },
      protocol,
      port,
    })
    expect(structuredClone(analysis)).toEqual(analysis)
    const works = working.includes(it.id)
    expect(analysis.trace?.verdict).toBe(works ? 'reachable' : 'not-reachable')
    expect(analysis.trace?.repairs.length === 0).toBe(works)
  })

  it('without a question has no trace', () => {
    expect(analyse(examples[0]?.document ?? expect.fail('no example'), null).trace).toBeNull()
  })
})
