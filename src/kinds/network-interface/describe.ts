import { idOf, known, text, type Describe, type Raw } from '../describe'
import { faceOf, facesOfInstance, groupsOf, purposeOf } from './described'

/**
 * Further interfaces of instances, and those that are attached to nothing. All others are drawn with
 * what they belong to.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html
 */
export const describe: Describe<'network-interface'> = ({ dump }) => {
  const instances = new Set(dump.all('Instances').map(({ id }) => id))
  const told = new Map<string, Raw>()
  for (const instance of dump.all('Instances'))
    for (const it of facesOfInstance(instance, dump))
      told.set(text(it, 'NetworkInterfaceId') ?? '', it)
  for (const { it, id } of dump.all('NetworkInterfaces')) {
    told.set(id ?? '', it)
    // an instance that nobody described is drawn where its primary interface is
    const purpose = purposeOf(it, dump)
    if (purpose.type === 'instance' && purpose.isPrimary) instances.add(purpose.instanceId)
  }
  return [...told.entries()].flatMap(([id, it]) => {
    const purpose = purposeOf(it, dump)
    const isFurther = purpose.type === 'instance' && !purpose.isPrimary
    const subnetId = text(it, 'SubnetId')
    if (!subnetId || (!isFurther && purpose.type !== 'unattached')) return []
    return [
      {
        ...known('network-interface', it, id, text(it, 'Description')),
        subnetId: idOf('subnet', subnetId),
        instanceId:
          purpose.type === 'instance' && instances.has(purpose.instanceId)
            ? idOf('workload', purpose.instanceId)
            : null,
        ...faceOf(it),
        groupIds: groupsOf(it).map((each) => idOf('security-group', each)),
      },
    ]
  })
}
