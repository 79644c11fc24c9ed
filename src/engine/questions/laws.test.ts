import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { anyEnd, anyNetwork, anyTraffic, shuffled } from '../testing/any-network'
import { ask } from '../testing/ask'

const stranger = [
  vpc('aa', '10.200.0.0/16'),
  mainTable('aa', 'aa', { '0.0.0.0/0': 'nat-gateway:aa' }),
  subnet('aa', 'aa', '10.200.1.0/24'),
  internetGateway('aa', 'aa'),
  natGateway('aa', 'aa'),
  securityGroup('aa', 'aa'),
  workload('aa', 'aa', {}, { publicAddress: 'elastic-ip' }),
]

/** Not an address that may stand in for another host once there are more of them. */
const fixedEnd = anyEnd.filter((it) => !it.startsWith('198.51.100.'))

describe('whatever the network', () => {
  it('a trace ends, and says where and why when it does not arrive', () => {
    fc.assert(
      fc.property(anyNetwork, anyEnd, anyEnd, anyTraffic, (document, from, to, what) => {
        const answer = ask(document, from, to, what)
        expect(answer.sentence).not.toBe('')
        if (answer.verdict === 'not-reachable') expect(answer.codes).not.toHaveLength(0)
        if (answer.verdict === 'not-modelled') expect(answer.missing).not.toHaveLength(0)
        if (answer.verdict === 'reachable') {
          expect(answer.codes).toHaveLength(0)
          expect(answer.request.delivered && answer.reply?.delivered).toBe(true)
        }
      }),
      runs(2),
    )
  })

  it('the order of the resources does not matter', () => {
    const seed = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 7, maxLength: 31 })
    fc.assert(
      fc.property(anyNetwork, seed, anyEnd, anyEnd, (document, weights, from, to) => {
        expect(ask(shuffled(document, weights), from, to)).toEqual(ask(document, from, to))
      }),
      runs(2),
    )
  })

  it('a VPC that nothing joins to the others changes no verdict', () => {
    fc.assert(
      fc.property(anyNetwork, fixedEnd, fixedEnd, anyTraffic, (document, from, to, what) => {
        const more = documentOf(...Object.values(document.resources), stranger)
        const [one, other] = [ask(document, from, to, what), ask(more, from, to, what)]
        expect([other.verdict, other.codes]).toEqual([one.verdict, one.codes])
      }),
      runs(2),
    )
  })

  it('the same question has the same answer', () => {
    fc.assert(
      fc.property(anyNetwork, anyEnd, anyEnd, (document, from, to) => {
        expect(ask({ ...document }, from, to)).toEqual(ask(document, from, to))
      }),
      runs(2),
    )
  })

  it('headers join up: a hop starts with what the one before left, unless that dropped it', () => {
    fc.assert(
      fc.property(anyNetwork, anyEnd, anyEnd, (document, from, to) => {
        for (const branch of ask(document, from, to).branches)
          for (const hops of [branch.request.hops, branch.reply?.hops ?? []])
            for (const [index, { before }] of hops.entries()) {
              const previous = hops[index - 1]
              if (previous && previous.decision !== 'drops') expect(before).toEqual(previous.after)
            }
      }),
      runs(2),
    )
  })
})
