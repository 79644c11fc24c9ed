import { describe, expect, it } from 'vitest'
import { internetGateway, natGateway, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { privateNatToInternet } from './private-nat-to-internet'

const design = (
  user: Record<string, string>,
  own: Record<string, string>,
  connectivityType = 'private',
) => [
  vpc('v', '10.0.0.0/16'),
  internetGateway('g', 'v'),
  subnet('nat', 'v', '10.0.1.0/24', { routeTableId: 'route-table:own' }),
  natGateway('n', 'nat', { connectivityType }),
  routeTable('user', 'v', user),
  routeTable('own', 'v', own),
]
const out = { '0.0.0.0/0': 'internet-gateway:g' }
const use = { '0.0.0.0/0': 'nat-gateway:n' }

describe('L21', () => {
  it.each([
    ['everything to it, everything on to the internet', use, out, 1],
    ['a partner to it, everything on', { '203.0.113.0/24': 'nat-gateway:n' }, out, 1],
    ['everything to it, a partner on', use, { '203.0.113.0/24': 'internet-gateway:g' }, 1],
    [
      'a peer to it, which goes another way',
      { '10.1.0.0/16': 'nat-gateway:n' },
      { ...out, '10.1.0.0/16': 'vpc-peering-connection:p' },
      0,
    ],
    ['nobody uses it', {}, out, 0],
    ['it leads nowhere near the internet', use, { '10.1.0.0/16': 'transit-gateway:t' }, 0],
  ])('%s', (_, user, own, count) => {
    expect(found(privateNatToInternet, design(user, own))).toHaveLength(count)
  })
  it('is silent on a public one', () => {
    expect(found(privateNatToInternet, design(use, out, 'public'))).toEqual([])
  })
})
