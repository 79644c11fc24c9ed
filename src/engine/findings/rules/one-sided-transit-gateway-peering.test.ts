import { describe, expect, it } from 'vitest'
import { tgwPeering, tgwRouteTable, transitGateway } from '../../../model/testing/build'
import { site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { oneSidedTransitGatewayPeering } from './one-sided-transit-gateway-peering'

const pa = 'transit-gateway-peering-attachment:tu'
const peered = (there: Record<string, string>, back: Record<string, string>, state = 'available') =>
  [
    transitGateway('t'),
    transitGateway('u'),
    site('a', 0),
    site('b', 1, { gateway: 'u' }),
    tgwPeering('tu', 't', 'u', { state }),
    tgwRouteTable('rt', 't', { associations: ['a', pa], propagations: ['a'], routes: there }),
    tgwRouteTable('ru', 'u', { associations: ['b', pa], propagations: ['b'], routes: back }),
  ].flat()

describe('L33', () => {
  it.each([
    ['a route on the requester’s side only', peered({ '10.1.0.0/16': pa }, {}), 1],
    ['a route on the accepter’s side only', peered({}, { '10.0.0.0/16': pa }), 1],
    ['routes on both', peered({ '10.1.0.0/16': pa }, { '10.0.0.0/16': pa }), 0],
    ['no routes yet', peered({}, {}), 0],
    ['not accepted', peered({ '10.1.0.0/16': pa }, {}, 'pendingAcceptance'), 0],
  ])('%s', (_, design, count) => {
    expect(found(oneSidedTransitGatewayPeering, design)).toHaveLength(count)
  })
  it('adds the routes back to the VPCs that ask', () => {
    const design = peered({ '10.1.0.0/16': pa }, {})
    const [finding] = found(oneSidedTransitGatewayPeering, design)
    expect(finding?.resources).toEqual([pa, 'transit-gateway:u'])
    expect(finding?.repairs.map(({ preview }) => preview)).toEqual([
      'Adds 1 static route: 10.0.0.0/16.',
    ])
    expect(left(oneSidedTransitGatewayPeering, design)).toEqual([0])
  })
  it('offers nothing where no VPC of the far side is asked', () => {
    const [finding] = found(oneSidedTransitGatewayPeering, peered({ '10.7.0.0/16': pa }, {}))
    expect(finding?.repairs).toEqual([])
  })
})
