import { describe, expect, it } from 'vitest'
import {
  directConnectAssociation,
  directConnectGateway,
  vpc,
  vpnGateway,
} from '../../../model/testing/build'
import { found } from '../testing/found'
import { directConnectVpcsOverlap } from './direct-connect-vpcs-overlap'

const pair = (block: string, more = {}, other = 'd') => [
  vpc('a', '10.0.0.0/16'),
  vpc('b', block),
  vpnGateway('a', 'a'),
  vpnGateway('b', 'b'),
  directConnectGateway('d'),
  directConnectGateway('e'),
  directConnectAssociation('da', 'd', 'a'),
  directConnectAssociation('db', other, 'b', more),
]

describe('L07', () => {
  it.each([
    ['VPC-11: the same block', pair('10.0.0.0/16'), 1],
    ['a block inside', pair('10.0.128.0/20'), 1],
    ['a block beside', pair('10.1.0.0/16'), 0],
    ['one that is not associated any more', pair('10.0.0.0/16', { state: 'disassociated' }), 0],
    ['on another Direct Connect gateway', pair('10.0.0.0/16', {}, 'e'), 0],
  ])('%s', (_, resources, count) => {
    expect(found(directConnectVpcsOverlap, resources)).toHaveLength(count)
  })
})
