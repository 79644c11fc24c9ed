import type { Value } from '../../iac/value'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

/** Larger numbers go by another argument. */
const largestPlainAsn = 2147483647

/** A customer gateway as both languages need it. */
export interface CustomerGatewayPlan {
  readonly ipAddress: Value
  readonly asn: number
  /** Does the number take the argument for extended numbers? */
  readonly isExtended: boolean
}

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html */
export function customerGatewayPlan(
  gateway: ResourceOf<'customer-gateway'>,
  context: EmitContext,
): CustomerGatewayPlan {
  return {
    ipAddress: gateway.ipAddress ?? addressToSet(gateway, context),
    asn: gateway.bgpAsn,
    isExtended: gateway.bgpAsn > largestPlainAsn,
  }
}

/** AWS wants an address at once; until one is set it is one of those kept for documentation. */
function addressToSet(
  gateway: ResourceOf<'customer-gateway'>,
  { design, gap, input }: EmitContext,
): Value {
  const without = design.all('customer-gateway').filter(({ ipAddress }) => ipAddress === null)
  // AWS knows a customer gateway by address and number, so that no two may have the same
  const number = 1 + (without.findIndex(({ id }) => id === gateway.id) % 254)
  const address = input({
    words: ['ip address'],
    type: 'string',
    default: `192.0.2.${number}`,
    isToSet: true,
    description: `Address of the device ${gateway.name} on the internet.`,
    pattern: '[0-9a-fA-F.:]+',
    says: 'An address, such as 203.0.113.5.',
  })
  gap(
    `The address of ${gateway.name} is not part of the design; the code stands an address for documentation in its place.`,
    `Set ${address.name} to the address of the device.`,
  )
  return address
}
