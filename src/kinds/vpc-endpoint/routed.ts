import { ref, type Value } from '../../iac/value'
import type { Design } from '../contract'
import type { Language } from '../emit'
import { firewallEndpointId } from '../network-firewall/endpoints'
import type { ResourceOf } from '../resource'
import { accepterPart, endpointPlan, isAcceptedByCode } from './plan'

/** The ID of an endpoint that is made, for a route: known once the endpoint is accepted. (EP-12) */
export function routedEndpoint(
  it: ResourceOf<'vpc-endpoint'>,
  design: Design,
  language: Language,
): Value {
  const plan = endpointPlan(it, design, language)
  const [subnet] = plan.subnets
  if (plan.service?.kind === 'network-firewall' && subnet)
    return firewallEndpointId(plan.service, subnet, language)
  return isAcceptedByCode(plan, language) ? ref(it.id, 'vpc_endpoint_id', accepterPart) : ref(it.id)
}
