import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'

/** How a peering connection comes about. */
export interface PeeringPlan {
  readonly requester: ResourceOf<'vpc'>
  readonly accepter: ResourceOf<'vpc'>
  readonly isSameAccount: boolean
  readonly isSameRegion: boolean
  /** Accepted, left waiting for its owner, or not made at all. */
  readonly outcome: 'accepted' | 'awaited' | 'none'
}

type Status = ResourceOf<'vpc-peering-connection'>['status']

const outcomes: Readonly<Record<Status, PeeringPlan['outcome']>> = {
  'initiating-request': 'awaited',
  'pending-acceptance': 'awaited',
  provisioning: 'accepted',
  active: 'accepted',
  rejected: 'none',
  expired: 'none',
  failed: 'none',
  deleting: 'none',
  deleted: 'none',
}

export function peeringPlan(
  peering: ResourceOf<'vpc-peering-connection'>,
  design: Design,
): PeeringPlan {
  const [requester, accepter] = [
    design.get(peering.requesterVpcId),
    design.get(peering.accepterVpcId),
  ]
  if (!requester || !accepter) throw new Error(`Bug: ${peering.id} joins a VPC that is not there`)
  return {
    requester,
    accepter,
    isSameAccount: requester.ownerId === accepter.ownerId,
    isSameRegion: requester.region === accepter.region,
    outcome: outcomes[peering.status],
  }
}

/** CloudFormation accepts what it requests, so a request that shall wait cannot be written. */
export function isPeeringWritten({ outcome }: PeeringPlan, language: Language): boolean {
  return outcome === 'accepted' || (outcome === 'awaited' && language === 'terraform')
}

/** The part of a peering connection that makes it active: everything that needs it waits for this. */
export const accepterPart = 'accepter'

/** Which part stands for the connection once it is active: the accepter where there is one. */
export function activePart(peering: ResourceOf<'vpc-peering-connection'>, design: Design): string {
  const plan = peeringPlan(peering, design)
  return plan.outcome === 'accepted' && !isOnePlace(plan) ? accepterPart : ''
}

export const isOnePlace = ({ isSameAccount, isSameRegion }: PeeringPlan) =>
  isSameAccount && isSameRegion

/** Says what becomes of a connection that the design does not show as active. */
export function reportOutcome(
  peering: ResourceOf<'vpc-peering-connection'>,
  plan: PeeringPlan,
  language: Language,
  gap: EmitContext['gap'],
): void {
  const sides = `between ${plan.requester.name} and ${plan.accepter.name}`
  if (plan.outcome === 'none')
    gap(
      `The peering connection ${peering.name} ${sides} is ${peering.status} and is left out, with the routes over it.`,
      'Mend what made it fail and make a new connection, or remove it.',
    )
  else if (plan.outcome === 'awaited' && language === 'cloudformation')
    gap(
      `The peering connection ${peering.name} ${sides} is ${peering.status} and is left out, with the routes over it: CloudFormation accepts every connection it requests.`,
      'Accept it in the design and export again, or request it with aws ec2 create-vpc-peering-connection.',
    )
  else if (plan.outcome === 'awaited')
    gap(
      `The peering connection ${peering.name} ${sides} is requested and not accepted, as in the design: routes over it are blackholes until its owner accepts.`,
      'Accept it in the design and export again, or accept it in the account of the accepter.',
    )
}

/** Do the blocks of both sides keep the DNS options from being set? (PEER-15) */
export function reportDns(
  peering: ResourceOf<'vpc-peering-connection'>,
  { requester, accepter }: PeeringPlan,
  gap: EmitContext['gap'],
): void {
  const wanted =
    peering.requesterPeeringOptions.allowDnsResolutionFromRemoteVpc ||
    peering.accepterPeeringOptions.allowDnsResolutionFromRemoteVpc
  const lacking = [requester, accepter].filter(
    (vpc) => !vpc.enableDnsSupport || !vpc.enableDnsHostnames,
  )
  if (wanted && lacking.length > 0)
    gap(
      `DNS resolution over ${peering.name} needs DNS resolution and DNS hostnames in both VPCs; ${lacking.map((vpc) => vpc.name).join(' and ')} lacks them, so AWS may refuse the option.`,
      'Switch on both DNS attributes in both VPCs.',
    )
}
