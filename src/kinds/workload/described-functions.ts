import {
  idOf,
  known,
  part,
  text,
  texts,
  type Describe,
  type Described,
  type Dump,
  type Entry,
} from '../describe'
import { areSame, groupIds, groupsOf, purposeOf, withId } from '../network-interface/described'

type Workload = Described<'workload'>

/**
 * Functions in VPCs. Those with the same subnets and groups share their interfaces; one of them is
 * written with those that are described, the others with addresses of their own.
 * @source https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export function functions({ dump }: Parameters<Describe<'workload'>>[0]): readonly Workload[] {
  return dump.all('Functions').flatMap((entry) => {
    const { it, id } = entry
    const config = part(it, 'VpcConfig')
    const subnetIds = texts(config, 'SubnetIds')
    if (!id || subnetIds.length === 0) return []
    const faces = [...facesIn(dump).entries()]
      .filter(([, holder]) => holder === entry)
      .flatMap(([faceId]) => dump.find('NetworkInterfaces', faceId) ?? [])
    return [
      {
        ...known('workload', it, id, text(it, 'FunctionName')),
        id: `workload:${id}` as const,
        workloadType: 'lambda-function',
        interfaces: Object.fromEntries(
          subnetIds.map((each) => {
            const face = faces.find((other) => text(other.it, 'SubnetId') === each)
            return [idOf('subnet', each), face ? withId(face.it) : {}]
          }),
        ),
        securityGroupIds: groupIds(texts(config, 'SecurityGroupIds')),
      },
    ]
  })
}

/** The function that is drawn with this interface. */
export const functionAt = (faceId: string, dump: Dump): Entry | null =>
  facesIn(dump).get(faceId) ?? null

const made = new WeakMap<Dump, ReadonlyMap<string, Entry>>()

/** Which function has which interface: the one that its description names, else one of its subnet and groups. */
function facesIn(dump: Dump): ReadonlyMap<string, Entry> {
  const before = made.get(dump)
  if (before) return before
  const faces = new Map<string, Entry>()
  const taken = new Set<string>()
  for (const { it, id } of dump.all('NetworkInterfaces')) {
    const purpose = purposeOf(it, dump)
    if (!id || purpose.type !== 'lambda') continue
    const subnetId = text(it, 'SubnetId') ?? ''
    const alike = dump.all('Functions').filter((each) => {
      const config = part(each.it, 'VpcConfig')
      return (
        texts(config, 'SubnetIds').includes(subnetId) &&
        areSame(texts(config, 'SecurityGroupIds'), groupsOf(it)) &&
        !taken.has(`${each.id} ${subnetId}`)
      )
    })
    const holder =
      alike.find((each) => text(each.it, 'FunctionName') === purpose.functionName) ?? alike[0]
    if (!holder) continue
    faces.set(id, holder)
    taken.add(`${holder.id} ${subnetId}`)
  }
  made.set(dump, faces)
  return faces
}
