import { describe, expect, it } from 'vitest'
import {
  internetGateway,
  mainTable,
  natGateway,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
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
  it.each([
    ['nothing is meant to be public', [], ['Remove internet gateway igw']],
    [
      'two subnets of one table say that they are public',
      [subnet('public-a', 'a', '10.0.1.0/24'), subnet('public-b', 'a', '10.0.2.0/24')],
      ['Route 0.0.0.0/0 of route table m to the internet gateway'],
    ],
    [
      'a NAT gateway lies in a subnet',
      [subnet('out', 'a', '10.0.1.0/24'), natGateway('n', 'out')],
      ['Route 0.0.0.0/0 of route table m to the internet gateway'],
    ],
    [
      'a subnet that holds a public address shares its table with another',
      [
        subnet('one', 'a', '10.0.1.0/24'),
        subnet('two', 'a', '10.0.2.0/24'),
        workload('w', 'one', {}, { publicAddress: 'elastic-ip' }),
      ],
      [],
    ],
    [
      'a public name that denies itself',
      [subnet('non-public', 'a', '10.0.1.0/24')],
      ['Remove internet gateway igw'],
    ],
    ['another VPC names it', [mainTable('mb', 'b', out)], []],
  ])('%s', (_, more, labels) => {
    const design = [base, mainTable('m', 'a'), more]
    const [finding] = found(internetGatewayUnused, ...design)
    expect(finding?.repairs.map(({ label }) => label)).toEqual(labels)
    expect(left(internetGatewayUnused, ...design)).toEqual(labels.map(() => 0))
  })
  it('is silent on a gateway that is detached', () => {
    const detached = internetGateway('igw', 'a', { attachmentState: 'detached' })
    expect(found(internetGatewayUnused, base, detached)).toEqual([])
  })
})
