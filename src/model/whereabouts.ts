import type { Design } from '../kinds/contract'
import type { Resource, ResourceOf } from '../kinds/resource'
import { parentOf } from './containment'

type Vpc = ResourceOf<'vpc'>

/** The VPC that a resource lies in, however deep; undefined for what lies in none, and for VPCs. */
export function vpcAround(it: Resource, design: Design): Vpc | undefined {
  const id = parentOf(it, design)
  const parent = id === null ? undefined : design.get(id)
  return !parent || parent.kind === 'vpc' ? parent : vpcAround(parent, design)
}

const shared = new WeakMap<Design, ReadonlySet<string>>()

/** The names that several VPCs have. */
function sharedNames(design: Design): ReadonlySet<string> {
  const known = shared.get(design)
  if (known) return known
  const seen = new Set<string>()
  const twice = new Set(
    design.all('vpc').flatMap(({ name }) => (seen.size === seen.add(name).size ? [name] : [])),
  )
  shared.set(design, twice)
  return twice
}

const particulars = ({ cidrBlock, region, ownerId }: Vpc) => [cidrBlock, region, ownerId].join(', ')

/** What tells a VPC from all others: its name, and more where another has that name. */
export const vpcName = (vpc: Vpc, design: Design): string =>
  sharedNames(design).has(vpc.name) ? `${vpc.name} (${particulars(vpc)})` : vpc.name

/**
 * Where a resource lies, so that things of one name can be told apart; null where there is nothing to say.
 * @example whereabouts(workload, design) // 'in private-a, VPC A'
 */
export function whereabouts(it: Resource, design: Design): string | null {
  if (it.kind === 'vpc') return sharedNames(design).has(it.name) ? particulars(it) : null
  const id = parentOf(it, design)
  const parent = id === null ? undefined : design.get(id)
  if (!parent) return null
  if (parent.kind === 'vpc') return `in ${vpcName(parent, design)}`
  const vpc = vpcAround(parent, design)
  return vpc ? `in ${parent.name}, ${vpcName(vpc, design)}` : `in ${parent.name}`
}
