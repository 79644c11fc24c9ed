import type { EmitContext } from './emit'
import type { ResourceOf } from './resource'

/**
 * AWS takes private autonomous system numbers on its side, of 16 bits or of 32.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnGateway.html
 */
export function reportAmazonSideAsn(
  { name, amazonSideAsn }: ResourceOf<'transit-gateway' | 'vpn-gateway' | 'direct-connect-gateway'>,
  { gap }: Pick<EmitContext, 'gap'>,
): void {
  const isShort = amazonSideAsn >= 64512 && amazonSideAsn <= 65534
  if (isShort || amazonSideAsn >= 4200000000) return
  gap(
    `${name} has the autonomous system number ${amazonSideAsn}. It is exported as drawn; AWS will refuse it.`,
    'Choose one from 64512 to 65534, or from 4200000000 to 4294967294.',
  )
}
