import { describe, expect, it } from 'vitest'
import { natGateway, subnet, tgwRouteTable, transitGateway } from '../../../model/testing/build'
import { site, type Site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { zoneNotAttached } from './zone-not-attached'

const design = (more: Site, ...others: readonly object[]) =>
  [
    transitGateway('t'),
    tgwRouteTable('rt', 't', { associations: ['a'], propagations: ['a'] }),
    site('a', 0, more),
    others,
  ].flat()
const split = { zones: ['a', 'b'], attached: ['a'] }

describe('L30', () => {
  it.each([
    ['13.3: attached in a, workloads in a and b', design(split), 1],
    ['attached in both', design({ zones: ['a', 'b'] }), 0],
    ['attached in more than there are workloads', design({ attached: ['a', 'b'] }), 0],
    ['nothing leads to the transit gateway', design({ ...split, routes: {} }), 0],
    ['the attachment is not available', design({ ...split, attachment: { state: 'failed' } }), 0],
    [
      'CL-23: nothing lies in the other zone',
      design({}, subnet('empty', 'a', '10.0.9.0/24', { availabilityZone: 'eu-west-1b' })),
      0,
    ],
    [
      'CL-23: any interface counts',
      design(
        {},
        subnet('out', 'a', '10.0.9.0/24', { availabilityZone: 'eu-west-1b' }),
        natGateway('n', 'out'),
      ),
      1,
    ],
  ])('%s', (_, resources, count) => {
    expect(found(zoneNotAttached, resources)).toHaveLength(count)
  })
  it('attaches the zone, by an empty subnet where there is one', () => {
    const empty = subnet('empty', 'a', '10.0.9.0/28', { availabilityZone: 'eu-west-1b' })
    expect(found(zoneNotAttached, design(split))[0]?.repairs[0]?.label).toBe(
      'Attach eu-west-1b by subnet a-b',
    )
    expect(found(zoneNotAttached, design(split, empty))[0]?.repairs[0]?.label).toBe(
      'Attach eu-west-1b by subnet empty',
    )
    expect(left(zoneNotAttached, design(split, empty))).toEqual([0])
  })
})
