import { toPod } from '../eks-pods/forward'
import { drop, field, type Forwarding } from '../forward'
import { faulty, hostArrive, hostDecider, hostSend } from '../host'
import { backThrough } from './masquerade'
import { passOn } from './passing'

/**
 * A host, or an appliance that forwards. The node of a cluster also hands on what is for its pods.
 * (LB-15, RT-19)
 */
export const forward: Forwarding<'workload'> = {
  send: (it, { face }, packet, network) => hostSend(it, face, packet, network),
  arrive: (it, { face }, packet, network) =>
    (face && (toPod(face, packet, network) ?? backThrough(it, face, packet, network))) ??
    hostArrive(it, face, packet, network),
  through: (it, arrival, packet, network) => {
    const faces = network.interfacesOf(it.id).filter((each) => each.vpcId === arrival.vpcId)
    const [face, ...others] = faces
    if (face && others.length === 0) return passOn(it, face, arrival, packet, network)
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
