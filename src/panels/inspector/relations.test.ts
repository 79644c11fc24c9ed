import { expect, it } from 'vitest'
import { invariant } from '../../base/invariant'
import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import {
  documentOf,
  mainTable,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { relationsOf } from './relations'

const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16'),
    mainTable('main', 'a'),
    routeTable('own', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('implicit', 'a', '10.0.0.0/24'),
    subnet('explicit', 'a', '10.0.1.0/24', { routeTableId: 'route-table:own' }),
    securityGroup('web', 'a'),
    workload('app', 'explicit', { securityGroupIds: ['security-group:web'] }),
    peering('ab', 'a', 'b'),
  ),
)
const told = (id: Id) => {
  const it = design.get(id)
  invariant(it, 'the design holds what it was built from')
  return Object.fromEntries(
    relationsOf(it, design).map(({ title, items }) => [title, items.map((item) => item.id)]),
  )
}

it('a VPC holds subnets, tables and groups, and is joined by peerings', () => {
  expect(told('vpc:a')).toEqual({
    'Route tables': ['route-table:main', 'route-table:own'],
    Subnets: ['subnet:explicit', 'subnet:implicit'],
    'Security groups': ['security-group:web'],
    'VPC peering connections': ['vpc-peering-connection:ab'],
  })
})

it('a main table serves the subnets that name none', () => {
  expect(told('route-table:main')).toEqual({
    'Used by subnets': ['subnet:implicit'],
  })
  expect(told('route-table:own')).toMatchObject({ 'Used by subnets': ['subnet:explicit'] })
})

it('a group is carried by workloads, a peering is named by route tables', () => {
  expect(told('security-group:web')).toMatchObject({ 'Used by workloads': ['workload:app'] })
  expect(told('vpc-peering-connection:ab')).toEqual({
    'Used by route tables': ['route-table:own'],
  })
})
