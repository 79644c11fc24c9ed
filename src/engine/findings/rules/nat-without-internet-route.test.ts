import { describe, expect, it } from 'vitest'
import {
  internetGateway,
  mainTable,
  natGateway,
  routeTable,
  subnet,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { natWithoutInternetRoute } from './nat-without-internet-route'

const base = [vpc('a', '10.0.0.0/16'), subnet('s', 'a', '10.0.0.0/24'), internetGateway('igw', 'a')]
const nat = natGateway('n', 's')

describe('L19', () => {
  it.each([
    ['13.1: local only', {}, 1],
    ['a default route to the internet gateway', { '0.0.0.0/0': 'internet-gateway:igw' }, 0],
    ['some route to the internet gateway', { '203.0.113.0/24': 'internet-gateway:igw' }, 0],
    ['a default route to another NAT gateway', { '0.0.0.0/0': 'nat-gateway:other' }, 1],
  ])('%s', (_, routes, count) => {
    expect(found(natWithoutInternetRoute, base, nat, mainTable('m', 'a', routes))).toHaveLength(
      count,
    )
  })
  it('judges by the table of the very subnet, not by the main one', () => {
    const own = subnet('s', 'a', '10.0.0.0/24', { routeTableId: 'route-table:own' })
    const design = [...base, own, mainTable('m', 'a', { '0.0.0.0/0': 'internet-gateway:igw' }), nat]
    const [finding] = found(natWithoutInternetRoute, design, routeTable('own', 'a'))
    expect(finding?.resources).toEqual(['nat-gateway:n', 'subnet:s', 'route-table:own'])
  })
  it.each(['deleting', 'deleted'])('is silent on a gateway that is %s', (state) => {
    expect(found(natWithoutInternetRoute, base, natGateway('n', 's', { state }))).toEqual([])
  })
  it('offers the route only where it makes no other subnet public', () => {
    const design = [...base, nat, mainTable('m', 'a')]
    const [finding] = found(natWithoutInternetRoute, design)
    expect(finding?.repairs[0]).toMatchObject({
      label: 'Route 0.0.0.0/0 to the internet gateway',
      preview: 'Adds 1 route in route table m: 0.0.0.0/0 to internet gateway igw.',
    })
    expect(left(natWithoutInternetRoute, design)).toEqual([0])
    const shared = [...design, subnet('t', 'a', '10.0.1.0/24')]
    expect(found(natWithoutInternetRoute, shared)[0]?.repairs).toEqual([])
  })
  it('offers nothing where no internet gateway is attached', () => {
    const detached = internetGateway('igw', 'a', { attachmentState: 'detached' })
    const [finding] = found(natWithoutInternetRoute, base, detached, nat, mainTable('m', 'a'))
    expect(finding?.repairs).toEqual([])
  })
})
