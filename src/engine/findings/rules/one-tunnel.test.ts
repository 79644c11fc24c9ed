import { describe, expect, it } from 'vitest'
import { customerGateway, vpc, vpnConnection, vpnGateway } from '../../../model/testing/build'
import { found } from '../testing/found'
import { oneTunnel } from './one-tunnel'

const site = (more: object) => [
  vpc('v', '10.0.0.0/16'),
  vpnGateway('g', 'v'),
  customerGateway('c', null),
  vpnConnection('vpn', 'g', 'c', { ...more }),
]

describe('L39', () => {
  it.each([
    ['both up', {}, 0],
    ['the first down', { tunnel1Status: 'DOWN' }, 1],
    ['the second down', { tunnel2Status: 'DOWN' }, 1],
    ['both down, which paths tell', { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }, 0],
    ['one that is not there yet', { state: 'pending', tunnel1Status: 'DOWN' }, 0],
  ])('%s', (_, more, count) => {
    expect(found(oneTunnel, site(more))).toHaveLength(count)
  })
})
