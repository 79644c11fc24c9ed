import { distinct } from '../../iac/names'
import { mapping, ref } from '../../iac/value'
import { secondaryPart } from '../address-block'
import type { Emit } from '../emit'
import { providedBlock } from '../ipv6-block'
import { exclusionPart, optionsOf, optionsPart, vpcExclusion } from './block-public-access'
import { reportVpc } from './plan'

export const terraform: Emit<'vpc'> = (vpc, context) => {
  const { design, block, output, tags } = context
  reportVpc(vpc, context)
  const [mode, exclusion] = [optionsOf(vpc, context.design), vpcExclusion(vpc, context.design)]
  const subnets = design.all('subnet').filter((subnet) => subnet.vpcId === vpc.id)
  const names = distinct(
    subnets.map(({ id, name }) => ({ key: id, name })),
    ' ',
  )
  return {
    blocks: [
      block('aws_vpc', {
        cidr_block: vpc.cidrBlock,
        assign_generated_ipv6_cidr_block: providedBlock(vpc) ? true : undefined,
        enable_dns_support: vpc.enableDnsSupport,
        enable_dns_hostnames: vpc.enableDnsHostnames,
        tags: tags(),
      }),
      ...vpc.secondaryCidrBlocks.map((cidrBlock, index) => {
        // what may be added depends on what is there already, so they are added in order (VPC-6)
        const before = vpc.secondaryCidrBlocks[index - 1]
        return block(
          'aws_vpc_ipv4_cidr_block_association',
          { vpc_id: ref(vpc.id), cidr_block: cidrBlock },
          {
            part: secondaryPart(cidrBlock),
            words: [cidrBlock],
            dependsOn: before ? [ref(vpc.id, 'id', secondaryPart(before))] : [],
          },
        )
      }),
      ...(exclusion
        ? [
            block(
              'aws_vpc_block_public_access_exclusion',
              {
                vpc_id: ref(vpc.id),
                internet_gateway_exclusion_mode: exclusion,
                tags: tags(),
              },
              { part: exclusionPart },
            ),
          ]
        : []),
      ...(mode
        ? [
            block(
              'aws_vpc_block_public_access_options',
              { internet_gateway_block_mode: mode },
              { part: optionsPart, words: [vpc.region] },
            ),
          ]
        : []),
    ],
    outputs: [
      output(['vpc id'], `VPC ID of ${vpc.name}.`, ref(vpc.id)),
      ...(subnets.length > 0
        ? [
            output(
              ['subnet ids'],
              `Subnet IDs of ${vpc.name}, by name.`,
              mapping(subnets.map(({ id, name }) => [names.get(id) ?? name, ref(id)])),
            ),
          ]
        : []),
    ],
  }
}
