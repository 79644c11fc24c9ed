import { describe, expect, it } from 'vitest'
import { mainTable, subnet, vpc, vpnGateway } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { propagationOff } from './propagation-off'

const site = (routes: Readonly<Record<string, string>>, table = {}, gateway = {}) => [
  vpc('v', '10.0.0.0/16'),
  vpnGateway('g', 'v', gateway),
  mainTable('t', 'v', routes, table),
  subnet('s', 'v', '10.0.1.0/24'),
]

describe('L38', () => {
  it.each([
    ['a subnet that leads nowhere', site({}), 1],
    ['propagation on', site({}, { propagatingVgwIds: ['vpn-gateway:g'] }), 0],
    ['a static route to it', site({ '192.168.0.0/16': 'vpn-gateway:g' }), 0],
    ['a way out by a NAT gateway', site({ '0.0.0.0/0': 'nat-gateway:n' }), 0],
    ['a gateway that is detached', site({}, {}, { attachmentState: 'detached' }), 0],
    ['no subnet', site({}).slice(0, 3), 0],
  ])('%s', (_, resources, count) => {
    expect(found(propagationOff, resources)).toHaveLength(count)
  })
  it('is mended by switching it on', () => {
    expect(left(propagationOff, site({}))).toEqual([0])
  })
})
