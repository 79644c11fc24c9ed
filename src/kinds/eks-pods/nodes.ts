import type { NetworkInterface, NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type Pods = ResourceOf<'eks-pods'>

/** The key of the interface that stands for the pods on the nodes of a subnet. */
export const podsKey = (pods: Pods, nodeSubnetId: Id<'subnet'>) => `${pods.id} ${nodeSubnetId}`

/** The primary interface of the node that these pods run on. */
export function nodeOf(
  pods: Pods,
  face: NetworkInterface,
  network: NetworkView,
): NetworkInterface | undefined {
  return network
    .interfacesOf(pods.nodeGroupId)
    .find((node) => podsKey(pods, node.subnetId) === face.key)
}
