import { allBlocksOf } from '../../../model/peering'
import { isCidr4 } from '../../../net/cidr'
import { associationProblem, type BlockProblem } from '../../../model/vpc-blocks'
import { dropSecondaryRepair, moveSecondaryRepair } from '../../repairs/secondary-block'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** A secondary block that AWS refuses beside the ones before it. */
export const cidrCombinationRefused = defineRule<{ vpc: string; problem: BlockProblem }>({
  id: 'L02',
  name: 'cidr-combination-refused',
  severity: 'error',
  rules: ['VPC-5', 'VPC-6', 'VPC-7', 'VPC-8'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check(network) {
    for (const vpc of network.design.all('vpc')) {
      const blocks = allBlocksOf(vpc)
      for (const [index, block] of blocks.entries()) {
        const problem = associationProblem(blocks.slice(0, index), block)
        if (problem)
          yield {
            resources: [vpc.id],
            evidence: [
              {
                type: 'field',
                resourceId: vpc.id,
                field: `${isCidr4(block) ? 'secondaryCidrBlocks' : 'ipv6CidrBlocks'}.${block}`,
              },
            ],
            facts: { vpc: called(vpc), problem },
            severity: problem.code === 'undocumented' ? 'warn' : 'error',
            // whether AWS refuses at all is not known of the others
            repairs:
              problem.code === 'undocumented' || !isCidr4(block)
                ? []
                : [
                    dropSecondaryRepair(network, vpc, block),
                    moveSecondaryRepair(network, vpc.id, block),
                  ],
          }
      }
    }
  },
  say: ({ vpc, problem }) => {
    const beside = 'other' in problem ? problem.other : ''
    if (problem.code === 'overlap')
      return `${vpc} has both ${beside} and ${problem.block}; blocks of one VPC must not overlap. Choose a block that is free.`
    if (problem.code === 'undocumented')
      return `${vpc} adds ${problem.block} beside ${beside}. AWS's rules for such a combination are not clear: try it before you rely on it.`
    return `${vpc} cannot add ${problem.block} beside ${beside}: AWS refuses this combination of ranges. Choose a block of the same private range that AWS allows, of 100.64.0.0/10, or a public one.`
  },
})
