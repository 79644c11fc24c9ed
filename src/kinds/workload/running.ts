import { assertNever } from '../../base/invariant'
import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'
import { plannedDatabase, type PlannedDatabase } from './db-instance'
import { plannedService, type PlannedService } from './ecs-service'
import { plannedInstance, type PlannedInstance } from './instance'
import { plannedFunction, type PlannedFunction } from './lambda-function'
import { plannedNodes, type PlannedNodes } from './node-group'
import { plannedNetworks } from './plan'

type Workload = ResourceOf<'workload'>

/** What runs as a workload: made once somebody fills in the one thing it lacks. */
export type Running =
  | { readonly type: 'instance'; readonly plan: PlannedInstance }
  | { readonly type: 'service'; readonly plan: PlannedService }
  | { readonly type: 'function'; readonly plan: PlannedFunction }
  | { readonly type: 'database'; readonly plan: PlannedDatabase }
  | { readonly type: 'nodes'; readonly plan: PlannedNodes }
  /** `because` says why AWS would not take it; null where nobody knows what it is. */
  | { readonly type: 'nothing'; readonly because: string | null; readonly remedy: string }

const nothing = (because: string | null, remedy: string): Running => ({
  type: 'nothing',
  because,
  remedy,
})

const severalVpcs = 'it lies in several VPCs'
const oneVpc = 'Draw one for each VPC.'

export function runningOf(workload: Workload, context: EmitContext, language: Language): Running {
  const networks = plannedNetworks(workload, context, language)
  switch (workload.workloadType) {
    case 'ec2-instance':
    case 'appliance': {
      const plan = plannedInstance(workload, context)
      if (plan) return { type: 'instance', plan }
      return nothing(
        'AWS attaches an instance only to network interfaces of one Availability Zone',
        'Draw one instance for each Availability Zone.',
      )
    }
    case 'ecs-service': {
      const plan = plannedService(workload, networks, context)
      return plan ? { type: 'service', plan } : nothing(severalVpcs, oneVpc)
    }
    case 'lambda-function': {
      const plan = plannedFunction(workload, networks, context)
      return plan ? { type: 'function', plan } : nothing(severalVpcs, oneVpc)
    }
    case 'rds-db-instance': {
      const plan = plannedDatabase(workload, networks, context)
      if (plan) return { type: 'database', plan }
      return nothing(
        'a DB subnet group takes subnets of one VPC in two Availability Zones',
        'Give it subnets in two Availability Zones.',
      )
    }
    case 'eks-node-group': {
      const plan = plannedNodes(workload, networks, context)
      if (plan) return { type: 'nodes', plan }
      return nothing(
        'no EKS cluster of its VPC is known to be its own',
        'Draw the cluster, and pods of it on these nodes.',
      )
    }
    case 'generic':
      return nothing(null, '')
    default:
      return assertNever(workload.workloadType)
  }
}

/** What to do where the code makes nothing but the network. */
const byHand: Readonly<Record<Workload['workloadType'], string>> = {
  'ec2-instance': 'Launch an instance for each zone with the network interfaces of the output.',
  appliance: 'Launch an appliance for each zone with the network interfaces of the output.',
  generic: 'Attach whatever runs there to the network interfaces of the output.',
  'ecs-service': 'Give the outputs to the network configuration (awsvpc) of an ECS service.',
  'lambda-function': 'Give the outputs to the VPC configuration of a function.',
  'rds-db-instance':
    'Give the subnet IDs to a DB subnet group and the security group IDs to the DB instance.',
  'eks-node-group':
    'Give the subnet IDs to the node group and the security group IDs to its launch template.',
}

/** What to fill in. */
export function hintFor({ workloadType }: Workload, running: Running): string {
  switch (running.type) {
    case 'instance':
      return `Set ${running.plan.image.name} to the ID of an image; ${running.plan.type.name} is a first choice.`
    case 'service':
      return `Set ${running.plan.taskDefinition.name} to a task definition, and ${running.plan.cluster.name} to the cluster that runs it.`
    case 'function':
      return `Set ${running.plan.image.name} to the URI of a container image.`
    case 'database':
      return `Set ${running.plan.engine.name} to an engine; ${running.plan.instanceClass.name} is a first choice.`
    case 'nodes':
      return `Set ${running.plan.version.name} to the version of Kubernetes.`
    case 'nothing':
      return byHand[workloadType]
    default:
      return assertNever(running)
  }
}
