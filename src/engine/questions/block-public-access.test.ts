import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  egressOnlyInternetGateway,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { verdict } from '../testing/ask'

type Mode = 'off' | 'block-bidirectional' | 'block-ingress'
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const open = { securityGroupIds: ['security-group:v'] }
const everything = [all('0.0.0.0/0'), all('::/0')]

/** A public host, a host behind a NAT gateway and an IPv6 host behind an egress-only gateway. */
const design = (mode: Mode, ofPublicSubnet: Mode | null = null) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16', {
      ipv6CidrBlocks: ['2600:1f00::/56'],
      internetGatewayBlockMode: mode,
    }),
    internetGateway('g', 'v'),
    egressOnlyInternetGateway('e', 'v'),
    routeTable('pub', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    routeTable('pri', 'v', {
      '0.0.0.0/0': 'nat-gateway:n',
      '::/0': 'egress-only-internet-gateway:e',
      '10.1.0.0/16': 'vpc-peering-connection:vb',
    }),
    subnet('pub', 'v', '10.0.1.0/24', {
      routeTableId: 'route-table:pub',
      internetGatewayBlockMode: ofPublicSubnet,
    }),
    subnet('pri', 'v', '10.0.2.0/24', {
      routeTableId: 'route-table:pri',
      ipv6CidrBlock: '2600:1f00:0:2::/64',
    }),
    natGateway('n', 'pub'),
    securityGroup('v', 'v', everything, everything),
    workload('web', 'pub', open, { publicAddress: 'elastic-ip' }),
    workload('app', 'pri', open, { ipv6Addresses: ['2600:1f00:0:2::10'] }),
    vpc('b', '10.1.0.0/16'),
    subnet('b', 'b', '10.1.1.0/24'),
    mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:vb' }),
    securityGroup('b', 'b', everything),
    workload('b', 'b', { securityGroupIds: ['security-group:b'] }),
    peering('vb', 'v', 'b'),
  )

const blocked = 'NO(VPC_BLOCK_PUBLIC_ACCESS_ENABLED)'

describe('NET-25: VPC Block Public Access', () => {
  it.each<readonly [Mode, string, string, string]>([
    ['off', 'web', 'internet:i', 'OK'],
    ['off', 'internet:i', 'web', 'OK'],
    ['off', 'app', 'internet:i', 'OK'],
    ['off', 'app', '2606:4700::1', 'OK'],
    ['block-bidirectional', 'web', 'internet:i', blocked],
    ['block-bidirectional', 'internet:i', 'web', blocked],
    ['block-bidirectional', 'app', 'internet:i', blocked],
    ['block-bidirectional', 'app', '2606:4700::1', blocked],
    ['block-bidirectional', 'app', 'b', 'OK'], // a peering connection is no way to the internet
    ['block-ingress', 'web', 'internet:i', blocked], // its gateway lets in as well as out
    ['block-ingress', 'internet:i', 'web', blocked],
    ['block-ingress', 'app', 'internet:i', 'OK'], // by the NAT gateway
    ['block-ingress', 'app', '2606:4700::1', 'OK'], // by the egress-only internet gateway
  ])('%s: %s to %s: %s', (mode, from, to, expected) => {
    expect(verdict(design(mode), from, to)).toBe(expected)
  })
  it.each<readonly [Mode, Mode, string, string, string]>([
    ['block-bidirectional', 'off', 'internet:i', 'web', 'OK'],
    ['block-bidirectional', 'off', 'web', 'internet:i', 'OK'],
    ['block-bidirectional', 'block-ingress', 'internet:i', 'web', blocked],
    ['block-bidirectional', 'block-ingress', 'app', 'internet:i', 'OK'], // the NAT gateway's subnet
    ['block-bidirectional', 'off', 'app', '2606:4700::1', blocked], // its own subnet is not excluded
    ['off', 'block-bidirectional', 'internet:i', 'web', blocked],
  ])('%s, the public subnet %s: %s to %s: %s', (mode, own, from, to, expected) => {
    expect(verdict(design(mode, own), from, to)).toBe(expected)
  })
})
