import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** The pods of one deployment, on the nodes of a node group. (LB-13 to LB-17) */
export const schema = z.strictObject({
  id: idField('eks-pods'),
  kind: z.literal('eks-pods'),
  ...common,
  eksClusterId: idField('eks-cluster'),
  /** The node group they run on: a workload. */
  nodeGroupId: idField('workload'),
  /** Do they share the addresses of their nodes? (LB-17) */
  hostNetwork: z.boolean().default(false),
})
