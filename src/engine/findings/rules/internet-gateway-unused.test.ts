import { describe, expect, it } from 'vitest'
import { internetGateway, mainTable, routeTable, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { internetGatewayUnused } from './internet-gateway-unused'

const base = [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16'), internetGateway('igw', 'a')]
const out = { '0.0.0.0/0': 'internet-gateway:igw' }

describe('L24', () => {
  it.each([
    ['13.4: no route', mainTable('m', 'a'), 1],
    ['a default route', mainTable('m', 'a', out), 0],
    [
      'a route to one partner',
      routeTable('r', 'a', { '203.0.113.0/24': 'internet-gateway:igw' }),
      0,
    ],
    ['a route of another VPC', mainTable('m', 'b', out), 1],
  ])('%s', (_, table, count) => {
    expect(found(internetGatewayUnused, base, table)).toHaveLength(count)
  })
  it('is silent on a gateway that is detached', () => {
    const detached = internetGateway('igw', 'a', { attachmentState: 'detached' })
    expect(found(internetGatewayUnused, base, detached)).toEqual([])
  })
})
