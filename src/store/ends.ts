import type { Kind } from '../kinds/resource'

/** Kinds that a packet may start from or be meant for, in the order of lists. */
export const endKinds = [
  'workload',
  'load-balancer',
  'eks-pods',
  'eks-cluster',
  'network-interface',
  'internet',
  'public-address',
  'aws-service',
  'vpc-endpoint',
  'vpc-endpoint-service',
  'service-network',
  'on-premises-network',
  'client-vpn-endpoint',
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'transit-gateway',
  'vpc-peering-connection',
  'subnet',
] as const satisfies readonly Kind[]

/** Can a question start or end at it? */
export function isEnd({ kind }: { readonly kind: Kind }): boolean {
  return endKinds.some((it) => it === kind)
}
