import { describe, expect, it } from 'vitest'
import { natGateway, transitGateway, workload } from '../../../model/testing/build'
import { site } from '../../testing/attached-site'
import { found } from '../testing/found'
import { attachmentSubnetShared } from './attachment-subnet-shared'

const gateway = transitGateway('t')

describe('L35', () => {
  it.each([
    ['a subnet of its own', [site('a', 0)], 0],
    ['a host beside it', [site('a', 0), workload('w', 'a-tgw-a')], 1],
    [
      'attached by the subnet of the hosts',
      [site('a', 0, { attachment: { subnetIds: ['subnet:a-a'] } })],
      1,
    ],
    ['a NAT gateway beside it is no workload', [site('a', 0), natGateway('n', 'a-tgw-a')], 0],
    [
      'the attachment is over',
      [site('a', 0, { attachment: { state: 'deleted' } }), workload('w', 'a-tgw-a')],
      0,
    ],
  ])('%s', (_, resources, count) => {
    expect(found(attachmentSubnetShared, gateway, resources.flat())).toHaveLength(count)
  })
})
