import { applyPatches, enablePatches, produce, produceWithPatches } from 'immer'
import { describe, expect, it } from 'vitest'
import { cidr } from '../../net/cidr'
import { documentOf, peering, routeTable, securityGroup, tcp, vpc } from '../testing/build'
import { acceptPeering } from './accept-peering'
import { addResources } from './add-resources'
import { addRoute, dropRoute } from './add-route'
import { addRule, dropRule, freeRuleKey } from './add-rule'
import { ruleSchema } from '../../kinds/security-group/schema'

enablePatches()

const base = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  peering('ab', 'a', 'b', { status: 'pending-acceptance' }),
  routeTable('rt', 'a', { '10.9.0.0/16': 'vpc-peering-connection:old' }),
  securityGroup('sg', 'a', [tcp(22, '10.0.0.0/16'), tcp(80, '10.0.0.0/16')]),
)
const block = cidr('10.1.0.0/16')

describe('addRoute', () => {
  it('adds a route that is not there', () => {
    const next = produce(base, (draft) => {
      addRoute(draft, 'route-table:rt', block, 'vpc-peering-connection:ab')
    })
    expect(next.resources['route-table:rt']).toMatchObject({
      routes: { '10.1.0.0/16': { target: 'vpc-peering-connection:ab' } },
    })
  })
  it('points an existing destination elsewhere', () => {
    const next = produce(base, (draft) => {
      addRoute(draft, 'route-table:rt', cidr('10.9.0.0/16'), 'vpc-peering-connection:ab')
    })
    expect(next.resources['route-table:rt']).toHaveProperty('routes', {
      '10.9.0.0/16': { target: 'vpc-peering-connection:ab' },
    })
  })
  it('changes nothing where the route is there, or the table is not', () => {
    const [, patches] = produceWithPatches(base, (draft) => {
      addRoute(draft, 'route-table:rt', cidr('10.9.0.0/16'), 'vpc-peering-connection:old')
      addRoute(draft, 'route-table:gone', block, null)
    })
    expect(patches).toEqual([])
  })
  it('is undone by dropping the route', () => {
    const next = produce(base, (draft) => {
      addRoute(draft, 'route-table:rt', block, null)
      dropRoute(draft, 'route-table:rt', block)
    })
    expect(next).toEqual(base)
  })
})

describe('addRule', () => {
  it('takes the first free key', () => {
    expect(freeRuleKey({})).toBe('rule-1')
    expect(freeRuleKey({ 'rule-1': 0, 'rule-3': 0 })).toBe('rule-2')
  })
  it('adds beside the rules that are there and is undone by dropping it', () => {
    const rule = ruleSchema.parse(tcp(443, '0.0.0.0/0'))
    const added = produce(base, (draft) => {
      expect(addRule(draft, 'security-group:sg', 'ingress', rule)).toBe('rule-3')
      expect(addRule(draft, 'security-group:gone', 'ingress', rule)).toBeNull()
    })
    expect(added.resources['security-group:sg']).toHaveProperty(['ingress', 'rule-3'], rule)
    const dropped = produce(added, (draft) => {
      dropRule(draft, 'security-group:sg', 'ingress', 'rule-3')
    })
    expect(dropped).toEqual(base)
  })
})

describe('acceptPeering', () => {
  it.each([
    ['pending-acceptance', 'active'],
    ['expired', 'expired'],
    ['failed', 'failed'],
    ['initiating-request', 'initiating-request'],
  ])('a connection that is %s becomes %s', (before, after) => {
    const document = documentOf(peering('ab', 'a', 'b', { status: before }))
    const next = produce(document, (draft) => {
      acceptPeering(draft, 'vpc-peering-connection:ab')
    })
    expect(next.resources['vpc-peering-connection:ab']).toHaveProperty('status', after)
  })
})

describe('addResources', () => {
  it('keeps the given places and is undone by its inverse', () => {
    const added = Object.values(documentOf(vpc('c', '10.2.0.0/16')).resources)
    const [next, , inverse] = produceWithPatches(base, (draft) => {
      addResources(draft, added, { 'vpc:c': { x: 8, y: 16 } })
    })
    expect(next.layout['vpc:c']).toEqual({ x: 8, y: 16 })
    expect(next.resources['vpc:c']).toEqual(added[0])
    expect(applyPatches(next, inverse)).toEqual(base)
  })
})
