import { describe, expect, it } from 'vitest'
import {
  egressOnlyInternetGateway,
  internetGateway,
  mainTable,
  natGateway,
  subnet,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { privateSubnetOpen } from './private-subnet-open'

const design = (
  routes: Record<string, string>,
  ipv6CidrBlock: string | null = '2600:1f00::/64',
) => [
  vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
  internetGateway('g', 'v'),
  subnet('s', 'v', '10.0.1.0/24', { ipv6CidrBlock }),
  natGateway('n', 's'),
  mainTable('m', 'v', routes),
]
const nat = { '0.0.0.0/0': 'nat-gateway:n' }
const open = { '::/0': 'internet-gateway:g' }

describe('L28', () => {
  it.each([
    ['IPv4 by NAT, IPv6 open', { ...nat, ...open }, 1],
    ['a public subnet', { '0.0.0.0/0': 'internet-gateway:g', ...open }, 0],
    ['IPv6 outward only', { ...nat, '::/0': 'egress-only-internet-gateway:e' }, 0],
    ['no IPv6', nat, 0],
    ['no IPv4', open, 0],
  ])('%s', (_, routes, count) => {
    expect(found(privateSubnetOpen, design(routes))).toHaveLength(count)
  })
  it('is silent where the subnet has no IPv6', () => {
    expect(found(privateSubnetOpen, design({ ...nat, ...open }, null))).toEqual([])
  })
  it('is silent behind a detached gateway', () => {
    const off = internetGateway('g', 'v', { attachmentState: 'detached' })
    expect(found(privateSubnetOpen, design({ ...nat, ...open }), off)).toEqual([])
  })
  it('offers an egress-only internet gateway that is there', () => {
    const egress = egressOnlyInternetGateway('e', 'v')
    expect(left(privateSubnetOpen, design({ ...nat, ...open }), egress)).toEqual([0])
    expect(left(privateSubnetOpen, design({ ...nat, ...open }))).toEqual([])
  })
})
