import { describe, expect, it } from 'vitest'
import {
  awsService,
  gatewayEndpoint,
  internetGateway,
  natGateway,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { endpointMissesTables } from './endpoint-misses-tables'

const design = (tables: readonly string[], routes: Record<string, string> = {}, more = {}) => [
  awsService('s3'),
  vpc('a', '10.0.0.0/16'),
  routeTable('pub', 'a', { '0.0.0.0/0': 'internet-gateway:a' }),
  routeTable('one', 'a', routes),
  routeTable('two', 'a'),
  routeTable('idle', 'a'),
  subnet('pub', 'a', '10.0.100.0/24', { routeTableId: 'route-table:pub' }),
  subnet('one', 'a', '10.0.0.0/24', { routeTableId: 'route-table:one' }),
  subnet('two', 'a', '10.0.1.0/24', { routeTableId: 'route-table:two' }),
  subnet('idle', 'a', '10.0.2.0/24', { routeTableId: 'route-table:idle' }),
  internetGateway('a', 'a'),
  natGateway('a', 'pub'),
  workload('app', 'one'),
  workload('batch', 'two'),
  gatewayEndpoint('e', 'a', 's3', tables, more),
]

describe('L50', () => {
  it('EP-2: a table with hosts that is not associated', () => {
    const [finding, ...others] = found(endpointMissesTables, design(['one']))
    expect(others).toEqual([])
    expect(finding?.severity).toBe('warn')
    expect(finding?.resources).toEqual(['vpc-endpoint:e', 'route-table:two'])
    expect(finding?.message).toContain('not associated with two, so hosts there have no way to s3')
    expect(left(endpointMissesTables, design(['one']))).toEqual([0])
  })
  it('EP-2: hosts that go through a NAT gateway past the endpoint', () => {
    const [finding] = found(endpointMissesTables, design(['two'], { '0.0.0.0/0': 'nat-gateway:a' }))
    expect(finding?.message).toContain('go through a NAT gateway to s3')
  })
  it.each([
    ['every table with hosts is associated', design(['one', 'two'])],
    ['the endpoint is deleted', design(['one'], {}, { state: 'deleted' })],
    ['hosts have another way out', design(['two'], { '0.0.0.0/0': 'internet-gateway:a' })],
  ])('is silent where %s', (_, documents) => {
    expect(found(endpointMissesTables, documents)).toEqual([])
  })
})
