import { joined, ref, verbatim } from '../../iac/value'
import { accepterRole } from '../accepter-role'
import { secondaryPart } from '../address-block'
import type { Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { templateArn } from '../sharing'
import { isPeeringWritten, peeringPlan, reportDns, reportOutcome, type PeeringPlan } from './plan'

/** The role in the accepter's account by which CloudFormation accepts for the requester. */
const rolePart = 'accepter role'

const blocksOf = (vpc: ResourceOf<'vpc'>) =>
  vpc.secondaryCidrBlocks.map((block) => ref(vpc.id, 'id', secondaryPart(block)))

/**
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html
 * @source https://docs.aws.amazon.com/vpc/latest/peering/security-iam.html
 */
export const cloudformation: Emit<'vpc-peering-connection'> = (peering, context) => {
  const { design, block, output, tags, account, gap } = context
  const plan = peeringPlan(peering, design)
  const { requester, accepter } = plan
  reportOutcome(peering, plan, 'cloudformation', gap)
  if (!isPeeringWritten(plan, 'cloudformation')) return { blocks: [], outputs: [] }
  reportDns(peering, plan, gap)
  reportDnsOptions(peering, plan, gap)

  const role = accepterRole(
    {
      part: rolePart,
      place: accepter,
      askedBy: requester.ownerId,
      policy: 'accept-vpc-peering-connection',
      actions: 'ec2:AcceptVpcPeeringConnection',
      // any connection, whose ID is not known before, to no other VPC
      resources: [
        joined('arn:', verbatim('!Ref AWS::Partition'), ':ec2:*:*:vpc-peering-connection/*'),
        templateArn('vpc', ref(accepter.id)),
      ],
    },
    context,
  )

  return {
    blocks: [
      ...(plan.isSameAccount ? [] : [role]),
      block(
        'AWS::EC2::VPCPeeringConnection',
        {
          VpcId: ref(requester.id),
          PeerVpcId: ref(accepter.id),
          PeerOwnerId: plan.isSameAccount ? undefined : account(accepter.ownerId),
          PeerRegion: plan.isSameRegion ? undefined : accepter.region,
          PeerRoleArn: plan.isSameAccount ? undefined : ref(peering.id, 'Arn', rolePart),
          Tags: tags(),
        },
        { dependsOn: [...blocksOf(requester), ...blocksOf(accepter)] },
      ),
    ],
    outputs: [
      output(
        ['peering connection id'],
        `ID of the VPC peering connection ${peering.name}.`,
        ref(peering.id),
      ),
    ],
  }
}

function reportDnsOptions(
  peering: ResourceOf<'vpc-peering-connection'>,
  { requester, accepter }: PeeringPlan,
  gap: EmitContext['gap'],
): void {
  const sides = [
    { side: 'requester', vpc: requester, options: peering.requesterPeeringOptions },
    { side: 'accepter', vpc: accepter, options: peering.accepterPeeringOptions },
  ]
  for (const { side, vpc, options } of sides)
    if (options.allowDnsResolutionFromRemoteVpc)
      gap(
        `DNS resolution on the ${side} side of ${peering.name} is not exported: CloudFormation has no property for it.`,
        `With credentials of account ${vpc.ownerId}, run: aws ec2 modify-vpc-peering-connection-options --region ${vpc.region} --vpc-peering-connection-id <id> --${side}-peering-connection-options AllowDnsResolutionFromRemoteVpc=true`,
      )
}
