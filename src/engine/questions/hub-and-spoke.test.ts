import { describe, expect, it } from 'vitest'
import { produce } from 'immer'
import type { Document } from '../../model/document'
import { assemble } from '../../model/examples/example'
import { hubAccounts, hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { s5 } from '../../model/examples/s5'
import { findingsOf } from '../findings/findings'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'

const propagating = (spoke: string) => (document: Document) =>
  produce(document, (draft) => {
    const table = draft.resources['transit-gateway-route-table:spokes']
    if (table?.kind !== 'transit-gateway-route-table') throw new Error('S5 has lost its table')
    table.propagations.push(`transit-gateway-vpc-attachment:${spoke}`)
  })

describe('S5', () => {
  it.each([
    ['spoke-1', 'shared', 'OK'],
    ['spoke-3', 'shared', 'OK'],
    ['shared', 'spoke-2', 'OK'],
    ['spoke-1', 'spoke-2', 'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'],
    ['spoke-3', 'spoke-1', 'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(verdict(s5.document, from, to)).toBe(expected)
  })
  it('asks what its first step tells of', () => {
    const { source, destination } = s5.flow
    const { verdict: told, request } = ask(s5.document, source, destination)
    expect(told).toBe('reachable')
    expect(request.hops.map(({ name }) => name)).toContain('spokes')
  })
  it('steps 3 and 4: one spoke propagates, then the other', () => {
    const one = propagating('spoke-2')(s5.document)
    expect(verdict(one, 'spoke-1', 'spoke-2')).toBe('NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
    const both = propagating('spoke-1')(one)
    expect(verdict(both, 'spoke-1', 'spoke-2')).toBe('OK')
    expect(verdict(both, 'spoke-1', 'spoke-3')).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })
  it('has nothing that is wrong or risky', () => {
    const told = findingsOf(resolve(s5.document)).filter((it) => it.severity !== 'info')
    expect(told).toEqual([])
  })
})

describe('any number of spokes', () => {
  const document = (count: number) =>
    assemble({ name: 'N', description: '', accounts: hubAccounts, ...hubAndSpoke(count) })
  it.each([1, 10, 300])(
    '%i: every spoke reaches the shared services, none its neighbour',
    (count) => {
      const design = document(count)
      const last = `spoke-${count}`
      expect(verdict(design, last, 'shared')).toBe('OK')
      expect(verdict(design, 'shared', 'spoke-1')).toBe('OK')
      if (count > 1) expect(verdict(design, last, 'spoke-1')).toMatch(/^NO\(TGW_RTB_NO_ROUTE/)
    },
  )
  it.each([3, 100])('%i: six subnets in three zones each, no block twice', (count) => {
    const network = resolve(document(count))
    for (const vpc of network.design.all('vpc')) {
      const subnets = network.subnetsOf(vpc.id)
      expect(subnets).toHaveLength(6)
      expect(new Set(subnets.map((it) => it.availabilityZone)).size).toBe(3)
    }
    const blocks = network.design.all('vpc').map((it) => it.cidrBlock)
    expect(new Set(blocks).size).toBe(count + 1)
    const errors = findingsOf(network).filter((it) => it.severity === 'error')
    // so many VPCs need a quota raised, and nothing else
    expect(errors.filter((it) => it.id !== 'L52')).toEqual([])
  })
})
