import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import {
  documentOf,
  mainTable,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { findingsOf } from '../findings/findings'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { anyTraffic, shuffled } from '../testing/any-network'
import { anyTransitEnd as anyEnd, anyTransitNetwork } from '../testing/any-transit'
import { ask } from '../testing/ask'

/** A transit gateway with a VPC of its own, which nothing joins to the others. */
const stranger = [
  transitGateway('w'),
  vpc('w', '10.200.0.0/16'),
  mainTable('w', 'w', { '10.0.0.0/8': 'transit-gateway:w' }),
  subnet('w', 'w', '10.200.1.0/24'),
  workload('w', 'w'),
  tgwAttachment('w', 'w', 'w', 'w'),
  tgwRouteTable('w', 'w', { associations: ['w'], propagations: ['w'] }),
]

describe('whatever is attached to transit gateways', () => {
  it('a trace ends, and says where and why when it does not arrive', () => {
    fc.assert(
      fc.property(anyTransitNetwork, anyEnd, anyEnd, anyTraffic, (document, from, to, what) => {
        const answer = ask(document, from, to, what)
        expect(answer.sentence).not.toMatch(/undefined|null|NaN|\[object/)
        if (answer.verdict === 'not-reachable') expect(answer.codes).not.toHaveLength(0)
        if (answer.verdict === 'not-modelled') expect(answer.missing).not.toHaveLength(0)
        if (answer.verdict === 'reachable') expect(answer.codes).toHaveLength(0)
      }),
      runs(1),
    )
  })
  it('the order of the resources does not matter', () => {
    const seed = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 7, maxLength: 31 })
    fc.assert(
      fc.property(anyTransitNetwork, seed, anyEnd, anyEnd, (document, weights, from, to) => {
        expect(ask(shuffled(document, weights), from, to)).toEqual(ask(document, from, to))
      }),
      runs(1),
    )
  })
  it('a transit gateway that joins none of them changes no verdict', () => {
    fc.assert(
      fc.property(anyTransitNetwork, anyEnd, anyEnd, (document, from, to) => {
        const more = documentOf(...Object.values(document.resources), ...stranger)
        const [one, other] = [ask(document, from, to), ask(more, from, to)]
        expect([other.verdict, other.codes]).toEqual([one.verdict, one.codes])
      }),
      runs(0.5),
    )
  })
  it('findings are sentences, and their repairs mend them', () => {
    fc.assert(
      fc.property(anyTransitNetwork, (document) => {
        const places = (it: object) => JSON.stringify({ ...it, message: '', repairs: [] })
        for (const finding of findingsOf(resolve(document))) {
          expect(finding.message).toMatch(/^[A-Z0-9].*[.]$/)
          expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/)
          for (const repair of finding.repairs) {
            const left = findingsOf(resolve(repaired(document, repair))).map(places)
            expect(left, `${repair.label}: ${finding.message}`).not.toContain(places(finding))
          }
        }
      }),
      runs(0.5),
    )
  })
  it('packets get across transit gateways in a good part of these networks', () => {
    const across = fc.sample(anyTransitNetwork, { numRuns: 100, seed: 5 }).filter((document) => {
      const { verdict, request } = ask(document, 'a', 'b')
      return verdict === 'reachable' && request.hops.some((it) => it.term === 'transit gateway')
    })
    expect(across.length).toBeGreaterThan(5)
  })
  it('packets get outside AWS by VPN in some of these networks, and by Direct Connect', () => {
    for (const term of ['Site-to-Site VPN connection', 'Direct Connect gateway']) {
      const out = fc.sample(anyTransitNetwork, { numRuns: 300, seed: 5 }).filter((document) => {
        const { verdict, request } = ask(document, 'b', 'on-premises-network:dc')
        return verdict === 'reachable' && request.hops.some((it) => it.term === term)
      })
      expect(out.length, term).toBeGreaterThan(5)
    }
  })
})
