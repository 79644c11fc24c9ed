import { byCodeUnit } from '../../iac/order'
import { ref, type Reference, type Variable } from '../../iac/value'
import type { Design } from '../contract'
import { subnetIdsOf, type EmitContext } from '../emit'
import { isLoadBalancerWritten } from '../load-balancer/plan'
import type { Id, ResourceOf } from '../resource'
import { vpcIdOf } from '../vpc-of'
import { interfacePart, ownsInterfaces, termOf } from '../workload/plan'
import { latticeNames, namesIn } from './names'

type Network = ResourceOf<'service-network'>
type Listed = Network['services'][string]

/** What answers for a listener. */
export interface PlannedTargets {
  readonly name: string
  readonly type: 'IP' | 'ALB'
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP'
  readonly port: number
  readonly vpcId: Id<'vpc'>
  readonly members: readonly PlannedMember[]
}

export interface PlannedMember {
  readonly key: string
  readonly words: readonly string[]
  readonly what: 'interface' | 'load-balancer'
  readonly id: Reference
}

export interface PlannedListener {
  readonly port: number
  readonly protocol: Listed['protocol']
  readonly name: string
  /** Null answers that nothing is there. */
  readonly targets: PlannedTargets | null
}

export interface PlannedService {
  /** What the design calls it; which part of the network it is. */
  readonly called: string
  readonly name: string
  readonly authType: Listed['authType']
  /** The domain name that clients ask for, where VPC Lattice needs one of theirs. */
  readonly domain: Variable | undefined
  readonly listeners: readonly PlannedListener[]
}

export const servicePart = (called: string) => `service ${called}`
export const joinPart = (called: string) => `association ${called}`
export const listenerPart = (called: string, port: number) => `listener ${port} ${called}`
export const targetsPart = (called: string, port: number) => `targets ${port} ${called}`
export const memberPart = (called: string, port: number, key: string) =>
  `target ${port} ${key} ${called}`

/** What a service says where the design names nothing that answers. */
export const nobodyAnswers = 404

/** The name of the network, and its services by name; says what is lost. (EP-14) */
export function networkPlan(
  network: Network,
  context: EmitContext,
): { readonly name: string; readonly services: readonly PlannedService[] } {
  const { design, gap, renamed } = context
  const names = latticeNames(network, design)
  const why = 'VPC Lattice takes small letters, digits and hyphens, and each name once'
  if (names.network !== network.name)
    renamed('service network name', network.name, names.network, why)
  if (network.authType === 'AWS_IAM') reportAuth(`The service network ${network.name}`, gap)
  return {
    name: names.network,
    services: namesIn(network).map((called) => {
      const name = names.services.get(called) ?? called
      if (name !== called) renamed('service name', called, name, why)
      return serviceOf(network, called, name, context)
    }),
  }
}

const reportAuth = (said: string, gap: EmitContext['gap']) =>
  gap(
    `${said} asks who calls (AWS_IAM), and its auth policy is not part of the design: without one it lets nobody in.`,
    'Write an auth policy, for instance by aws vpc-lattice put-auth-policy.',
  )

function serviceOf(
  network: Network,
  called: string,
  name: string,
  context: EmitContext,
): PlannedService {
  const { gap } = context
  const rows = Object.entries(network.services)
    .filter(([, { serviceName }]) => serviceName === called)
    .toSorted(([a, one], [b, other]) => one.port - other.port || byCodeUnit(a, b))
    .map(([, row]) => row)
  const said = `The service ${called} of ${network.name}`
  const isAsking = rows.some(({ authType }) => authType === 'AWS_IAM')
  if (isAsking) reportAuth(said, gap)
  if (isAsking && rows.some(({ authType }) => authType === 'NONE'))
    gap(
      `${said} asks who calls on every port in the code: in the design some of its listeners do not.`,
      'Make services of two names of it.',
    )
  const listeners = rows.flatMap((row, index) => {
    if (rows.findIndex(({ port }) => port === row.port) !== index) {
      gap(
        `${said} listens on ${row.port} twice, and the second listener is left out.`,
        'Choose another port, or another name for the service.',
      )
      return []
    }
    return listenerOf(network, row, name, said, context)
  })
  return {
    called,
    name,
    authType: isAsking ? 'AWS_IAM' : 'NONE',
    domain: listeners.some(({ protocol }) => protocol === 'TLS_PASSTHROUGH')
      ? domainFor(called, said, context)
      : undefined,
    listeners,
  }
}

/** @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/tls-listeners.html */
function domainFor(called: string, said: string, { input, gap }: EmitContext): Variable {
  const domain = input({
    words: [called, 'domain name'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `Domain name that clients ask the service ${called} for; without one it is not made.`,
    pattern: '[A-Za-z0-9*-]+([.][A-Za-z0-9-]+)+',
    says: 'A domain name, such as orders.example.com.',
  })
  gap(
    `${said} passes TLS through and needs a domain name, which is no part of the design: the code makes it once it is set.`,
    `Set ${domain.name}, and let that name lead to the domain name that VPC Lattice gives the service.`,
  )
  return domain
}

function listenerOf(
  network: Network,
  row: Listed,
  service: string,
  said: string,
  context: EmitContext,
): readonly PlannedListener[] {
  const { gap } = context
  const targets = targetsOf(network, row, service, said, context)
  const name = `${row.protocol.toLowerCase().replaceAll('_', '-')}-${row.port}`
  if (targets) return [{ port: row.port, protocol: row.protocol, name, targets }]
  if (row.protocol === 'TLS_PASSTHROUGH') {
    gap(
      `${said} does not listen on ${row.port} in the code: what passes TLS through needs a target.`,
      'Choose a target.',
    )
    return []
  }
  gap(
    `${said} answers ${nobodyAnswers} on ${row.port} in the code: it has no target there.`,
    'Choose a target, or write one into the exported code.',
  )
  return [{ port: row.port, protocol: row.protocol, name, targets: null }]
}

function targetsOf(
  network: Network,
  row: Listed,
  service: string,
  said: string,
  { design, gap }: EmitContext,
): PlannedTargets | null {
  const it = row.targetId && design.get(row.targetId)
  if (!it) return null
  const leave = (because: string, remedy: string) => {
    gap(`${said} does not send to ${it.name} in the code: ${because}.`, remedy)
    return null
  }
  const vpcId = vpcIdOf(it, design)
  const vpc = vpcId && design.get(vpcId)
  if (!vpc || vpc.ownerId !== network.ownerId || vpc.region !== network.region)
    return leave(
      'it is in another account or Region than the service network, and a service has its targets where it is itself',
      'Make a service and its target group there, share it by AWS RAM, and associate it with the service network.',
    )
  if (it.kind === 'load-balancer' && it.type !== 'application')
    return leave(
      'among load balancers an Application Load Balancer alone is a target of VPC Lattice',
      'Choose another target.',
    )
  if (it.kind === 'load-balancer' && !isLoadBalancerWritten(it, design))
    return leave('it is left out itself', 'Mend the load balancer.')
  const protocol = row.protocol === 'TLS_PASSTHROUGH' ? 'TCP' : row.protocol
  if (protocol !== 'TCP')
    gap(
      `${said} speaks ${protocol} to ${it.name}, as to its clients on ${row.port}: the design does not say what the target speaks.`,
      'Change the protocol of the target group if the target speaks another.',
    )
  return {
    name: `to-${service}-${row.port}`,
    type: it.kind === 'load-balancer' ? 'ALB' : 'IP',
    protocol,
    port: row.targetPort,
    vpcId: vpc.id,
    members: membersOf(it, said, { design, gap }),
  }
}

function membersOf(
  it: ResourceOf<'workload' | 'load-balancer'>,
  said: string,
  { design, gap }: Pick<EmitContext, 'design' | 'gap'>,
): readonly PlannedMember[] {
  if (it.kind === 'load-balancer')
    return [{ key: it.id, words: [it.name], what: 'load-balancer', id: ref(it.id) }]
  if (ownsInterfaces(it)) {
    gap(
      `${said} has a target group without targets: what runs as the ${termOf(it)} ${it.name} registers itself, or somebody registers it.`,
      it.workloadType === 'ecs-service'
        ? 'Name the target group in the VPC Lattice configurations of the ECS service; it registers its tasks.'
        : 'Once it runs, run: aws vpc-lattice register-targets --target-group-identifier <id> --targets id=<address>',
    )
    return []
  }
  return interfacesOf(it, design)
}

const interfacesOf = (it: ResourceOf<'workload'>, design: Design): readonly PlannedMember[] =>
  subnetIdsOf(it).flatMap((subnetId) => {
    const subnet = design.get(subnetId)
    return subnet
      ? [
          {
            key: subnetId,
            words: [it.name, subnet.name],
            what: 'interface' as const,
            id: ref(it.id, 'id', interfacePart(subnetId)),
          },
        ]
      : []
  })
