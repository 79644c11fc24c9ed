import { expect, it } from 'vitest'
import {
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

/** Two hosts in one VPC: the second at this address, with this group. */
const ask = (address: string, groupId: string) =>
  flowIn(
    documentOf(
      filesOf({
        Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')],
        Subnets: [
          subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
          subnet('subnet-b', 'vpc-a', '10.0.2.0/24'),
        ],
        RouteTables: [table('rtb-a', 'vpc-a', []), table('rtb-b', 'vpc-b', [])],
        NetworkAcls: [openAcl('acl-a', 'vpc-a'), openAcl('acl-b', 'vpc-b')],
        SecurityGroups: ['a', 'b'].map((name) =>
          group(`sg-${name}`, `vpc-${name}`, [tcp(443, '10.0.1.0/24')]),
        ),
        Instances: [
          instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
          instance('i-b', 'subnet-b', address, [groupId]),
        ],
      }),
    ),
    { from: 'i-a', to: 'i-b', port: 443 },
  )

// answers that are made up are held to what they say, and not every association is told
it.each([
  ['VPC-18: an address that AWS keeps', '10.0.2.1', 'sg-a'],
  ['SG-9: a group of another VPC that no answer associates', '10.0.2.10', 'sg-b'],
])('%s is believed of an instance that is there', (_, address, groupId) => {
  expect(ask(address, groupId)).toBe('OK')
})
