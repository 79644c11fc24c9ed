import {
  idOf,
  known,
  part,
  parts,
  text,
  texts,
  type Describe,
  type DescribeContext,
  type Described,
  type Entry,
  type Raw,
} from '../describe'
import { faceOf, facesOfInstance, groupsOf, purposeOf } from '../network-interface/described'
import { forwardingOf } from './forwarding'
import { isNode } from './node'

type Workload = Described<'workload'>

/** What runs in the VPCs: instances, and whatever else has an interface. */
export const describe: Describe<'workload'> = (context) => [
  ...instances(context),
  ...functions(context),
  ...others(context),
]

const groupIds = (awsIds: readonly string[]) => awsIds.map((each) => idOf('security-group', each))

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
function instances(context: DescribeContext): readonly Workload[] {
  return context.dump.all('Instances').flatMap((entry) => {
    const { it, id } = entry
    const state = text(part(it, 'State'), 'Name') ?? 'running'
    if (!id || state === 'terminated' || state === 'shutting-down') return []
    const primary = facesOfInstance(entry, context.dump).find((face) => {
      const purpose = purposeOf(face, context.dump)
      return purpose.type === 'instance' && purpose.isPrimary
    })
    const subnetId = primary && text(primary, 'SubnetId')
    if (!subnetId) {
      context.skip(id, 'No primary network interface of it is described.')
      return []
    }
    const forwarding = forwardingOf(id, primary, context)
    const hostsPods = isNode(entry, context)
    return [
      {
        ...known('workload', it, id),
        workloadType: forwarding === 'none' ? 'ec2-instance' : 'appliance',
        ...foreign(entry, subnetId, context),
        state: state === 'running' || state === 'pending' ? 'running' : 'stopped',
        forwarding,
        ...(hostsPods && { hostsPods }),
        interfaces: { [idOf('subnet', subnetId)]: withId(primary) },
        securityGroupIds: groupIds(groupsOf(primary)),
      },
    ]
  })
}

const withId = (it: Raw) => {
  const networkInterfaceId = text(it, 'NetworkInterfaceId')
  return { ...(networkInterfaceId && { networkInterfaceId }), ...faceOf(it) }
}

/** The account of what a participant put into a subnet that is shared with it. */
function foreign(entry: Entry, subnetId: string, { dump }: DescribeContext) {
  const home = dump.find('Subnets', subnetId)?.ownerId
  return entry.ownerId && home && entry.ownerId !== home ? { ownerId: entry.ownerId } : {}
}

/**
 * Functions in VPCs. Those with the same subnets and groups share their interfaces, so the addresses
 * are not theirs alone.
 * @source https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
function functions({ dump }: DescribeContext): readonly Workload[] {
  return dump.all('Functions').flatMap(({ it, id }) => {
    const config = part(it, 'VpcConfig')
    const subnetIds = texts(config, 'SubnetIds')
    if (!id || subnetIds.length === 0) return []
    return [
      {
        ...known('workload', it, id, text(it, 'FunctionName')),
        id: `workload:${id}`,
        workloadType: 'lambda-function',
        interfaces: Object.fromEntries(subnetIds.map((each) => [idOf('subnet', each), {}])),
        securityGroupIds: groupIds(texts(config, 'SecurityGroupIds')),
      },
    ]
  })
}

/** Everything else that has an interface, one by one. */
function others(context: DescribeContext): readonly Workload[] {
  const { dump } = context
  const found = dump.all('NetworkInterfaces').flatMap((entry): readonly Workload[] => {
    const { it, id } = entry
    const subnetId = text(it, 'SubnetId')
    const what = id === null ? null : holderOf(it, id, context)
    if (!subnetId || !what) return []
    return [
      {
        ...known('workload', it, what.awsId, what.name),
        workloadType: what.type,
        ...foreign(entry, subnetId, context),
        interfaces: { [idOf('subnet', subnetId)]: withId(it) },
        securityGroupIds: groupIds(groupsOf(it)),
      },
    ]
  })
  return [...found, ...databases(context)]
}

/** What has this interface, where nothing else that is described has it. */
function holderOf(it: Raw, id: string, context: DescribeContext) {
  const { dump } = context
  const purpose = purposeOf(it, dump)
  const about = text(it, 'Description')
  const as = (type: string, name: string | null, awsId = id) => ({ type, name, awsId })
  switch (purpose.type) {
    case 'lambda': {
      const { functionName } = purpose
      const isTold = dump
        .all('Functions')
        .some((each) => text(each.it, 'FunctionName') === functionName)
      return isTold ? null : as('lambda-function', functionName)
    }
    case 'task':
      return as('ecs-service', serviceOf(id, context))
    case 'database': {
      const database = databaseAt(it, context)
      return as('rds-db-instance', database && text(database.it, 'DBInstanceIdentifier'))
    }
    case 'load-balancer': {
      const isTold = dump.all('LoadBalancers').some((each) => each.id?.endsWith(`/${purpose.name}`))
      return isTold ? null : as('generic', about)
    }
    case 'instance': {
      // an instance that nobody described, seen by its primary interface
      const isTold = !purpose.isPrimary || dump.find('Instances', purpose.instanceId)
      return isTold ? null : as('ec2-instance', null, purpose.instanceId)
    }
    case 'part':
    case 'unattached':
      return null
    case 'cluster':
    case 'other':
      break
  }
  return as('generic', about)
}

/** The service whose task has this interface. */
function serviceOf(face: string, { dump }: DescribeContext): string | null {
  const task = dump
    .all('EcsTasks')
    .find(({ it }) =>
      parts(it, 'attachments').some((attachment) =>
        parts(attachment, 'details').some((detail) => text(detail, 'value') === face),
      ),
    )
  return task ? (text(task.it, 'group')?.replace(/^service:/, '') ?? null) : null
}

const groupsOfDatabase = (it: Raw) =>
  parts(it, 'VpcSecurityGroups').flatMap((each) => text(each, 'VpcSecurityGroupId') ?? [])

/** The database that an interface can only be of: the one in that zone with those groups. */
function databaseAt(face: Raw, { dump }: DescribeContext): Entry | null {
  const groups = groupsOf(face).toSorted().join()
  const found = dump.all('DBInstances').filter(({ it }) => {
    const subnets = parts(part(it, 'DBSubnetGroup'), 'Subnets')
    return (
      groupsOfDatabase(it).toSorted().join() === groups &&
      subnets.some((each) => text(each, 'SubnetIdentifier') === text(face, 'SubnetId')) &&
      [text(it, 'AvailabilityZone'), text(it, 'SecondaryAvailabilityZone')].includes(
        text(face, 'AvailabilityZone'),
      )
    )
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Databases where no interface of any is described: in the subnet of their zone. */
function databases({ dump, skip }: DescribeContext): readonly Workload[] {
  if (dump.all('NetworkInterfaces').some(({ it }) => purposeOf(it, dump).type === 'database'))
    return []
  return dump.all('DBInstances').flatMap(({ it, id }) => {
    const home = parts(part(it, 'DBSubnetGroup'), 'Subnets').find(
      (each) => text(part(each, 'SubnetAvailabilityZone'), 'Name') === text(it, 'AvailabilityZone'),
    )
    const subnetId = home && text(home, 'SubnetIdentifier')
    if (!id || !subnetId) {
      skip(id ?? 'a database', 'The subnet that it lies in is not described.')
      return []
    }
    return [
      {
        ...known('workload', it, id, text(it, 'DBInstanceIdentifier')),
        id: `workload:${id}`,
        workloadType: 'rds-db-instance',
        interfaces: { [idOf('subnet', subnetId)]: {} },
        securityGroupIds: groupIds(groupsOfDatabase(it)),
      },
    ]
  })
}
