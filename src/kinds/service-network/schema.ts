import { z } from '../../base/zod'
import { accountIdField, common, idField, oneOfIds, regionField, rowKeyField } from '../fields'

/**
 * A VPC Lattice service of the network: a listener, and what answers behind it.
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_CreateListener.html
 */
const serviceSchema = z.strictObject({
  serviceName: z.string().min(1).max(63),
  protocol: z.enum(['HTTP', 'HTTPS', 'TLS_PASSTHROUGH']).default('HTTPS'),
  port: z.int().min(1).max(65_535).default(443),
  /** Null where no target is registered. */
  targetId: oneOfIds(['workload', 'load-balancer'], 'a target of VPC Lattice')
    .nullable()
    .default(null),
  targetPort: z.int().min(1).max(65_535).default(443),
  /** `AWS_IAM` asks who calls, which no network tells. */
  authType: z.enum(['NONE', 'AWS_IAM']).default('NONE'),
})

/**
 * A service network of VPC Lattice with its services: clients of associated VPCs reach them by name.
 * (EP-14)
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-networks.html
 */
export const schema = z.strictObject({
  id: idField('service-network'),
  kind: z.literal('service-network'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  authType: z.enum(['NONE', 'AWS_IAM']).default('NONE'),
  services: z.record(rowKeyField('the key of a service'), serviceSchema).default({}),
})
