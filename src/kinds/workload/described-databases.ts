import {
  flag,
  idOf,
  known,
  part,
  parts,
  text,
  type DescribeContext,
  type Described,
  type Dump,
  type Entry,
  type Raw,
} from '../describe'
import { areSame, groupIds, groupsOf, purposeOf, withId } from '../network-interface/described'

type Workload = Described<'workload'>

/** Which database has an interface, and whether it answers there or waits. */
export interface AtDatabase {
  readonly name: string
  readonly database: Entry
  readonly role: 'primary' | 'standby'
}

/** Before its interface is there, a public one is known to get an address of the internet. */
const publicly = (it: Raw) =>
  flag(it, 'PubliclyAccessible') ? { publicAddress: 'auto-assigned' } : {}

const groupsOfDatabase = (it: Raw) =>
  parts(it, 'VpcSecurityGroups').flatMap((each) => text(each, 'VpcSecurityGroupId') ?? [])

/** Databases, each with the interface in its zone, or where none is described in the subnet there. */
export function databases({ dump, skip }: DescribeContext): readonly Workload[] {
  const faces = facesIn(dump)
  const areTold = dump
    .all('NetworkInterfaces')
    .some(({ it }) => purposeOf(it, dump).type === 'database')
  return dump.all('DBInstances').flatMap((database) => {
    const { it, id } = database
    const own = [...faces.entries()].find(
      ([, at]) => at.database === database && at.role === 'primary',
    )
    const face = own && dump.find('NetworkInterfaces', own[0])
    // which of several alike it has is not known: they stand there without its name
    if (areTold && !face) return []
    const home = parts(part(it, 'DBSubnetGroup'), 'Subnets').find(
      (each) => text(part(each, 'SubnetAvailabilityZone'), 'Name') === text(it, 'AvailabilityZone'),
    )
    const cluster = text(it, 'DBClusterIdentifier')
    const subnetId = face ? text(face.it, 'SubnetId') : home ? text(home, 'SubnetIdentifier') : null
    if (!id || !subnetId) {
      skip(id ?? 'a database', 'The subnet that it lies in is not described.')
      return []
    }
    return [
      {
        ...known('workload', it, id, text(it, 'DBInstanceIdentifier')),
        id: `workload:${id}` as const,
        workloadType: 'rds-db-instance',
        ...(cluster && { dbClusterIdentifier: cluster }),
        interfaces: { [idOf('subnet', subnetId)]: face ? withId(face.it) : publicly(it) },
        securityGroupIds: groupIds(face ? groupsOf(face.it) : groupsOfDatabase(it)),
      },
    ]
  })
}

export const databaseAt = (faceId: string, dump: Dump): AtDatabase | null =>
  facesIn(dump).get(faceId) ?? null

const made = new WeakMap<Dump, ReadonlyMap<string, AtDatabase>>()

/** The interfaces that can only be of one database: it alone is in that zone with those groups. */
function facesIn(dump: Dump): ReadonlyMap<string, AtDatabase> {
  const before = made.get(dump)
  if (before) return before
  const faces = new Map<string, AtDatabase>()
  for (const { it, id } of dump.all('NetworkInterfaces')) {
    if (!id || purposeOf(it, dump).type !== 'database') continue
    const zone = text(it, 'AvailabilityZone')
    const [database, ...others] = dump
      .all('DBInstances')
      .filter(
        (each) =>
          areSame(groupsOfDatabase(each.it), groupsOf(it)) &&
          parts(part(each.it, 'DBSubnetGroup'), 'Subnets').some(
            (subnet) => text(subnet, 'SubnetIdentifier') === text(it, 'SubnetId'),
          ) &&
          [text(each.it, 'AvailabilityZone'), text(each.it, 'SecondaryAvailabilityZone')].includes(
            zone,
          ),
      )
    if (!database || others.length > 0) continue
    const name = text(database.it, 'DBInstanceIdentifier') ?? database.id ?? id
    const role = text(database.it, 'AvailabilityZone') === zone ? 'primary' : 'standby'
    faces.set(id, { name, database, role })
  }
  // an interface left over from before is none of it: two of one role tell nothing
  const roles = [...faces.values()].map(({ name, role }) => `${name} ${role}`)
  for (const [id, { name, role }] of faces)
    if (roles.filter((each) => each === `${name} ${role}`).length > 1) faces.delete(id)
  made.set(dump, faces)
  return faces
}
