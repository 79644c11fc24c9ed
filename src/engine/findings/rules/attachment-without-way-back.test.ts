import { describe, expect, it } from 'vitest'
import { tgwRouteTable, transitGateway } from '../../../model/testing/build'
import { site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { attachmentWithoutWayBack } from './attachment-without-way-back'

const base = [transitGateway('t'), site('a', 0), site('b', 1)].flat()
const table = (more: Parameters<typeof tgwRouteTable>[2]) =>
  tgwRouteTable('rt', 't', { associations: ['a', 'b'], ...more })

describe('L32', () => {
  it.each([
    ['neither propagates', {}, 2],
    ['one propagates', { propagations: ['a'] }, 1],
    [
      'one has a static route, the other propagates',
      { propagations: ['a'], routes: { '10.1.0.0/16': 'b' } },
      0,
    ],
    ['not associated either: that is L31', { associations: [] }, 0],
  ])('%s', (_, more, count) => {
    expect(found(attachmentWithoutWayBack, base, table(more))).toHaveLength(count)
  })
  it('is silent on one whose blocks are left out: that is L06', () => {
    const twins = [transitGateway('t'), site('a', 0), site('b', 0)].flat()
    expect(found(attachmentWithoutWayBack, twins, table({ propagations: ['a', 'b'] }))).toEqual([])
  })
  it('lets it propagate', () => {
    expect(left(attachmentWithoutWayBack, base, table({}))).toEqual([0, 0])
  })
})
