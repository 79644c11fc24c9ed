import { describe, expect, it } from 'vitest'
import {
  inspectionEndpoint,
  internetGateway,
  networkFirewall,
  networkInterface,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { middleboxMisplaced } from './middlebox-misplaced'

const design = (
  sourceDestCheck: boolean,
  place = 'mid',
  routes = { '0.0.0.0/0': 'workload:fw' },
) => [
  vpc('v', '10.0.0.0/16'),
  internetGateway('g', 'v'),
  routeTable('app', 'v', routes),
  routeTable('mid', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
  subnet('app', 'v', '10.0.1.0/24', { routeTableId: 'route-table:app' }),
  subnet('mid', 'v', '10.0.2.0/24', { routeTableId: 'route-table:mid' }),
  workload('fw', place, { forwarding: 'forward' }, { sourceDestCheck }),
]

describe('L55', () => {
  it.each([
    ['check off, in a subnet of its own', false, 'mid', 0],
    ['check on', true, 'mid', 1],
    ['in the subnet that uses it', false, 'app', 1],
    ['both', true, 'app', 2],
  ])('%s', (_, check, place, count) => {
    expect(found(middleboxMisplaced, design(check, place))).toHaveLength(count)
  })
  it('an instance that no route names may check', () => {
    expect(found(middleboxMisplaced, design(true, 'mid', {} as never))).toEqual([])
  })
  it('by a network interface', () => {
    const eni = networkInterface('eni', 'mid', { instanceId: 'workload:fw' })
    const routes = { '0.0.0.0/0': 'network-interface:eni' } as never
    expect(found(middleboxMisplaced, design(false, 'mid', routes), eni)).toHaveLength(1)
    expect(left(middleboxMisplaced, design(false, 'mid', routes), eni)).toEqual([0])
  })
  it('by the table of a gateway that leads its own subnet to it', () => {
    const edge = (cidr: string) =>
      routeTable('edge', 'v', { [cidr]: 'workload:fw' }, { gatewayId: 'internet-gateway:g' })
    expect(found(middleboxMisplaced, design(false), edge('10.0.1.0/24'))).toEqual([])
    expect(found(middleboxMisplaced, design(false), edge('10.0.2.0/24'))).toHaveLength(1)
  })
  it('EP-12: an endpoint for inspection in the subnet that uses it', () => {
    const routes = { '0.0.0.0/0': 'vpc-endpoint:e' } as never
    const placed = (name: string) => inspectionEndpoint('e', 'v', 'f', name)
    const all = (name: string) => [networkFirewall('f', 'v'), placed(name)]
    expect(found(middleboxMisplaced, design(false, 'mid', routes), ...all('mid'))).toEqual([])
    expect(found(middleboxMisplaced, design(false, 'mid', routes), ...all('app'))).toHaveLength(1)
  })
  it('offers to turn the check off', () => {
    expect(left(middleboxMisplaced, design(true))).toEqual([0])
  })
})
