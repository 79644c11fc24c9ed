import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { anywhere } from '../../net/ranges'
import type { Hop, Question } from '../answer'
import { resolve } from '../network'
import { repairsFor } from './repairs-for'
import { drop, failing, header, ip, question } from './testing/failing'

const host = (publicAddress: string) =>
  workload('client', 's', {}, { publicAddress, privateIpAddress: '10.0.0.10' })

describe('reaching the internet', () => {
  const asked: Question = {
    ...question,
    destination: { type: 'address', address: ip('192.0.2.1') },
    port: 443,
  }
  const base = [
    vpc('a', '10.0.0.0/16'),
    internetGateway('igw', 'a'),
    subnet('s', 'a', '10.0.0.0/24', { routeTableId: 'route-table:rt' }),
    subnet('other', 'a', '10.0.1.0/24'),
    routeTable('rt', 'a'),
    mainTable('m', 'a', { '0.0.0.0/0': 'internet-gateway:igw' }),
  ]
  const out = header('10.0.0.10', '192.0.2.1')
  const noRoute = drop(
    'route-table:rt',
    'NO_ROUTE_TO_DESTINATION',
    { type: 'missing', resourceId: 'route-table:rt', field: 'routes' },
    out,
  )
  const found = (hop: Hop, ...resources: readonly unknown[]) =>
    repairsFor(resolve(documentOf(base, ...resources)), failing([hop], asked)).map((it) => it.label)

  it('routes to the internet gateway for a host with a public address', () => {
    expect(found(noRoute, host('elastic-ip'))).toEqual(['Route 0.0.0.0/0 to the internet gateway'])
  })
  it('does not where that makes a sibling public', () => {
    const sibling = subnet('t', 'a', '10.0.2.0/24', { routeTableId: 'route-table:rt' })
    expect(found(noRoute, host('elastic-ip'), sibling)).toEqual([])
  })
  it.each([
    ['available', ['Route 0.0.0.0/0 to NAT gateway n']],
    ['failed', []],
  ])('routes to a NAT gateway that is %s for a host without: %j', (state, expected) => {
    expect(found(noRoute, host('none'), natGateway('n', 'other', { state }))).toEqual(expected)
  })
  it('offers no route to a NAT gateway that has none itself', () => {
    const mainWithout = mainTable('m', 'a')
    expect(found(noRoute, host('none'), natGateway('n', 'other'), mainWithout)).toEqual([])
  })
  it('gives a host in a public subnet an Elastic IP address', () => {
    const hop = drop(
      'internet-gateway:igw',
      'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
      { type: 'resource', resourceId: 'internet-gateway:igw' },
      out,
    )
    expect(found(hop, host('none'))).toEqual(['Give client an Elastic IP address'])
  })
  it('attaches a gateway that is detached', () => {
    const hop = drop(
      'route-table:m',
      'BAD_STATE_ROUTE',
      {
        type: 'route',
        routeTableId: 'route-table:m',
        destination: anywhere,
        target: 'internet-gateway:igw',
      },
      out,
    )
    const detached = internetGateway('igw', 'a', { attachmentState: 'detached' })
    expect(found(hop, host('none'), detached)).toEqual(['Attach the internet gateway'])
  })
})
