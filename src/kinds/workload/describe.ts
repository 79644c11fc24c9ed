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
import {
  facesOfInstance,
  groupIds,
  groupsOf,
  purposeOf,
  withId,
} from '../network-interface/described'
import { calls } from '../untold'
import { databaseAt, databases } from './described-databases'
import { functionAt, functions } from './described-functions'
import { nodeGroups } from './described-nodes'
import { services } from './described-services'
import { forwardingOf } from './forwarding'
import { isNode } from './node'

type Workload = Described<'workload'>

/** What runs in the VPCs: instances, and whatever else has an interface. */
export const describe: Describe<'workload'> = (context) => [
  ...instances(context),
  ...functions(context),
  ...databases(context),
  ...services(context),
  ...nodeGroups(context),
  ...others(context),
]

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
function instances(context: DescribeContext): readonly Workload[] {
  return context.dump.all('Instances').flatMap((entry) => {
    const { it, id } = entry
    const state = text(part(it, 'State'), 'Name') ?? 'running'
    if (!id || state === 'terminated' || state === 'shutting-down') return []
    const faces = facesOfInstance(entry, context.dump)
    const primary = faces.find((face) => {
      const purpose = purposeOf(face, context.dump)
      return purpose.type === 'instance' && purpose.isPrimary
    })
    const subnetId = primary && text(primary, 'SubnetId')
    if (!subnetId) {
      context.skip(id, 'No primary network interface of it is described.')
      return []
    }
    const forwarding = forwardingOf(id, faces, context)
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

/** The account of what a participant put into a subnet that is shared with it. */
function foreign(entry: Entry, subnetId: string, { dump }: DescribeContext) {
  const home = dump.find('Subnets', subnetId)?.ownerId
  return entry.ownerId && home && entry.ownerId !== home ? { ownerId: entry.ownerId } : {}
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
        ...('forwarding' in what && { forwarding: what.forwarding }),
        ...('hostsPods' in what && what.hostsPods === true && { hostsPods: true }),
        ...('undescribed' in what && { undescribed: what.undescribed }),
        ...foreign(entry, subnetId, context),
        interfaces: { [idOf('subnet', subnetId)]: withId(it) },
        securityGroupIds: groupIds(groupsOf(it)),
      },
    ]
  })
  return found
}

/** What has this interface, where nothing else that is described has it. */
function holderOf(it: Raw, id: string, context: DescribeContext) {
  const { dump } = context
  const purpose = purposeOf(it, dump)
  const about = text(it, 'Description')
  const as = (type: string, name: string | null, awsId = id) => ({ type, name, awsId })
  switch (purpose.type) {
    case 'lambda':
      return functionAt(id, dump) ? null : as('lambda-function', purpose.functionName)
    case 'task': {
      const task = taskAt(id, context)
      const service = text(task?.it ?? {}, 'group')?.replace(/^service:/, '') ?? null
      return as('ecs-service', service, task?.id ?? id)
    }
    case 'database': {
      const known = databaseAt(id, dump)
      if (known?.role === 'primary') return null
      return as('rds-db-instance', known && `${known.name} standby`)
    }
    case 'load-balancer': {
      const isTold = dump.all('LoadBalancers').some((each) => each.id?.endsWith(`/${purpose.name}`))
      if (isTold) {
        // one interface stands for the node in a zone; others are there, and take what it takes
        const undescribed = 'a model of a further node in one zone'
        return isFirst(it, id, dump) ? null : { ...as('generic', about), undescribed }
      }
      // the interfaces of others are called after their type: `ELB app/name/id`
      const undescribed = about?.includes('/')
        ? 'aws elbv2 describe-load-balancers'
        : 'a model of Classic Load Balancers'
      return { ...as('generic', about), undescribed }
    }
    case 'instance': {
      // an instance that nobody described, seen by its primary interface
      const isTold = !purpose.isPrimary || dump.find('Instances', purpose.instanceId)
      if (!isTold)
        context.assume(purpose.instanceId, 'It runs: describe-instances does not tell of it.')
      return isTold
        ? null
        : {
            ...as('ec2-instance', null, purpose.instanceId),
            forwarding: forwardingOf(
              purpose.instanceId,
              facesAt(purpose.instanceId, dump),
              context,
            ),
            hostsPods: isNode({ id: purpose.instanceId, it: {} }, context),
          }
    }
    case 'endpoint': {
      const isTold = dump
        .all('VpcEndpoints')
        .some(
          (each) =>
            about?.includes(each.id ?? ' ') ||
            texts(each.it, 'SubnetIds').includes(text(it, 'SubnetId') ?? ' '),
        )
      // who answers there is not known, nor by which names it is called
      return isTold ? null : { ...as('generic', about), undescribed: calls.endpoints }
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

/** The interfaces of an instance that nobody described. */
const facesAt = (instanceId: string, dump: DescribeContext['dump']): readonly Raw[] =>
  dump
    .all('NetworkInterfaces')
    .map(({ it }) => it)
    .filter((it) => text(part(it, 'Attachment'), 'InstanceId') === instanceId)

/** Is it the interface that a load balancer is drawn with in its subnet? */
const isFirst = (it: Raw, id: string, dump: DescribeContext['dump']): boolean =>
  dump
    .all('NetworkInterfaces')
    .find((each) =>
      ['Description', 'SubnetId'].every((key) => text(each.it, key) === text(it, key)),
    )?.id === id

/** The task that has this interface. */
const taskAt = (face: string, { dump }: DescribeContext): Entry | undefined =>
  dump
    .all('EcsTasks')
    .find(({ it }) =>
      parts(it, 'attachments').some((attachment) =>
        parts(attachment, 'details').some((detail) => text(detail, 'value') === face),
      ),
    )
