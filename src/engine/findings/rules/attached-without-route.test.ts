import { describe, expect, it } from 'vitest'
import {
  mainTable,
  natGateway,
  routeTable,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../../model/testing/build'
import { site, tgw } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { attachedWithoutRoute } from './attached-without-route'

const base = (...names: readonly string[]) => [
  transitGateway('t'),
  tgwRouteTable('rt', 't', { associations: names, propagations: names }),
]
const routes = { '10.0.0.0/8': tgw() }
/** A VPC with two like subnets, of which the second has a table of its own. */
const siblings = (second: object, more: readonly object[] = []) => [
  base('v'),
  vpc('v', '10.0.0.0/16'),
  mainTable('v', 'v', routes),
  routeTable('own', 'v'),
  subnet('app-a', 'v', '10.0.0.0/24'),
  subnet('app-b', 'v', '10.0.1.0/24', { routeTableId: 'route-table:own', ...second }),
  workload('one', 'app-a'),
  tgwAttachment('v', 't', 'v', 'app-a'),
  more,
]

describe('L29', () => {
  it.each([
    ['no table leads there', [site('a', 0, { routes: {} })], 1],
    ['the table of the subnets does', [site('a', 0)], 0],
    ['a table that serves other subnets does', [site('a', 0, { routes: {}, back: routes })], 0],
    [
      'the attachment is not available',
      [site('a', 0, { routes: {}, attachment: { state: 'pending' } })],
      0,
    ],
    [
      'CL-22: a VPC of nothing but the attachment’s subnets',
      [site('a', 0, { routes: {}, zones: [], attached: ['a'] })],
      0,
    ],
  ])('%s', (_, design, count) => {
    expect(found(attachedWithoutRoute, base('a'), design.flat())).toHaveLength(count)
  })
  it.each([
    ['a workload in one that lacks the route', siblings({}, [workload('two', 'app-b')]), 1],
    ['nothing runs there', siblings({}), 0],
    ['only a NAT gateway lies there', siblings({}, [natGateway('n', 'app-b')]), 0],
    ['its name is of another role', siblings({ name: 'db-b' }, [workload('two', 'app-b')]), 0],
    [
      'CL-22: the transit gateway knows no way to it',
      siblings({ cidrBlock: '100.64.0.0/24' }, [workload('two', 'app-b')]),
      0,
    ],
  ])('a subnet beside one like it: %s', (_, design, count) => {
    expect(found(attachedWithoutRoute, design.flat(2))).toHaveLength(count)
  })
  it('offers the routes that the attachment can use, or those of the sibling', () => {
    const lacking = [base('a', 'b'), site('a', 0, { routes: {} }), site('b', 1)].flat()
    const [finding] = found(attachedWithoutRoute, lacking)
    expect(finding?.repairs[0]?.preview).toBe('Adds 1 route: 10.1.0.0/16.')
    expect(left(attachedWithoutRoute, lacking)).toEqual([0])
    const beside = siblings({}, [workload('two', 'app-b')]).flat(2)
    expect(found(attachedWithoutRoute, beside)[0]?.repairs[0]?.preview).toBe(
      'Adds 1 route: 10.0.0.0/8.',
    )
    expect(left(attachedWithoutRoute, beside)).toEqual([0])
  })
})
