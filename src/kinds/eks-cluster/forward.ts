import type { Forwarding } from '../forward'
import { hostArrive, hostSend } from '../host'

/** The control plane calls its nodes and pods, and is called, by its interfaces. (LB-13) */
export const forward: Forwarding<'eks-cluster'> = {
  send: (it, { face }, packet, network) => hostSend(it, face, packet, network),
  arrive: (it, { face }, packet, network) => hostArrive(it, face, packet, network),
}
