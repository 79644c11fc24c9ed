import { ref, type Reference, type Variable } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { keysOf } from '../without'
import type { Action, Listener } from './links'
import { refusal } from './listening'
import { isLoadBalancerWritten } from './plan'

type LoadBalancer = ResourceOf<'load-balancer'>

/** What becomes of a request, as far as AWS takes it. */
export type PlannedAction =
  | {
      readonly type: 'forward'
      readonly groups: readonly { readonly id: Id<'target-group'>; readonly weight: number }[]
    }
  | { readonly type: 'redirect'; readonly host: Variable | undefined }
  | { readonly type: 'fixed-response' }

export interface PlannedRule {
  readonly priority: string
  readonly hostHeaders: readonly string[]
  readonly pathPatterns: readonly string[]
  readonly action: PlannedAction
}

export interface PlannedListener {
  readonly port: string
  readonly protocol: Listener['protocol']
  readonly certificate: Variable | undefined
  readonly defaultAction: PlannedAction
  readonly rules: readonly PlannedRule[]
}

export const listenerPart = (port: string) => `listener ${port}`
export const rulePart = (port: string, priority: string) => `rule ${port} ${priority}`

/** TLS 1.3 and 1.2: what AWS would choose by itself still admits TLS 1.0. */
export const sslPolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06'

/** What the design does not say of a redirect and of an answer. */
export const redirected = { port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' } as const
export const answered = { contentType: 'text/plain', statusCode: '404' } as const

const byNumber = (record: Readonly<Record<string, unknown>>) =>
  Object.keys(record).toSorted((a, b) => Number(a) - Number(b))

const isEncrypted = ({ protocol }: Listener) => protocol === 'HTTPS' || protocol === 'TLS'

/** Is a listener on this port made only once somebody has set its certificate? */
export function isAwaitingCertificate(it: LoadBalancer, port: string): boolean {
  const listener = it.listeners[port]
  return listener !== undefined && isEncrypted(listener)
}

/** The ports on which the code makes the load balancer listen. */
export function writtenListeners(it: LoadBalancer, design: Design): readonly string[] {
  if (!isLoadBalancerWritten(it, design)) return []
  return byNumber(it.listeners).filter((port) => {
    const listener = it.listeners[port]
    return listener && !refusedListener(it, port, listener, design)
  })
}

/** The listeners by port, without what AWS would refuse, which becomes gaps. */
export function plannedListeners(
  it: LoadBalancer,
  context: EmitContext,
): readonly PlannedListener[] {
  const { design, gap } = context
  return byNumber(it.listeners).flatMap((port) => {
    const listener = it.listeners[port]
    if (!listener) return []
    const said = `The listener :${port} of ${it.name}`
    const refused = refusedListener(it, port, listener, design)
    if (refused) {
      gap(`${said} is left out: ${refused}.`, 'Mend it in the design.')
      return []
    }
    return [
      {
        port,
        protocol: listener.protocol,
        certificate: isEncrypted(listener) ? certificateFor(it, port, context) : undefined,
        defaultAction: actionOf(it, port, listener, listener.defaultAction, said, context),
        rules: rulesOf(it, port, listener, context),
      },
    ]
  })
}

function refusedListener(
  it: LoadBalancer,
  port: string,
  listener: Listener,
  design: Design,
): string | null {
  const ofApplication = listener.protocol === 'HTTP' || listener.protocol === 'HTTPS'
  if (ofApplication !== (it.type === 'application'))
    return `this type of load balancer does not speak ${listener.protocol}`
  if ((listener.protocol === 'GENEVE') !== (it.type === 'gateway'))
    return `this type of load balancer does not speak ${listener.protocol}`
  if (it.type === 'gateway' && byNumber(it.listeners)[0] !== port)
    return 'a Gateway Load Balancer has one listener'
  if (it.type !== 'application' && listener.defaultAction.type !== 'forward')
    return `a ${it.type === 'network' ? 'Network' : 'Gateway'} Load Balancer does nothing but forward`
  return refusedAction(it, listener, listener.defaultAction, design)
}

/** Why AWS takes none of the target groups of an action; null when it takes one of them. */
function refusedAction(
  it: LoadBalancer,
  listener: Listener,
  action: Action,
  design: Design,
): string | null {
  if (action.type !== 'forward') return null
  const refusals = keysOf(action.targetGroups).map((id) => refusedGroup(it, listener, id, design))
  return refusals.includes(null) ? null : (refusals[0] ?? 'it forwards to no target group')
}

function refusedGroup(
  it: LoadBalancer,
  listener: Listener,
  id: Id<'target-group'>,
  design: Design,
): string | null {
  const group = design.get(id)
  if (!group) return 'its target group is gone'
  const first = design
    .all('load-balancer')
    .find(
      (other) => other.id < it.id && isUsedBy(other, id) && isLoadBalancerWritten(other, design),
    )
  if (first)
    return `${group.name} serves ${first.name}, and a target group serves one load balancer`
  return refusal(it, listener, group)
}

const isUsedBy = ({ listeners }: LoadBalancer, id: Id<'target-group'>) =>
  Object.values(listeners).some(({ defaultAction, rules }) =>
    [defaultAction, ...Object.values(rules).map(({ action }) => action)].some(
      (action) => action.type === 'forward' && Object.hasOwn(action.targetGroups, id),
    ),
  )

function rulesOf(
  it: LoadBalancer,
  port: string,
  listener: Listener,
  context: EmitContext,
): readonly PlannedRule[] {
  return byNumber(listener.rules).flatMap((priority) => {
    const rule = listener.rules[priority]
    if (!rule) return []
    const { hostHeaders, pathPatterns } = rule
    const said = `The rule ${priority} of the listener :${port} of ${it.name}`
    const refused =
      it.type !== 'application'
        ? `a ${it.type === 'network' ? 'Network' : 'Gateway'} Load Balancer has no rules`
        : hostHeaders.length + pathPatterns.length === 0
          ? 'it has no condition'
          : refusedAction(it, listener, rule.action, context.design)
    if (refused) {
      context.gap(`${said} is left out: ${refused}.`, 'Mend it in the design.')
      return []
    }
    const action = actionOf(it, `${port} ${priority}`, listener, rule.action, said, context)
    return [{ priority, hostHeaders, pathPatterns, action }]
  })
}

function certificateFor(it: LoadBalancer, port: string, { design, input, gap }: EmitContext) {
  const vpc = design.get(it.vpcId)
  const certificate = input({
    words: [port, 'certificate arn'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `ARN of the certificate of ${it.name} on port ${port}; without one it does not listen there.`,
    pattern: 'arn:[a-z-]+:(acm|iam):.+',
    says: 'An ARN of a certificate in AWS Certificate Manager or IAM.',
  })
  gap(
    `The listener :${port} of ${it.name} needs a certificate, which is no part of the design: the code makes the listener once it is set.`,
    `Set ${certificate.name} to the ARN of a certificate of ${vpc?.region}.`,
  )
  return certificate
}

function actionOf(
  it: LoadBalancer,
  where: string,
  listener: Listener,
  action: Action,
  said: string,
  { design, input, gap }: EmitContext,
): PlannedAction {
  if (action.type === 'fixed-response') {
    gap(
      `${said} answers by itself; the design does not say what, so the code says ${answered.statusCode} without a text.`,
      'Write the answer into the exported code.',
    )
    return { type: 'fixed-response' }
  }
  if (action.type === 'redirect') {
    // where a request is encrypted already, the same address again would lead in a circle
    const host = isEncrypted(listener)
      ? input({
          words: [...where.split(' '), 'redirect host'],
          type: 'string',
          default: 'example.com',
          isToSet: true,
          description: `Host that ${it.name} redirects to.`,
        })
      : undefined
    gap(
      `${said} redirects; the design does not say where to, so the code redirects to ${host ? 'another host' : 'the same address'} by HTTPS.`,
      host ? `Set ${host.name}.` : 'Change it in the exported code if it should lead elsewhere.',
    )
    return { type: 'redirect', host }
  }
  const groups = keysOf(action.targetGroups).toSorted()
  for (const id of groups) {
    const because = refusedGroup(it, listener, id, design)
    if (because) gap(`${said} leaves out a target group: ${because}.`, 'Mend it in the design.')
  }
  return {
    type: 'forward',
    groups: groups
      .filter((id) => !refusedGroup(it, listener, id, design))
      .map((id) => ({ id, weight: action.targetGroups[id]?.weight ?? 1 })),
  }
}

/** Does one target group get everything, so that its weight means nothing? */
export const isPlainForward = ({ groups }: Extract<PlannedAction, { type: 'forward' }>) =>
  groups.length === 1 && groups[0]?.weight !== 0

/** The listeners and rules that send to a target group: services register there once one stands. */
export function sendersTo(groupId: Id<'target-group'>, design: Design): readonly Reference[] {
  return design.all('load-balancer').flatMap((it) =>
    writtenListeners(it, design).flatMap((port) => {
      const listener = it.listeners[port]
      if (!listener) return []
      const sends = (action: Action) =>
        action.type === 'forward' &&
        action.targetGroups[groupId] !== undefined &&
        refusedGroup(it, listener, groupId, design) === null
      const rules = it.type === 'application' ? byNumber(listener.rules) : []
      return [
        ...(sends(listener.defaultAction) ? [listenerPart(port)] : []),
        ...rules.flatMap((priority) => {
          const rule = listener.rules[priority]
          return rule &&
            rule.hostHeaders.length + rule.pathPatterns.length > 0 &&
            sends(rule.action)
            ? [rulePart(port, priority)]
            : []
        }),
      ].map((part) => ref(it.id, 'id', part))
    }),
  )
}
