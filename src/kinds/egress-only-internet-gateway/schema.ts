import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const schema = z.strictObject({
  id: idField('egress-only-internet-gateway'),
  kind: z.literal('egress-only-internet-gateway'),
  ...common,
  vpcId: idField('vpc'),
})
