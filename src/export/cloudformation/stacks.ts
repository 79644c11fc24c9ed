import { blockKey, placeKey, variablesOf, type Block, type Output } from '../../iac/block'
import { distinct } from '../../iac/names'
import { oneLine, withoutDynamicReference } from '../../iac/text'
import { ref, referencesIn, type Reference } from '../../iac/value'
import { pascal, snake } from '../../iac/words'
import type { Collected, NamedInput } from '../collect'
import type { LabelledPlace } from '../places'
import type { Renaming } from '../report'
import type { Share } from './divide'

/** Something that one stack makes and another one needs. */
export interface Need {
  /** Key of the reference, for telling needs apart. */
  readonly key: string
  readonly reference: Reference
  /** The type of the resource that it is. */
  readonly type: string
  /** The stack that makes it. */
  readonly from: string
  /** What it is, and which stack makes it, for people. */
  readonly says: string
  /** Its name as a parameter here. */
  readonly parameter: string
  /** Is its value used, or does something here only wait for it? */
  readonly isRead: boolean
}

/** A block with everything it needs from other stacks, directly or through others. */
export interface StackBlock extends Block {
  readonly logicalId: string
  readonly needs: readonly string[]
}

/** One template: what is made in one account and Region, or a share of it. */
export interface Stack {
  readonly key: string
  readonly place: LabelledPlace
  /** Name of its file without the ending. */
  readonly name: string
  /** What it is called in its account. */
  readonly stackName: string
  readonly blocks: readonly StackBlock[]
  readonly outputs: readonly Output[]
  readonly needs: readonly Need[]
  /** What whoever deploys it sets. */
  readonly inputs: readonly NamedInput[]
}

export const needKey = (reference: Reference) =>
  `${blockKey(reference)} ${reference.attribute === 'id' ? 'id' : reference.attribute}`

/** Splits what is to be made into stacks, and finds what they need from each other. */
export function stacksOf(
  { blocks, outputs, inputs }: Collected,
  shares: readonly Share[],
): { readonly stacks: readonly Stack[]; readonly renamings: readonly Renaming[] } {
  const renamings: Renaming[] = []
  const owners = new Map(blocks.map((block) => [blockKey(block), block]))
  if (owners.size !== blocks.length) throw new Error('Bug: two blocks stand for the same')
  const ownerOf = (reference: Reference) => {
    const owner = owners.get(blockKey(reference))
    if (!owner) throw new Error(`Bug: nothing is written for ${blockKey(reference)}`)
    return owner
  }
  const homes = new Map(
    shares.flatMap(({ key, blocks: own }) => own.map((block) => [blockKey(block), key] as const)),
  )
  const homeOf = (reference: Reference) => homes.get(blockKey(ownerOf(reference))) ?? ''
  const stacks = shares.map(({ key, place, name, stackName, blocks: own }): Stack => {
    const isWhole = shares.filter((it) => it.place === place).length === 1
    const foreign = new Map<string, { reference: Reference; isRead: boolean }>()
    for (const block of own)
      for (const { reference, isRead } of referencesOf(block))
        if (homeOf(reference) !== key) {
          // whoever only waits needs no more than the ID
          const needed = isRead ? reference : ref(reference.of, 'id', reference.part)
          const known = foreign.get(needKey(needed))
          foreign.set(needKey(needed), {
            reference: needed,
            isRead: isRead || known?.isRead === true,
          })
        }
    const used = new Set(own.flatMap(variablesOf))
    const set = inputs.filter(
      (input) => placeKey(input.place) === placeKey(place) && (isWhole || used.has(input.name)),
    )
    const names = distinct(
      [
        // their names stand in the blocks already, so that they come first
        ...set.map(({ name }) => ({ key: ` input ${name}`, name })),
        ...own.map((block) => ({ key: blockKey(block), name: logicalId(block) })),
        ...[...foreign].map(([needed, { reference }]) => ({
          key: `~parameter ${needed}`,
          name: `${logicalId(ownerOf(reference))}${reference.attribute === 'id' ? 'Id' : reference.attribute}`,
        })),
      ],
      'N',
    )
    for (const block of own) {
      const name = names.get(blockKey(block)) ?? ''
      if (name !== logicalId(block)) renamings.push(numbered(block, name))
    }
    const needs = [...foreign].map(([needed, { reference, isRead }]) => ({
      key: needed,
      reference,
      isRead,
      type: ownerOf(reference).type,
      from: homeOf(reference),
      says: `${saidOf(ownerOf(reference), reference)}, made by the stack ${shares.find((it) => it.key === homeOf(reference))?.stackName}.`,
      parameter: names.get(`~parameter ${needed}`) ?? '',
    }))
    return {
      key,
      place,
      name,
      stackName,
      blocks: withNeeds(own, needs, (block) => names.get(blockKey(block)) ?? ''),
      outputs: outputs.filter((output) => {
        const [first] = referencesIn(output.value)
        return first ? homeOf(first) === key : placeKey(output.place) === placeKey(place) && isWhole
      }),
      inputs: set,
      needs: needs.toSorted((a, b) => (a.parameter < b.parameter ? -1 : 1)),
    }
  })
  return { stacks: stacks.filter(({ blocks }) => blocks.length > 0), renamings }
}

/** @example saidOf(the block of VPC B, its reference) // 'ID of VPC B (AWS::EC2::VPC)' */
export function saidOf({ words, type }: Block, { attribute }: Reference): string {
  const what = attribute === 'id' ? 'ID' : attribute === 'Arn' ? 'ARN' : attribute
  return `${what} of ${withoutDynamicReference(oneLine(words.join(' ')))} (${type})`
}

function referencesOf(block: Block) {
  return [
    ...Object.values(block.body)
      .flatMap(referencesIn)
      .map((reference) => ({ reference, isRead: true })),
    ...block.dependsOn.map((reference) => ({ reference, isRead: false })),
  ]
}

/** A block can be made once everything it needs is known, and everything it refers to is made. */
function withNeeds(
  blocks: readonly Block[],
  needs: readonly Need[],
  nameOf: (block: Block) => string,
): readonly StackBlock[] {
  const own = new Map(blocks.map((block) => [blockKey(block), block]))
  const needed = new Set(needs.map(({ key }) => key))
  const found = new Map<string, ReadonlySet<string>>()
  const needsOf = (block: Block): ReadonlySet<string> => {
    const known = found.get(blockKey(block))
    if (known) return known
    const mine = new Set<string>()
    found.set(blockKey(block), mine)
    for (const { reference, isRead } of referencesOf(block)) {
      const target = own.get(blockKey(reference))
      if (target) for (const key of needsOf(target)) mine.add(key)
      else {
        const key = needKey(isRead ? reference : ref(reference.of, 'id', reference.part))
        if (needed.has(key)) mine.add(key)
      }
    }
    return mine
  }
  return blocks.map((block) => ({
    ...block,
    logicalId: nameOf(block),
    needs: [...needsOf(block)].toSorted(),
  }))
}

/** What tells a type's blocks from others of the same name. */
const nouns: Readonly<Record<string, string>> = {
  'AWS::EC2::VPC': 'Vpc',
  'AWS::EC2::VPCCidrBlock': 'CidrBlock',
  'AWS::EC2::VPNGateway': 'Vgw',
  'AWS::EC2::VPNGatewayRoutePropagation': 'Propagation',
  'AWS::EC2::VPNConnection': 'Vpn',
  'AWS::EC2::ClientVpnEndpoint': 'ClientVpn',
  'AWS::EC2::ClientVpnTargetNetworkAssociation': 'Association',
  'AWS::EC2::ClientVpnAuthorizationRule': 'Authorization',
  'AWS::EC2::ClientVpnRoute': 'Route',
  'AWS::EC2::TransitGatewayConnect': 'Connect',
  'AWS::EC2::TransitGatewayConnectPeer': 'ConnectPeer',
  'AWS::DirectConnect::DirectConnectGatewayAssociation': 'Association',
  'AWS::DirectConnect::PrivateVirtualInterface': 'VirtualInterface',
  'AWS::DirectConnect::TransitVirtualInterface': 'VirtualInterface',
  'AWS::EC2::VPNConnectionRoute': 'Route',
  'AWS::EC2::InternetGateway': 'Igw',
  'AWS::EC2::VPCGatewayAttachment': 'Attachment',
  'AWS::EC2::EIP': 'Eip',
  'AWS::EC2::EIPAssociation': 'EipAssociation',
  'AWS::EC2::NatGateway': 'Nat',
  'AWS::EC2::VPCPeeringConnection': 'Peering',
  'AWS::ElasticLoadBalancingV2::ListenerRule': 'Rule',
  'AWS::EC2::TransitGatewayVpcAttachment': 'TgwAttachment',
  'AWS::EC2::TransitGatewayPeeringAttachment': 'TgwPeering',
  'AWS::EC2::TransitGatewayRouteTable': 'TgwRouteTable',
  'AWS::EC2::TransitGatewayRouteTableAssociation': 'Association',
  'AWS::EC2::TransitGatewayRouteTablePropagation': 'Propagation',
  'AWS::EC2::TransitGatewayRoute': 'TgwRoute',
  'AWS::EC2::SubnetRouteTableAssociation': 'Association',
  'AWS::EC2::SecurityGroupIngress': 'Ingress',
  'AWS::EC2::SecurityGroupEgress': 'Egress',
  'AWS::EC2::VPCEndpoint': 'Endpoint',
  'AWS::EC2::VPCEndpointService': 'EndpointService',
  'AWS::EC2::VPCEndpointServicePermissions': 'Permissions',
  'AWS::NetworkFirewall::FirewallPolicy': 'Policy',
  'AWS::VpcLattice::ServiceNetworkServiceAssociation': 'Association',
  'AWS::VpcLattice::ServiceNetworkVpcAssociation': 'Association',
  'AWS::IAM::Role': 'Role',
}

/** Logical IDs are letters and digits, at most 255; changing one replaces the resource. */
export function logicalId({ type, words, part }: Block): string {
  const noun = nouns[type] ?? type.slice(type.lastIndexOf(':') + 1)
  const name = pascal(words).slice(0, 200)
  const says = `_${snake(words)}_`.includes(`_${snake([noun])}_`)
  const full = part === '' && says ? name : `${name}${noun}`
  return /^\d/.test(full) ? `${noun}${full}` : full
}

function numbered(block: Block, name: string): Renaming {
  return {
    resourceId: block.of as Renaming['resourceId'],
    what: 'logical ID',
    from: logicalId(block),
    to: name,
    why: 'Another resource has the same name',
  }
}
