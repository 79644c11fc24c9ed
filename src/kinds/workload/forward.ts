import { toPod } from '../eks-pods/forward'
import type { Forwarding } from '../forward'
import { hostArrive, hostSend } from '../host'

/** A host. The node of a cluster also hands on what is for its pods. (LB-15) */
export const forward: Forwarding<'workload'> = {
  send: (it, { face }, packet, network) => hostSend(it, face, packet, network),
  arrive: (it, { face }, packet, network) =>
    (face && toPod(face, packet, network)) ?? hostArrive(it, face, packet, network),
}
