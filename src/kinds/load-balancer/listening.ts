import type { Header } from '../packet'
import { isSameProtocol } from '../protocols'
import type { Id, ResourceOf } from '../resource'
import { keysOf } from '../without'
import type { Action, Listener } from './links'

type LoadBalancer = ResourceOf<'load-balancer'>
type TargetGroup = ResourceOf<'target-group'>
type Protocol = Listener['protocol']

/** What a listener takes off the wire. */
const carriers: { readonly [P in Protocol]: readonly string[] } = {
  HTTP: ['tcp'],
  HTTPS: ['tcp'],
  TCP: ['tcp'],
  TLS: ['tcp'],
  UDP: ['udp'],
  TCP_UDP: ['tcp', 'udp'],
  QUIC: ['udp'],
  TCP_QUIC: ['tcp', 'udp'],
  // what comes by endpoints is carried in it, nothing is addressed to it
  GENEVE: [],
}

/**
 * Which target groups a listener may forward to, by their protocol.
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
 */
const takers: { readonly [P in Protocol]: readonly Protocol[] } = {
  HTTP: ['HTTP', 'HTTPS'],
  HTTPS: ['HTTP', 'HTTPS'],
  TCP: ['TCP', 'TCP_UDP'],
  TLS: ['TCP', 'TLS'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
  QUIC: ['QUIC', 'TCP_QUIC'],
  TCP_QUIC: ['TCP_QUIC'],
  GENEVE: ['GENEVE'],
}

const ofApplication: readonly Protocol[] = ['HTTP', 'HTTPS']

/** The listener on the packet's port, if it speaks the packet's protocol. */
export function listenerFor(
  it: LoadBalancer,
  { protocol, destinationPort }: Header,
): { readonly port: number; readonly listener: Listener } | null {
  if (typeof destinationPort !== 'number') return null
  const listener = it.listeners[destinationPort]
  if (!listener || ofApplication.includes(listener.protocol) !== (it.type === 'application'))
    return null
  const takes = carriers[listener.protocol].some((each) => isSameProtocol(each, protocol))
  return takes ? { port: destinationPort, listener } : null
}

/** Why AWS would not let this listener forward to this target group; null when it would. */
export function refusal(it: LoadBalancer, listener: Listener, group: TargetGroup): string | null {
  if (group.vpcId !== it.vpcId) return `target group ${group.name} belongs to another VPC`
  if (group.targetType === 'alb' && it.type === 'application')
    return `an Application Load Balancer cannot forward to ${group.name}, whose target is another one`
  if (!group.undescribed && !takers[listener.protocol].includes(group.protocol))
    return `a listener of ${listener.protocol} cannot forward to target group ${group.name}, which takes ${group.protocol}`
  return null
}

/** The target groups that an action forwards to; one of several that weighs nothing gets nothing. */
export function groupIdsOf(action: Action): readonly Id<'target-group'>[] {
  if (action.type !== 'forward') return []
  const ids = keysOf(action.targetGroups)
  return ids.filter((id) => ids.length === 1 || (action.targetGroups[id]?.weight ?? 0) > 0)
}
