import { z } from '../../base/zod'
import { common, idField, shaped } from '../fields'

/** An account that may make endpoints, or all of them. (EP-8) */
const principalField = shaped(
  /^(\*|\d{12})$/,
  'a principal',
  'Write the twelve digits of an AWS account, or * for every account.',
)

/**
 * A service of one's own behind load balancers, for endpoints of others. It exists in the zones of
 * its load balancers. (EP-8, EP-10)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceConfiguration.html
 */
export const schema = z.strictObject({
  id: idField('vpc-endpoint-service'),
  kind: z.literal('vpc-endpoint-service'),
  ...common,
  /** The VPC of its load balancers. */
  vpcId: idField('vpc'),
  type: z.enum(['Interface', 'GatewayLoadBalancer']).default('Interface'),
  loadBalancerIds: z.array(idField('load-balancer')).default([]),
  state: z.enum(['Pending', 'Available', 'Deleting', 'Deleted', 'Failed']).default('Available'),
  acceptanceRequired: z.boolean().default(true),
  /** The accounts that may make an endpoint, beside its own. */
  allowedPrincipals: z.array(principalField).default([]),
})
