import { ref, type Reference } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'
import { waitsForShare } from '../sharing'

type Association = ResourceOf<'service-network-vpc-association'>

const over: readonly Association['status'][] = [
  'DELETE_IN_PROGRESS',
  'CREATE_FAILED',
  'DELETE_FAILED',
]

/** Why the code does not make this association; null where it does. A VPC has one. (EP-14) */
export function associationRefusal(it: Association, design: Design): string | null {
  const [vpc, network] = [design.get(it.vpcId), design.get(it.serviceNetworkId)]
  if (!vpc || !network) return 'joins what is not there'
  if (over.includes(it.status)) return `is ${it.status}`
  if (vpc.region !== network.region)
    return `joins a VPC of ${vpc.region} and a service network of ${network.region}`
  const first = design
    .all('service-network-vpc-association')
    .find((other) => other.id < it.id && other.vpcId === vpc.id && !over.includes(other.status))
  return first ? `is the second of ${vpc.name}, beside ${first.name}` : null
}

/** Is the service network another account's, so that it has to be shared first? */
export const isForeign = (it: Association, design: Design): boolean =>
  design.get(it.vpcId)?.ownerId !== design.get(it.serviceNetworkId)?.ownerId

/** What has to be there before: the share, for another account's service network. */
export function waitsFor(
  it: Association,
  design: Design,
  language: Language,
): readonly Reference[] {
  const vpc = design.get(it.vpcId)
  return vpc && isForeign(it, design)
    ? waitsForShare(it.serviceNetworkId, vpc.ownerId, language)
    : []
}

/** The groups that say which clients of the VPC may use it; none lets all of them. */
export function groupsOf(it: Association, design: Design): readonly Reference[] | undefined {
  const own = it.securityGroupIds.filter((id) => design.get(id)?.vpcId === it.vpcId)
  return own.length > 0 ? own.map((id) => ref(id)) : undefined
}

/** Says what becomes of an association that the code does not make as drawn. */
export function reportAssociation(it: Association, { design, gap }: EmitContext): void {
  const because = associationRefusal(it, design)
  if (because) {
    gap(
      `The association ${it.name} is left out: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return
  }
  if (it.status !== 'ACTIVE')
    gap(
      `The association ${it.name} is ${it.status} in the design; the code makes one that becomes ACTIVE.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  for (const id of it.securityGroupIds) {
    const group = design.get(id)
    if (group && group.vpcId !== it.vpcId)
      gap(
        `The association ${it.name} cannot carry ${group.name}, which belongs to another VPC.`,
        'Give it a security group of its own VPC.',
      )
  }
}
