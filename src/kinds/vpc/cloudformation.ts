import { ref } from '../../iac/value'
import { secondaryPart } from '../address-block'
import type { Emit } from '../emit'
import { ipv6Part, providedBlock } from '../ipv6-block'
import { exclusionPart, optionsOf, optionsPart, vpcExclusion } from './block-public-access'
import { reportVpc } from './plan'

export const cloudformation: Emit<'vpc'> = (vpc, context) => {
  const { block, output, tags } = context
  reportVpc(vpc, context)
  const [mode, exclusion] = [optionsOf(vpc, context.design), vpcExclusion(vpc, context.design)]
  return {
    blocks: [
      block('AWS::EC2::VPC', {
        CidrBlock: vpc.cidrBlock,
        EnableDnsSupport: vpc.enableDnsSupport,
        EnableDnsHostnames: vpc.enableDnsHostnames,
        Tags: tags(),
      }),
      ...vpc.secondaryCidrBlocks.map((cidrBlock, index) => {
        // what may be added depends on what is there already, so they are added in order (VPC-6)
        const before = vpc.secondaryCidrBlocks[index - 1]
        return block(
          'AWS::EC2::VPCCidrBlock',
          { VpcId: ref(vpc.id), CidrBlock: cidrBlock },
          {
            part: secondaryPart(cidrBlock),
            words: [cidrBlock],
            dependsOn: before ? [ref(vpc.id, 'id', secondaryPart(before))] : [],
          },
        )
      }),
      ...(providedBlock(vpc)
        ? [
            block(
              'AWS::EC2::VPCCidrBlock',
              { VpcId: ref(vpc.id), AmazonProvidedIpv6CidrBlock: true },
              { part: ipv6Part, words: ['IPv6'] },
            ),
          ]
        : []),
      ...(exclusion
        ? [
            block(
              'AWS::EC2::VPCBlockPublicAccessExclusion',
              {
                VpcId: ref(vpc.id),
                InternetGatewayExclusionMode: exclusion,
                Tags: tags(),
              },
              { part: exclusionPart },
            ),
          ]
        : []),
      ...(mode
        ? [
            block(
              'AWS::EC2::VPCBlockPublicAccessOptions',
              { InternetGatewayBlockMode: mode },
              { part: optionsPart, words: [vpc.region] },
            ),
          ]
        : []),
    ],
    outputs: [output(['vpc id'], `VPC ID of ${vpc.name}.`, ref(vpc.id))],
  }
}
