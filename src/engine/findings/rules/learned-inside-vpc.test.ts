import { describe, expect, it } from 'vitest'
import {
  customerGateway,
  onPremises,
  routeTable,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../../../model/testing/build'
import { found } from '../testing/found'
import { learnedInsideVpc } from './learned-inside-vpc'

const site = (prefixes: readonly string[], propagatingVgwIds = ['vpn-gateway:g'], more = {}) => [
  vpc('v', '10.0.0.0/16'),
  vpnGateway('g', 'v'),
  routeTable('t', 'v', {}, { propagatingVgwIds }),
  onPremises('dc', prefixes),
  customerGateway('c', 'dc'),
  vpnConnection('vpn', 'g', 'c', more),
]

describe('L37', () => {
  it.each([
    ['a block inside that of the VPC', site(['10.0.1.0/24']), 1],
    ['a block around that of the VPC, which serves what is not local', site(['10.0.0.0/8']), 0],
    ['the very block of the VPC', site(['10.0.0.0/16']), 1],
    ['a block beside it', site(['10.1.0.0/16', '192.168.0.0/16']), 0],
    ['no propagation', site(['10.0.1.0/24'], []), 0],
    [
      'a connection that is down and so brings nothing',
      site(['10.0.1.0/24'], undefined, { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }),
      0,
    ],
  ])('%s', (_, resources, count) => {
    expect(found(learnedInsideVpc, resources)).toHaveLength(count)
  })
})
