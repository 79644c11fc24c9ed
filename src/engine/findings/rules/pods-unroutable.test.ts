import { describe, expect, it } from 'vitest'
import {
  eksCluster,
  eksPods,
  mainTable,
  peering,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found } from '../testing/found'
import { podsUnroutable } from './pods-unroutable'

const pcx = 'vpc-peering-connection:ab'

const design = (externalSnat: boolean, back: Readonly<Record<string, string>>) => [
  vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
  vpc('b', '10.1.0.0/16'),
  mainTable('b', 'b', back),
  peering('ab', 'a', 'b'),
  subnet('nodes', 'a', '10.0.1.0/24'),
  subnet('pods', 'a', '100.64.1.0/24'),
  workload('node', 'nodes', { workloadType: 'eks-node-group' }),
  eksCluster('c', 'a', 'nodes', {
    externalSnat,
    eniConfigs: { 'eu-west-1a': { subnetId: 'subnet:pods' } },
  }),
  eksPods('p', 'c', 'node'),
]

describe('L45', () => {
  it.each([
    [true, { '10.0.0.0/16': pcx }, 1],
    [true, { '10.0.0.0/16': pcx, '100.64.0.0/16': pcx }, 0],
    [true, { '10.0.0.0/16': pcx, '100.64.1.0/25': pcx }, 1], // half of the pods
    [false, { '10.0.0.0/16': pcx }, 0], // seen as their nodes
    [true, {}, 0], // nobody there talks to them
  ])('external SNAT %s, routes back %j: %i finding', (externalSnat, back, count) => {
    expect(found(podsUnroutable, ...design(externalSnat, back))).toHaveLength(count)
  })
})
