import { describe, expect, it } from 'vitest'
import { documentOf, mainTable, peering, subnet, vpc } from '../../model/testing/build'
import { cidr } from '../../net/cidr'
import { apply } from '../history'
import { changeRegion, changeVpcBlock } from './vpc'

const document = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  subnet('one', 'a', '10.0.3.0/24'),
  mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
  peering('ab', 'a', 'b'),
)
const after = (to: string) =>
  apply(document, changeVpcBlock, { vpcId: 'vpc:a', from: cidr('10.0.0.0/16'), to: cidr(to) })?.next
    .resources

describe('another block for a VPC', () => {
  it('takes subnets and routes along when it is as large', () => {
    expect(after('10.9.0.0/16')).toMatchObject({
      'vpc:a': { cidrBlock: '10.9.0.0/16' },
      'subnet:one': { cidrBlock: '10.9.3.0/24' },
      'route-table:b': { routes: { '10.9.0.0/16': { target: 'vpc-peering-connection:ab' } } },
    })
  })
  it('changes alone when it has another size', () => {
    expect(after('10.0.0.0/20')).toMatchObject({
      'vpc:a': { cidrBlock: '10.0.0.0/20' },
      'subnet:one': { cidrBlock: '10.0.3.0/24' },
    })
  })
})

it('another Region takes the Availability Zones along', () => {
  const args = { vpcId: 'vpc:a', region: 'us-west-2' } as const
  expect(apply(document, changeRegion, args)?.next.resources).toMatchObject({
    'vpc:a': { region: 'us-west-2' },
    'subnet:one': { availabilityZone: 'us-west-2a' },
  })
})
