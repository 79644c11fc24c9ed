import { z } from '../../base/zod'
import { common, idField } from '../fields'

/**
 * A virtual private gateway. A VPC takes one. (VPN-1)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnGateway.html
 */
export const schema = z.strictObject({
  id: idField('vpn-gateway'),
  kind: z.literal('vpn-gateway'),
  ...common,
  vpcId: idField('vpc'),
  amazonSideAsn: z.int().min(1).max(4294967294).default(64512),
  attachmentState: z.enum(['attached', 'detached']).default('attached'),
})
