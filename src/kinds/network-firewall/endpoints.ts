import { expression, ref, verbatim, type Expression } from '../../iac/value'
import type { Design } from '../contract'
import type { Language } from '../emit'
import type { ResourceOf } from '../resource'
import { isOver } from '../vpc-endpoint/states'
import { keysOf } from '../without'

type Firewall = ResourceOf<'network-firewall'>

/** An endpoint that AWS makes with a firewall: one in each zone, in the VPC of the firewall. */
export interface FirewallEndpoint {
  readonly endpoint: ResourceOf<'vpc-endpoint'>
  readonly subnet: ResourceOf<'subnet'>
}

/** The subnets of a firewall, the first by endpoint of each zone, ordered by zone. (EP-12) */
export function endpointSubnets(firewall: Firewall, design: Design): readonly FirewallEndpoint[] {
  const zones = new Map<string, FirewallEndpoint>()
  for (const endpoint of design.all('vpc-endpoint')) {
    if (endpoint.serviceId !== firewall.id || endpoint.vpcId !== firewall.vpcId) continue
    if (endpoint.vpcEndpointType !== 'GatewayLoadBalancer' || isOver(endpoint)) continue
    const subnet = keysOf(endpoint.subnets)
      .toSorted()
      .map((id) => design.get(id))
      .find((it) => it?.vpcId === firewall.vpcId)
    if (subnet && !zones.has(subnet.availabilityZone))
      zones.set(subnet.availabilityZone, { endpoint, subnet })
  }
  return [...zones].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found)
}

/** AWS makes no firewall without an endpoint. */
export const isFirewallWritten = (firewall: Firewall, design: Design): boolean =>
  firewall.status !== 'DELETING' && endpointSubnets(firewall, design).length > 0

/**
 * The ID of an endpoint that AWS makes with a firewall. A template gets all of them in no order, each
 * behind its zone: `eu-west-1b:vpce-2,eu-west-1a:vpce-1`, split at the zone and at the comma.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html
 */
export function firewallEndpointId(
  firewall: Firewall,
  subnet: ResourceOf<'subnet'>,
  language: Language,
): Expression {
  if (language === 'terraform')
    return expression(
      verbatim('one([for state in '),
      ref(firewall.id, 'firewall_status[0].sync_states'),
      verbatim(' : state.attachment[0].endpoint_id if state.attachment[0].subnet_id == '),
      ref(subnet.id),
      verbatim('])'),
    )
  return expression(
    verbatim('!Select [0, !Split [",", !Select [1, !Split ['),
    `${subnet.availabilityZone}:`,
    verbatim(', !Join [",", '),
    ref(firewall.id, 'EndpointIds'),
    verbatim(']]]]]'),
  )
}
