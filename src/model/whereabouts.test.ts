import { describe, expect, it } from 'vitest'
import type { Id } from '../kinds/resource'
import { designOf } from './design'
import { documentOf, subnet, vpc } from './testing/build'
import { vpcAround, vpcName, whereabouts } from './whereabouts'

const host = (name: string, ...subnets: readonly string[]) => ({
  id: `workload:${name}`,
  kind: 'workload',
  name: 'web',
  workloadType: 'ec2-instance',
  interfaces: Object.fromEntries(subnets.map((each) => [`subnet:${each}`, {}])),
})
const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16', { name: 'main' }),
    vpc('c', '10.2.0.0/16', { name: 'main', region: 'us-east-1' }),
    subnet('a-1', 'a', '10.0.1.0/24'),
    subnet('a-2', 'a', '10.0.2.0/24'),
    subnet('b-1', 'b', '10.1.1.0/24'),
    host('one', 'a-1'),
    host('both', 'a-1', 'a-2'),
    host('other', 'b-1'),
    { id: 'internet:internet', kind: 'internet', name: 'Internet' },
  ),
)
const at = (id: string) => {
  const found = design.get(id as Id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

describe('where a resource lies', () => {
  it.each([
    ['workload:one', 'in a-1, a'],
    ['workload:both', 'in a'],
    ['workload:other', 'in b-1, main (10.1.0.0/16, eu-west-1, 111111111111)'],
    ['subnet:a-1', 'in a'],
    ['subnet:b-1', 'in main (10.1.0.0/16, eu-west-1, 111111111111)'],
    ['vpc:a', null],
    // of VPCs of one name, what tells them apart
    ['vpc:c', '10.2.0.0/16, us-east-1, 111111111111'],
    ['internet:internet', null],
  ])('%s: %s', (id, expected) => {
    expect(whereabouts(at(id), design)).toBe(expected)
  })

  it('is a VPC, which has a name that is like no other', () => {
    const [one, other] = [
      vpcAround(at('workload:one'), design),
      vpcAround(at('subnet:b-1'), design),
    ]
    expect(one && vpcName(one, design)).toBe('a')
    expect(other && vpcName(other, design)).toContain('10.1.0.0/16')
    expect(vpcAround(at('vpc:a'), design)).toBeUndefined()
  })
})
