import * as fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { cidr, cidrAt, contains, overlaps } from '../../net/cidr'
import { designOf } from '../design'
import type { Document } from '../document'
import {
  all,
  documentOf,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../testing/build'
import { nextFreeBlockFor, nextFreeVpcCidr } from './free-cidr'
import { movedCidr } from './moved-block'
import { renumberSubnet, renumberVpc, type Renumbered } from './renumber-vpc'

const pcx = 'vpc-peering-connection:ab'
const move = { from: cidr('10.0.0.0/16'), to: cidr('10.1.0.0/16') }

/** B as large as A, joined to it by a refused link; C peered with B. */
const overlapping = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
  vpc('c', '10.2.0.0/16'),
  peering('ab', 'a', 'b', { status: 'failed' }),
  peering('bc', 'b', 'c'),
  subnet('b1', 'b', '10.0.3.0/24'),
  subnet('b2', 'b', '100.64.1.0/24'),
  subnet('a1', 'a', '10.0.3.0/24'),
  workload('db', 'b1', {}, { privateIpAddress: '10.0.3.10' }),
  workload('web', 'a1', {}, { privateIpAddress: '10.0.3.10' }),
  natGateway('nat', 'b1', { privateIp: '10.0.3.9' }),
  routeTable('a-rt', 'a', { '10.0.3.0/24': pcx }),
  routeTable('b-rt', 'b', { '10.0.0.0/16': pcx, '10.0.3.0/24': 'nat-gateway:nat' }),
  routeTable('c-rt', 'c', { '10.0.3.0/24': 'vpc-peering-connection:bc', '10.0.0.0/8': null }),
  securityGroup('b-sg', 'b', [tcp(1, '10.0.3.0/24')], [all('10.2.0.0/16')]),
  securityGroup('a-sg', 'a', [tcp(2, '10.0.3.0/24')]),
  securityGroup('c-sg', 'c', [tcp(3, '10.0.0.0/16'), tcp(4, '10.0.0.0/8')]),
)

function renumbered(document: Document): readonly [Document, Renumbered | null] {
  let told: Renumbered | null = null
  const next = produce(document, (draft) => {
    told = renumberVpc(draft, 'vpc:b', move)
  })
  return [next, told]
}

describe('renumberVpc', () => {
  const [next, told] = renumbered(overlapping)
  const design = designOf(next)

  it('tells what moved', () => {
    expect(told).toEqual({ subnets: 1, addresses: 2, routes: 3, rules: 2 })
  })
  it('moves the block, its subnets and the addresses given in them, by the same distance', () => {
    expect(design.get('vpc:b')).toMatchObject({
      cidrBlock: '10.1.0.0/16',
      secondaryCidrBlocks: ['100.64.0.0/16'],
    })
    expect(design.get('subnet:b1')?.cidrBlock).toBe('10.1.3.0/24')
    expect(design.get('subnet:b2')?.cidrBlock).toBe('100.64.1.0/24')
    expect(design.get('workload:db')?.interfaces['subnet:b1']?.privateIpAddress).toBe('10.1.3.10')
    expect(design.get('nat-gateway:nat')?.privateIp).toBe('10.1.3.9')
  })
  it('leaves a VPC with the same addresses alone', () => {
    for (const id of ['vpc:a', 'subnet:a1', 'workload:web', 'security-group:a-sg'] as const)
      expect(next.resources[id]).toBe(overlapping.resources[id])
  })
  it('moves the routes that lead to it, and its own to its own devices', () => {
    expect(design.get('route-table:a-rt')?.routes).toEqual({ '10.1.3.0/24': { target: pcx } })
    expect(design.get('route-table:b-rt')?.routes).toEqual({
      '10.0.0.0/16': { target: pcx }, // names the peer
      '10.1.3.0/24': { target: 'nat-gateway:nat' },
    })
    expect(Object.keys(design.get('route-table:c-rt')?.routes ?? {})).toEqual([
      '10.0.0.0/8', // wider than the block
      '10.1.3.0/24',
    ])
  })
  it('moves the rules that are sure to mean it', () => {
    expect(design.get('security-group:b-sg')?.ingress['rule-1']?.cidrIpv4).toBe('10.1.3.0/24')
    const rules = design.get('security-group:c-sg')?.ingress
    expect(rules?.['rule-1']?.cidrIpv4).toBe('10.1.0.0/16')
    expect(rules?.['rule-2']?.cidrIpv4).toBe('10.0.0.0/8')
  })
  it('moves no rule of a third VPC that is peered with both', () => {
    const both = documentOf(
      Object.values(overlapping.resources),
      peering('ac', 'a', 'c', { status: 'pending-acceptance' }),
    )
    const [after] = renumbered(both)
    expect(after.resources['security-group:c-sg']).toBe(both.resources['security-group:c-sg'])
  })
  it('keeps every subnet at its offset', () => {
    const blocks = fc
      .tuple(fc.nat(2 ** 16 - 1), fc.integer({ min: 16, max: 28 }))
      .map(([offset, length]) => cidrAt(10 * 2 ** 24 + offset, length))
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const [x, y] = [movedCidr(a, move), movedCidr(b, move)]
        return contains(move.to, x) && overlaps(x, y) === overlaps(a, b)
      }),
    )
  })
})

describe('renumberSubnet', () => {
  it('moves the subnet and the addresses given in it', () => {
    const next = produce(overlapping, (draft) => {
      expect(renumberSubnet(draft, 'subnet:b1', cidr('10.0.7.0/24'))).toBe(2)
    })
    expect(next.resources['workload:db']).toHaveProperty(
      ['interfaces', 'subnet:b1', 'privateIpAddress'],
      '10.0.7.10',
    )
    expect(next.resources['route-table:a-rt']).toBe(overlapping.resources['route-table:a-rt'])
  })
})

describe('nextFreeVpcCidr', () => {
  it.each([
    [[], '10.0.0.0/16'],
    [[vpc('a', '10.0.0.0/16'), vpc('b', '10.2.0.0/16')], '10.1.0.0/16'],
    [[vpc('a', '172.31.0.0/16', { secondaryCidrBlocks: ['10.0.128.0/20'] })], '10.1.0.0/16'],
    [[routeTable('rt', 'a', { '10.0.5.0/24': null })], '10.1.0.0/16'],
    [[routeTable('rt', 'a', { '10.0.0.0/8': null })], '10.0.0.0/16'], // a smaller block may join
    [[vpc('a', '10.0.0.0/8')], '172.16.0.0/16'],
    [[vpc('a', '10.0.0.0/8'), vpc('b', '172.16.0.0/16')], '172.18.0.0/16'], // VPC-13
    [[vpc('a', '10.0.0.0/8'), vpc('b', '172.16.0.0/12'), vpc('c', '192.168.0.0/16')], null],
  ])('%#: %j leaves %s', (resources, free) => {
    expect(nextFreeVpcCidr(documentOf(resources))).toBe(free)
  })
})

describe('nextFreeBlockFor', () => {
  it('stays in the range that the other blocks of the VPC allow', () => {
    const document = documentOf(
      vpc('a', '192.168.0.0/24', { secondaryCidrBlocks: ['192.168.1.0/24'] }),
    )
    const it = designOf(document).all('vpc')[0]
    expect(it && nextFreeBlockFor(document, it, it.cidrBlock)).toBe('192.168.2.0/24')
  })
  it('stays in 100.64.0.0/10 where the block came from there', () => {
    const document = documentOf(vpc('a', '10.1.0.0/20', { secondaryCidrBlocks: ['100.64.0.0/16'] }))
    const it = designOf(document).all('vpc')[0]
    expect(it && nextFreeBlockFor(document, it, cidr('100.64.0.0/16'))).toBe('100.65.0.0/16')
  })
  it('keeps clear of 10.0.0.0/16 when another block lies in 10.0.0.0/15 (VPC-7)', () => {
    const document = documentOf(
      vpc('a', '10.1.0.0/20', { secondaryCidrBlocks: ['10.1.16.0/20', '10.1.32.0/20'] }),
    )
    const it = designOf(document).all('vpc')[0]
    const free = it && nextFreeBlockFor(document, it, cidr('10.1.32.0/20'))
    expect(free).toBe('10.1.48.0/20')
  })
})
