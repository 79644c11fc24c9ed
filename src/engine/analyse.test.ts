import { describe, expect, it } from 'vitest'
import { examples } from '../model/examples/examples'
import { analyse } from './analyse'

describe('the analysis of an example', () => {
  it.each(examples)('$id: crosses to the page as plain data, with findings and a way out', (it) => {
    const { source, destination, protocol, port } = it.flow
    const analysis = analyse(it.document, {
      source: { type: 'resource', id: source },
      destination: { type: 'resource', id: destination },
      protocol,
      port,
    })
    expect(structuredClone(analysis)).toEqual(analysis)
    expect(analysis.trace?.verdict).toBe('not-reachable')
    expect(analysis.trace?.repairs).not.toEqual([])
  })

  it('without a question has no trace', () => {
    expect(analyse(examples[0]?.document ?? expect.fail('no example'), null).trace).toBeNull()
  })
})
