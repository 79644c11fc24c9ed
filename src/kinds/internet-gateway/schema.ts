import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export const schema = z.strictObject({
  id: idField('internet-gateway'),
  kind: z.literal('internet-gateway'),
  ...common,
  /** The VPC it is drawn on. While detached, routes to it are blackholes. */
  vpcId: idField('vpc'),
  attachmentState: z.enum(['attached', 'detached']).default('attached'),
})
