import { ref, type Reference } from '../../iac/value'
import type { EmitContext, Language } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
import type { ResourceOf } from '../resource'
import { vpcIdOf } from '../vpc-of'

type Nat = ResourceOf<'nat-gateway'>

/** The part of a NAT gateway that is its Elastic IP address, or a further one, counted from 2. */
export const addressPart = 'address'
const furtherPart = (number: number) => `address ${number}`

/** An Elastic IP address that the code allocates for a NAT gateway. */
export interface PlannedAddress {
  readonly part: string
  readonly words: readonly string[]
}

/** What both languages write of a NAT gateway. */
export interface NatPlan {
  /** None for a private one, and for a regional one whose zones AWS chooses. */
  readonly addresses: readonly PlannedAddress[]
  /** Which addresses serve which zone, for a regional one in manual mode. */
  readonly zones: readonly {
    readonly zone: string
    readonly addresses: readonly PlannedAddress[]
  }[]
  /** Further private addresses that the design chooses. */
  readonly secondaryPrivate: readonly string[]
  /** How many further private addresses AWS chooses, for a private one. */
  readonly secondaryCount: number
  /** The internet gateway that a public one needs. */
  readonly waits: readonly Reference[]
}

const isGone = (nat: Nat) => nat.state === 'deleting' || nat.state === 'deleted'

/** Is there anything to create? */
export const isNatGatewayWritten = (nat: Nat) => !isGone(nat)

export function natPlan(nat: Nat, { design }: EmitContext, language: Language): NatPlan {
  const isPublic = nat.connectivityType === 'public'
  const gateway = isPublic ? attachedGateway(vpcIdOf(nat, design) ?? undefined, design) : undefined
  const zones = nat.availabilityZones ?? []
  const count = !isPublic
    ? 0
    : nat.subnetId
      ? 1 + nat.secondaryAddresses.length
      : zones.length > 0
        ? Math.max(zones.length, 1 + nat.secondaryAddresses.length)
        : 0
  const addresses = Array.from({ length: count }, (_, index): PlannedAddress => {
    if (nat.subnetId)
      return index === 0
        ? { part: addressPart, words: [] }
        : { part: furtherPart(index + 1), words: [String(index + 1)] }
    const zone = zones[index % zones.length] ?? ''
    const turn = Math.floor(index / zones.length)
    return {
      part: furtherPart(index + 1),
      words: turn === 0 ? [zone] : [zone, String(turn + 1)],
    }
  })
  const chosen = nat.secondaryAddresses.flatMap(({ privateIp }) => privateIp ?? [])
  const isChosen = chosen.length > 0 && chosen.length === nat.secondaryAddresses.length
  return {
    addresses,
    zones: nat.subnetId
      ? []
      : zones.map((zone, at) => ({
          zone,
          addresses: addresses.filter((_, index) => index % zones.length === at),
        })),
    secondaryPrivate: nat.subnetId && isChosen ? chosen : [],
    secondaryCount: nat.subnetId && !isPublic && !isChosen ? nat.secondaryAddresses.length : 0,
    waits: gateway
      ? [language === 'terraform' ? ref(gateway.id) : ref(gateway.id, 'id', attachmentPart)]
      : [],
  }
}

/** Says what of a NAT gateway does not come as drawn. */
export function reportNat(nat: Nat, { design, gap }: EmitContext): void {
  if (isGone(nat)) {
    gap(
      `The NAT gateway ${nat.name} is ${nat.state} and is left out.`,
      'Remove it from the design, or set its state to available.',
    )
    return
  }
  if (nat.state !== 'available')
    gap(
      `The NAT gateway ${nat.name} is ${nat.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  const isPublic = nat.connectivityType === 'public'
  const drawn = [nat.publicIp, ...nat.secondaryAddresses.map(({ publicIp }) => publicIp)]
  for (const publicIp of isPublic ? drawn : [])
    if (publicIp)
      gap(
        `The Elastic IP address ${publicIp} of ${nat.name} is not exported: AWS assigns an address when it allocates one.`,
        'Use the address that AWS assigns, or give the allocation ID of an address you own.',
      )
  if (isPublic && !attachedGateway(vpcIdOf(nat, design) ?? undefined, design))
    gap(
      `AWS refuses the public NAT gateway ${nat.name}: its VPC has no internet gateway attached.`,
      'Attach an internet gateway to the VPC.',
    )
  if (nat.subnetId) reportSecondary(nat, gap)
  else reportRegional(nat, { design, gap })
}

function reportSecondary(nat: Nat, gap: EmitContext['gap']): void {
  const chosen = nat.secondaryAddresses.filter(({ privateIp }) => privateIp !== null)
  if (chosen.length > 0 && chosen.length < nat.secondaryAddresses.length)
    gap(
      `The secondary private addresses of ${nat.name} are chosen by AWS: only some of them are chosen in the design.`,
      'Choose all of them, or none.',
    )
  if (nat.connectivityType === 'public' && chosen.length > 1)
    gap(
      `Which secondary private address of ${nat.name} gets which Elastic IP address is for AWS to say.`,
      'Nothing to do, unless others name one of the pairs.',
    )
}

function reportRegional(nat: Nat, { design, gap }: Pick<EmitContext, 'design' | 'gap'>): void {
  const table = nat.routeTableId && design.get(nat.routeTableId)
  if (table)
    gap(
      `That ${nat.name} routes by ${table.name} is not exported: AWS makes a route table of its own for a regional NAT gateway, which leads to the internet gateway.`,
      `Take its ID from aws ec2 describe-nat-gateways, and add the routes of ${table.name} with aws ec2 create-route.`,
    )
  const chosen = [nat.privateIp, ...nat.secondaryAddresses.map(({ privateIp }) => privateIp)]
  if (chosen.some((ip) => ip !== null))
    gap(
      `The private addresses of ${nat.name} are not exported: a regional NAT gateway lies in no subnet.`,
      'Remove them from the design.',
    )
}
