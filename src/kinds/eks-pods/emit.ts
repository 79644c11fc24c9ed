import type { Emit } from '../emit'

/** Kubernetes makes pods, not AWS: both languages say the same. */
export const emit: Emit<'eks-pods'> = (pods, { design, gap }) => {
  const cluster = design.get(pods.eksClusterId)?.name ?? 'their cluster'
  gap(
    `The pods ${pods.name} are not in the code: Kubernetes makes them on the nodes of ${design.get(pods.nodeGroupId)?.name ?? 'their node group'}${pods.hostNetwork ? ', on the network of the host' : ''}.`,
    `Deploy them to ${cluster} by kubectl or Helm${pods.hostNetwork ? ', with hostNetwork: true' : ''}; target groups get them by a TargetGroupBinding.`,
  )
  return { blocks: [], outputs: [] }
}
