import { byCodeUnit } from '../../iac/order'
import { ref, type Reference, type Value, type Variable } from '../../iac/value'
import { cidr, contains, prefixLengthOf } from '../../net/cidr'
import type { Design } from '../contract'
import { associationPlan } from '../direct-connect-gateway-association/plan'
import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'
import { lookedUp } from '../transit-gateway/looked-up'
import { attachmentPlan, carryingPart } from '../transit-gateway-vpc-attachment/plan'

type Connect = ResourceOf<'transit-gateway-connect'>
type Peer = Connect['peers'][string]

/** The part of a Connect attachment that a peer is. */
export const peerPart = (key: string) => `peer ${key}`

/** A Connect attachment that the code makes. */
export interface ConnectPlan {
  readonly gateway: ResourceOf<'transit-gateway'>
  readonly transport: Transport
  readonly peers: readonly PlannedPeer[]
}

/** The attachment that carries the tunnels, by its ID. */
export interface Transport {
  readonly id: Reference | Variable
  readonly onlyIf?: Variable
}

export interface PlannedPeer {
  readonly key: string
  readonly peer: Peer
  /** The address of the appliance; where the design has none, the peer is made once it is set. */
  readonly address: Value
  readonly onlyIf?: Variable
}

const gatewayOf = ({ id, transitGatewayId }: Connect, design: Design) => {
  const gateway = design.get(transitGatewayId)
  if (!gateway) throw new Error(`Bug: ${id} belongs to no transit gateway`)
  return gateway
}

/** Why the code makes no such attachment: `is deleted`; null where it does. */
function refusalOf(connect: Connect, design: Design): string | null {
  if (connect.state === 'deleting' || connect.state === 'deleted') return `is ${connect.state}`
  const gateway = gatewayOf(connect, design)
  const transport = design.get(connect.transportAttachmentId)
  if (!transport) return 'has no transport attachment'
  const isVpc = transport.kind === 'transit-gateway-vpc-attachment'
  if ((isVpc ? transport.transitGatewayId : transport.gatewayId) !== gateway.id)
    return `is carried by ${transport.name}, which belongs to another transit gateway`
  const { outcome } = isVpc ? attachmentPlan(transport, design) : associationPlan(transport, design)
  if (outcome !== 'accepted') return `is carried by ${transport.name}, which the code does not make`
  return isVpc && attachmentPlan(transport, design).isForeign
    ? `is carried by ${transport.name}, an attachment of another account`
    : null
}

export const isConnectWritten = (connect: Connect, design: Design): boolean =>
  refusalOf(connect, design) === null

/** The attachment that carries a Connect attachment, where the code makes both. */
export function transportOf(connect: Connect, context: EmitContext, language: Language): Transport {
  const { design } = context
  const transport = design.get(connect.transportAttachmentId)
  if (!transport) throw new Error(`Bug: ${connect.id} has no transport`)
  if (transport.kind === 'transit-gateway-vpc-attachment')
    return { id: ref(transport.id, 'id', carryingPart(transport, design, language)) }
  return language === 'terraform'
    ? { id: ref(transport.id, 'transit_gateway_attachment_id') }
    : lookedUp(transport, gatewayOf(connect, design), context)
}

/** What the code makes of a Connect attachment; null where it makes none. (TGW-20) */
export function connectPlan(
  connect: Connect,
  context: EmitContext,
  language: Language,
): ConnectPlan | null {
  const { design, gap } = context
  const gateway = gatewayOf(connect, design)
  const because = refusalOf(connect, design)
  if (because) {
    gap(
      `The Connect attachment ${connect.name} of ${gateway.name} is left out, with everything that needs it: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return null
  }
  if (connect.state !== 'available')
    gap(
      `The Connect attachment ${connect.name} is ${connect.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (connect.prefixes.length > 0)
    gap(
      `What the appliance behind ${connect.name} announces is not in the code: its own BGP says it.`,
      `Let the appliance announce ${connect.prefixes.join(', ')}.`,
    )
  const peers = Object.entries(connect.peers).toSorted(([a], [b]) => byCodeUnit(a, b))
  return {
    gateway,
    transport: transportOf(connect, context, language),
    peers: peers.flatMap(([key, peer]) => {
      reportPeer(connect, key, peer, context)
      if (language === 'cloudformation' && peer.peerAsn !== gateway.amazonSideAsn) {
        reportNumber(connect, { key, peer, gateway }, context)
        return []
      }
      return [{ key, peer, ...addressOf(connect, key, peer, context) }]
    }),
  }
}

const linkLocal = cidr('169.254.0.0/16')

function reportPeer(
  { name }: Connect,
  key: string,
  { bgpStatus, insideCidrBlock }: Peer,
  { gap }: EmitContext,
): void {
  if (bgpStatus === 'down')
    gap(
      `In the design BGP of ${key} of ${name} is down; no code says so: the appliance brings it up.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (prefixLengthOf(insideCidrBlock) !== 29 || !contains(linkLocal, insideCidrBlock))
    gap(
      `${key} of ${name} has the inside block ${insideCidrBlock}. It is exported as drawn; AWS will refuse it.`,
      `Choose a /29 of ${linkLocal}.`,
    )
}

function reportNumber(
  { name }: Connect,
  { key, peer, gateway }: { key: string; peer: Peer; gateway: ResourceOf<'transit-gateway'> },
  { gap }: EmitContext,
): void {
  gap(
    `${key} of ${name} is left out: CloudFormation cannot say the autonomous system number ${peer.peerAsn} of the appliance, and takes that of ${gateway.name}.`,
    `Run: aws ec2 create-transit-gateway-connect-peer --region ${gateway.region} --transit-gateway-attachment-id <id> --peer-address ${peer.peerAddress ?? '<address of the appliance>'} --inside-cidr-blocks ${peer.insideCidrBlock} --bgp-options PeerAsn=${peer.peerAsn}`,
  )
}

function addressOf(
  { name }: Connect,
  key: string,
  { peerAddress }: Peer,
  { input, gap }: EmitContext,
): Pick<PlannedPeer, 'address' | 'onlyIf'> {
  if (peerAddress) return { address: peerAddress }
  const address = input({
    words: [key, 'address'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `Address of the appliance at the end of ${key} of ${name}; without one the peer is not made.`,
    pattern: '[0-9a-fA-F.:]+',
    says: 'An address, such as 10.0.0.10.',
  })
  gap(
    `The address of the appliance for ${key} of ${name} is not part of the design: the code makes the peer once it is set.`,
    `Set ${address.name}.`,
  )
  return { address, onlyIf: address }
}
