import type { Cidr } from '../../../net/cidr'
import { prefixLengthOf } from '../../../net/cidr'
import { blocksOf } from '../../../model/peering'
import { blockProblem, vpcPrefixLengths, type BlockProblem } from '../../../model/vpc-blocks'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

const { shortest, longest } = vpcPrefixLengths

/** A block that AWS would refuse whatever else there is. */
export const cidrOutOfRange = defineRule<{ owner: string; problem: BlockProblem }>({
  id: 'L01',
  name: 'cidr-out-of-range',
  severity: 'error',
  rules: ['VPC-2', 'VPC-3', 'VPC-16'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check({ design }) {
    for (const vpc of design.all('vpc'))
      for (const [index, block] of blocksOf(vpc).entries()) {
        const problem = blockProblem(block)
        const field = index === 0 ? 'cidrBlock' : 'secondaryCidrBlocks'
        if (problem)
          yield {
            resources: [vpc.id],
            evidence: [{ type: 'field', resourceId: vpc.id, field }],
            facts: { owner: called(vpc), problem },
          }
      }
    for (const subnet of design.all('subnet')) {
      const problem = subnetProblem(subnet.cidrBlock)
      if (problem)
        yield {
          resources: [subnet.id],
          evidence: [{ type: 'field', resourceId: subnet.id, field: 'cidrBlock' }],
          facts: { owner: called(subnet), problem },
        }
    }
  },
  say: ({ owner, problem }) =>
    problem.code === 'forbidden-range'
      ? `${owner} uses ${problem.block}, which lies in ${problem.range}: AWS reserves that range. Choose a private block such as 10.0.0.0/16.`
      : `${owner} uses ${problem.block}; a block is /${shortest} to /${longest} in size. Choose a prefix length in between.`,
})

/** A subnet's range is its VPC's affair; only its size is its own. */
function subnetProblem(block: Cidr): BlockProblem | null {
  const length = prefixLengthOf(block)
  return length < shortest || length > longest ? { code: 'size', block } : null
}
