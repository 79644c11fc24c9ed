import type { Cidr } from '../../../net/cidr'
import { isCidr4 } from '../../../net/cidr'
import { allBlocksOf, subnetBlocksOf } from '../../../model/peering'
import {
  blockProblem,
  ipv6PrefixLengths,
  isSized,
  vpcPrefixLengths,
  type BlockProblem,
} from '../../../model/vpc-blocks'
import { fieldOfBlock } from '../block-field'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** A block that AWS would refuse whatever else there is. */
export const cidrOutOfRange = defineRule<{
  owner: string
  of: 'vpc' | 'subnet'
  problem: BlockProblem
}>({
  id: 'L01',
  name: 'cidr-out-of-range',
  severity: 'error',
  rules: ['VPC-2', 'VPC-3', 'VPC-15', 'VPC-16', 'VPC-17'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check({ design }) {
    for (const vpc of design.all('vpc'))
      for (const block of allBlocksOf(vpc)) {
        const problem = blockProblem(block)
        if (problem)
          yield {
            resources: [vpc.id],
            evidence: [{ type: 'field', resourceId: vpc.id, field: fieldOfBlock(vpc, block) }],
            facts: { owner: called(vpc), of: 'vpc', problem },
          }
      }
    for (const subnet of design.all('subnet'))
      for (const block of subnetBlocksOf(subnet)) {
        // a subnet's range is its VPC's affair; only its size is its own
        if (isSized(block, 'subnet')) continue
        yield {
          resources: [subnet.id],
          evidence: [{ type: 'field', resourceId: subnet.id, field: fieldOfBlock(subnet, block) }],
          facts: { owner: called(subnet), of: 'subnet', problem: { code: 'size', block } },
        }
      }
  },
  say: ({ owner, of, problem }) =>
    problem.code === 'forbidden-range'
      ? `${owner} uses ${problem.block}, which lies in ${problem.range}: AWS reserves that range. Choose a private block such as 10.0.0.0/16.`
      : `${owner} uses ${problem.block}; ${sizes(problem.block, of)}. Choose a prefix length in between.`,
})

function sizes(block: Cidr, of: 'vpc' | 'subnet'): string {
  const { shortest, longest } = isCidr4(block) ? vpcPrefixLengths : ipv6PrefixLengths[of]
  return isCidr4(block)
    ? `a block is /${shortest} to /${longest} in size`
    : `an IPv6 block of a ${of === 'vpc' ? 'VPC' : 'subnet'} is /${shortest} to /${longest} in size, in steps of four`
}
