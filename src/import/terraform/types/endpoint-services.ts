import { text, texts } from '../../../kinds/describe'
import { picked, type TypeReader } from '../../cloudformation/item'
import { partOf, type Words } from '../written'

const allowed = (ServiceId: string | null, AllowedPrincipals: readonly string[]) =>
  partOf('VPCEndpointServicePermissions', { ServiceId, AllowedPrincipals })

/** A service; a state tells whom it allows also where that is said apart. */
const service: Words = (it, id) => [
  partOf(
    'VPCEndpointService',
    picked(it, 'AcceptanceRequired', 'NetworkLoadBalancerArns', 'GatewayLoadBalancerArns', 'Tags'),
  ),
  allowed(id, texts(it, 'AllowedPrincipals')),
]

const principal: Words = (it) => [
  allowed(
    text(it, 'VpcEndpointServiceId'),
    [text(it, 'PrincipalArn')].flatMap((each) => each ?? []),
  ),
]

/** The owner of the service takes the endpoint in: from then on it carries. */
const accepter: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpcEndpointId')],
  read: (it, { book, lacks }) => {
    const made = book.find('VpcEndpoints', text(it.properties, 'VpcEndpointId'))
    if (made) made['State'] = 'available'
    else lacks(it, 'Its endpoint is not among the files.')
  },
}

/** Types whose meaning is that of a type of CloudFormation. */
export const serviceWords: Readonly<Record<string, Words>> = {
  aws_vpc_endpoint_service: service,
  aws_vpc_endpoint_service_allowed_principal: principal,
}

export const serviceParts: Readonly<Record<string, TypeReader>> = {
  aws_vpc_endpoint_connection_accepter: accepter,
}

/** The attributes that say something of the network; names and their verification do not. */
export const serviceTells: Readonly<Record<string, readonly string[]>> = {
  aws_vpc_endpoint_service: [
    'acceptance_required',
    'allowed_principals',
    'gateway_load_balancer_arns',
    'network_load_balancer_arns',
  ],
}
