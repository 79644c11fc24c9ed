import type { Id } from '../resource'
import type { AsTarget } from '../target'

/** An instance ID as target means its primary interface; AWS takes it where there is only one. */
export const target: AsTarget<'workload'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: true,
  onEdge: true,
  cause: (it, vpcId, { design }) =>
    (Object.keys(it.interfaces) as Id<'subnet'>[]).some((id) => design.get(id)?.vpcId === vpcId)
      ? null
      : 'foreign-target',
}
