import { blocksOf } from '../../../model/peering'
import { cidr, overlaps, type Cidr } from '../../../net/cidr'
import { renumberRepair } from '../../repairs/renumber'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

const dockerBlock = cidr('172.17.0.0/16')

/** Docker, and AWS services built on it, take this block for their own bridge. */
export const dockerBlockUsed = defineRule<{ vpc: string; block: Cidr }>({
  id: 'L09',
  name: 'docker-block-used',
  severity: 'warn',
  rules: ['VPC-13'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check(network) {
    for (const vpc of network.design.all('vpc'))
      for (const [index, block] of blocksOf(vpc).entries())
        if (overlaps(dockerBlock, block))
          yield {
            resources: [vpc.id],
            evidence: [
              {
                type: 'field',
                resourceId: vpc.id,
                field: index === 0 ? 'cidrBlock' : 'secondaryCidrBlocks',
              },
            ],
            facts: { vpc: called(vpc), block },
            repairs: [renumberRepair(network, vpc.id, [block])],
          }
  },
  say: ({ vpc, block }) =>
    `${vpc} uses ${block}. Docker takes 172.17.0.0/16 for itself, so hosts that run it, AWS Cloud9 and SageMaker among them, cannot reach addresses there. Choose another block.`,
})
