import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import type { internetGatewayBlockModes } from './schema'

type Vpc = ResourceOf<'vpc'>
type Subnet = ResourceOf<'subnet'>
type BlockMode = (typeof internetGatewayBlockModes)[number]

/** What an exclusion lets by in spite of the mode of the Region. */
export type ExclusionMode = 'allow-bidirectional' | 'allow-egress'

/** How much a mode stops, the least first. */
const strictness: readonly BlockMode[] = ['off', 'block-ingress', 'block-bidirectional']
const rank = (mode: BlockMode) => strictness.indexOf(mode)

const modeOf = (subnet: Subnet, vpc: Vpc): BlockMode =>
  subnet.internetGatewayBlockMode ?? vpc.internetGatewayBlockMode

const subnetsOf = (vpc: Vpc, design: Design) =>
  design.all('subnet').filter((subnet) => subnet.vpcId === vpc.id)

const vpcsBeside = (vpc: Vpc, design: Design) =>
  design.all('vpc').filter((it) => it.ownerId === vpc.ownerId && it.region === vpc.region)

/** Every VPC and subnet asks, so that a design with many would ask all of all. */
const regionModes = new WeakMap<Design, Map<string, BlockMode>>()

/**
 * The mode of Block Public Access in the account and Region of this VPC: the strictest that any VPC
 * or subnet there has. The others are excluded from it, one by one. (NET-25)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
function regionMode(vpc: Vpc, design: Design): BlockMode {
  const known = regionModes.get(design) ?? new Map<string, BlockMode>()
  regionModes.set(design, known)
  const place = `${vpc.ownerId} ${vpc.region}`
  const before = known.get(place)
  if (before) return before
  const modes = vpcsBeside(vpc, design).flatMap((it) => [
    it.internetGatewayBlockMode,
    ...subnetsOf(it, design).map((subnet) => modeOf(subnet, it)),
  ])
  const mode = modes.reduce((strict, it) => (rank(it) > rank(strict) ? it : strict), 'off')
  known.set(place, mode)
  return mode
}

/** The part of a VPC or subnet that excludes it, and of the VPC that sets the mode of the Region. */
export const exclusionPart = 'public access exclusion'
export const optionsPart = 'public access options'

/** The mode that this VPC's code sets for its account and Region; one VPC of them does, the first by id. */
export function optionsOf(vpc: Vpc, design: Design): Exclude<BlockMode, 'off'> | null {
  if (vpcsBeside(vpc, design)[0] !== vpc) return null
  const mode = regionMode(vpc, design)
  return mode === 'off' ? null : mode
}

function exclusion(mode: BlockMode, from: BlockMode): ExclusionMode | null {
  if (rank(mode) >= rank(from)) return null
  return mode === 'off' ? 'allow-bidirectional' : 'allow-egress'
}

/** An exclusion holds for all subnets of a VPC: one that is stricter keeps the VPC from having one. */
const isExcludable = (vpc: Vpc, design: Design) =>
  subnetsOf(vpc, design).every(
    (subnet) => rank(modeOf(subnet, vpc)) <= rank(vpc.internetGatewayBlockMode),
  )

/** How this VPC as a whole is excluded from the mode of its Region; null where it is not. */
export function vpcExclusion(vpc: Vpc, design: Design): ExclusionMode | null {
  return isExcludable(vpc, design)
    ? exclusion(vpc.internetGatewayBlockMode, regionMode(vpc, design))
    : null
}

/** How this subnet by itself is excluded from what holds for its VPC; null where it is not. */
export function subnetExclusion(subnet: Subnet, design: Design): ExclusionMode | null {
  const vpc = design.get(subnet.vpcId)
  if (!vpc) return null
  const around = vpcExclusion(vpc, design) ? vpc.internetGatewayBlockMode : regionMode(vpc, design)
  return exclusion(modeOf(subnet, vpc), around)
}

/** Says what Block Public Access does beyond the VPCs that are drawn. */
export function reportPublicAccess(vpc: Vpc, { design, gap }: EmitContext): void {
  if (optionsOf(vpc, design))
    gap(
      `Block Public Access is set for account ${vpc.ownerId} in ${vpc.region} as a whole, also for VPCs there that are not in the design.`,
      'Exclude those VPCs first, where they need the internet.',
    )
  if (regionMode(vpc, design) !== vpc.internetGatewayBlockMode && !isExcludable(vpc, design))
    gap(
      `${vpc.name} is not excluded from Block Public Access as a whole, as one of its subnets is not: the code excludes each of the others by itself.`,
      'Exclude subnets too that you add later.',
    )
}
