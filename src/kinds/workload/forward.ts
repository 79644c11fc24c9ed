import { toPod } from '../eks-pods/forward'
import { drop, field, type Forwarding, type Packet, type Step } from '../forward'
import { faulty, hostArrive, hostDecider, hostSend } from '../host'
import type { NetworkInterface } from '../network'
import type { ResourceOf } from '../resource'
import { backThrough } from './masquerade'
import { passOn } from './passing'
import { asNode, toOwnPod } from './pods'

type Workload = ResourceOf<'workload'>

/**
 * A Lambda function opens connections by its interfaces, but takes none: it is invoked by the
 * Lambda API.
 * @source https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
function uncalled(step: Step, it: Workload, { direction, header }: Packet): Step {
  const last = step.decisions.at(-1)
  const isCalled = direction === 'request' && last?.decision === 'delivers'
  if (!isCalled || it.workloadType !== 'lambda-function') return step
  const text = `${it.name} is a Lambda function: it is invoked by the Lambda API, and takes no connections at its network interfaces.`
  const because = field(it.id, 'workloadType')
  const refuses = drop(hostDecider(it), 'NO_POSSIBLE_DESTINATION', { text, because }, header)
  return { ...step, decisions: [...step.decisions.slice(0, -1), refuses] }
}

/**
 * The interface that AWS's own route names: of what exists, that of the instance itself, for the others
 * stand by themselves. (RT-13)
 */
function asNamed(it: Workload, faces: readonly NetworkInterface[]): NetworkInterface | undefined {
  const [own, ...more] = faces.filter(({ interfaceId }) => interfaceId === null)
  const isTold = own && it.interfaces[own.subnetId]?.networkInterfaceId
  return isTold && more.length === 0 ? own : undefined
}

/**
 * A host, or an appliance that forwards. The node of a cluster also hands on what is for its pods.
 * (LB-15, RT-19)
 */
export const forward: Forwarding<'workload'> = {
  send: (it, { face }, packet, network) =>
    asNode(it, face, packet, network) ?? hostSend(it, face, packet, network),
  arrive: (it, { face }, packet, network) =>
    (face &&
      (toPod(face, packet, network) ??
        toOwnPod(it, face, packet, network) ??
        backThrough(it, face, packet, network))) ??
    uncalled(hostArrive(it, face, packet, network), it, packet),
  through: (it, arrival, packet, network) => {
    const faces = network.interfacesOf(it.id).filter((each) => each.vpcId === arrival.vpcId)
    const [face, ...others] = faces
    const named = others.length === 0 ? face : asNamed(it, faces)
    if (named) return passOn(it, named, arrival, packet, network)
    const text = `The route names ${it.name}, which has ${faces.length} network interfaces in the VPC: AWS takes an instance as target only where it has one. Name one of its interfaces.`
    const unclear =
      (!face && faulty(it, null, packet, network)) ||
      drop(
        hostDecider(it),
        'UNSUPPORTED_COMPONENT',
        { text, because: field(it.id, 'interfaces') },
        packet.header,
      )
    return { decisions: [unclear], packet, next: null }
  },
}
