import { isServiceOfAws } from '../aws-services'
import {
  allow,
  drop,
  ends,
  field,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
} from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { received } from '../received'
import { admit } from '../security-group/forward'
import { strayed } from '../strayed'

type Workload = ResourceOf<'workload'>

const deciderOf = (it: Workload): Decider => ({
  component: it.id,
  term: 'network interface',
  name: it.name,
  at: it.id,
})

/** Why is there no telling what this interface does? AWS would not have it as it is written. */
function faulty(
  it: Workload,
  face: NetworkInterface | null,
  { header }: Packet,
  network: NetworkView,
): Decision | null {
  const fault = face ? face.fault : (network.faultsOf(it.id)[0] ?? 'it has no network interface')
  if (!fault) return null
  const text = `AWS would refuse ${it.name}: ${fault}.`
  const because = field(it.id, 'interfaces')
  return drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header)
}

/** A stopped host neither sends nor receives. */
function idle(it: Workload, { header }: Packet): Decision | null {
  if (it.state === 'running') return null
  const text = `${it.name} is ${it.state}.`
  return drop(deciderOf(it), 'BAD_STATE', { text, because: field(it.id, 'state') }, header)
}

/**
 * A host sends past its security groups into its subnet, and receives past them; that is so within
 * a subnet too. (WALK-3, WALK-8, SG-1)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export const forward: Forwarding<'workload'> = {
  send: (it, { face }, packet, network) => {
    const { direction, header } = packet
    const verb = direction === 'request' ? 'sends to' : 'answers'
    const broken = faulty(it, face, packet, network) ?? idle(it, packet)
    const sends =
      broken ??
      allow(
        deciderOf(it),
        'sends',
        {
          text: `${it.name} (${header.source}) ${verb} ${header.destination}.`,
          because: { type: 'resource', resourceId: it.id },
        },
        header,
      )
    if (!face) return { decisions: [sends], packet, next: null }
    const filtered = isServiceOfAws(header.destination, face.vpcId, network)
      ? []
      : admit(face, 'egress', packet, network)
    return {
      decisions: [sends, ...filtered],
      packet,
      next: { to: face.subnetId, door: 'leave', face },
    }
  },

  arrive: (it, { face }, packet, network) => {
    const by = deciderOf(it)
    const stray = face && strayed(by, face, packet, network)
    if (stray) return { decisions: [stray], packet, next: null }
    const broken = faulty(it, face, packet, network)
    if (broken) return { decisions: [broken], packet, next: null }
    const filtered = face ? admit(face, 'ingress', packet, network) : []
    const stopped = idle(it, packet)
    const step = stopped ? ends(stopped, packet) : received(by, packet)
    return { ...step, decisions: [...filtered, ...step.decisions] }
  },
}
