import type { Design } from './contract'
import type { ResourceOf } from './resource'

type Subnet = ResourceOf<'subnet'>

/** The subnets of a VPC, ordered by Availability Zone, then by id. */
export function subnetsOf(vpc: ResourceOf<'vpc'>, design: Design): readonly Subnet[] {
  return design
    .all('subnet')
    .filter((it) => it.vpcId === vpc.id)
    .toSorted((a, b) => (a.availabilityZone < b.availabilityZone ? -1 : 1))
}

/** One subnet of each Availability Zone among these, the first of its zone. */
export function onePerZone(subnets: readonly Subnet[]): readonly Subnet[] {
  return subnets.filter(
    (it, index) =>
      subnets.findIndex((other) => other.availabilityZone === it.availabilityZone) === index,
  )
}

/** These subnets with the wanted ones first, and the others as they were. */
export function preferring(
  subnets: readonly Subnet[],
  wanted: (subnet: Subnet) => boolean,
): readonly Subnet[] {
  return [...subnets.filter(wanted), ...subnets.filter((it) => !wanted(it))]
}
