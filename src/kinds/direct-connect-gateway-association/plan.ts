import { compareCidrs, type Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import { placeOf, type EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Association = ResourceOf<'direct-connect-gateway-association'>

/** The part by which the owner of the gateway proposes, where the two have different owners. */
export const proposalPart = 'proposal'

/** How an association comes about. */
export interface AssociationPlan {
  readonly direct: ResourceOf<'direct-connect-gateway'>
  readonly gateway: ResourceOf<'vpn-gateway' | 'transit-gateway'>
  /** The account of the gateway; null where it has none. */
  readonly ownerId: string | null
  /** Does another account own the gateway, so that it proposes and the other accepts? */
  readonly isForeign: boolean
  readonly allowedPrefixes: readonly Cidr[]
  /** Made, or not made at all. */
  readonly outcome: 'accepted' | 'none'
  /** Why it is not made: `is disassociated`. */
  readonly because: string | null
}

const isGone = (state: Association['state']) =>
  state === 'disassociating' || state === 'disassociated'

/** What becomes of an association in the code. (VPN-10) */
export function associationPlan(association: Association, design: Design): AssociationPlan {
  const direct = design.get(association.directConnectGatewayId)
  const gateway = design.get(association.gatewayId)
  if (!direct || !gateway) throw new Error(`Bug: ${association.id} joins what is not there`)
  const because = refusalOf(association, gateway, design)
  const ownerId = placeOf(gateway, design)?.ownerId ?? null
  return {
    direct,
    gateway,
    ownerId,
    isForeign: ownerId !== direct.ownerId,
    allowedPrefixes: [...new Set(association.allowedPrefixes)].toSorted(compareCidrs),
    outcome: because ? 'none' : 'accepted',
    because,
  }
}

/**
 * @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateDirectConnectGatewayAssociation.html
 * @source https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html
 */
function refusalOf(
  association: Association,
  gateway: AssociationPlan['gateway'],
  design: Design,
): string | null {
  if (isGone(association.state)) return `is ${association.state}`
  if (gateway.kind === 'vpn-gateway' && gateway.attachmentState !== 'attached')
    return `joins ${gateway.name}, which is attached to no VPC`
  if (gateway.kind === 'transit-gateway' && association.allowedPrefixes.length === 0)
    return 'allows no prefixes, and AWS wants some for a transit gateway'
  const earlier = design
    .all('direct-connect-gateway-association')
    .filter((it) => it.id < association.id && !isGone(it.state))
  const { directConnectGatewayId: direct } = association
  const other = earlier.find(
    (it) =>
      it.gatewayId === gateway.id &&
      (gateway.kind === 'vpn-gateway' || it.directConnectGatewayId === direct),
  )
  if (other) return `is the second of ${gateway.name}, beside ${other.name}`
  const mixed = earlier.find(
    (it) => it.directConnectGatewayId === direct && !it.gatewayId.startsWith(`${gateway.kind}:`),
  )
  return mixed
    ? `brings a gateway of another kind than ${mixed.name}, and a Direct Connect gateway takes one kind`
    : null
}

/** Says what of an association the code does not make as drawn. */
export function reportAssociation(
  { name, state, tags }: Association,
  { direct, gateway, because }: AssociationPlan,
  { gap }: EmitContext,
): void {
  if (because) {
    gap(
      `The association ${name} of ${direct.name} with ${gateway.name} is left out, with everything that needs it: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return
  }
  if (Object.keys(tags).length > 0)
    gap(
      `The tags of the association ${name} are not exported: AWS tags no association.`,
      'Tag the Direct Connect gateway.',
    )
  if (state !== 'associated')
    gap(
      `The association ${name} is ${state} in the design; the code makes one that becomes associated.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (gateway.kind === 'transit-gateway' && gateway.amazonSideAsn === direct.amazonSideAsn)
    gap(
      `${direct.name} and ${gateway.name} have the same autonomous system number, ${direct.amazonSideAsn}. They are exported as drawn; AWS will refuse to associate them.`,
      'Give one of them another number.',
    )
}
