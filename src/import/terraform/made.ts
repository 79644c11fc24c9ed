import { placeInArn, text, texts, type Raw } from '../../kinds/describe'
import { partitionOf } from '../../kinds/partition'
import {
  amazonBlockOf,
  clusterGroupOf,
  defaultAclOf,
  defaultGroupOf,
  defaultTableOf,
  mainTableOf,
  primaryIpOf,
} from '../cloudformation/attributes'
import { digitsOf, madeUpId } from '../cloudformation/ids'
import { attachmentOf } from '../cloudformation/types/transit-tables'
import { serviceNameOf } from '../cloudformation/types/endpoints'
import type { StackPlace } from '../cloudformation/stack'

/** How AWS begins the IDs of what it makes of these types. */
const prefixes: Readonly<Record<string, string>> = {
  aws_customer_gateway: 'cgw',
  aws_default_subnet: 'subnet',
  aws_default_vpc: 'vpc',
  aws_ec2_client_vpn_endpoint: 'cvpn-endpoint',
  aws_ec2_managed_prefix_list: 'pl',
  aws_ec2_transit_gateway: 'tgw',
  aws_ec2_transit_gateway_connect: 'tgw-attach',
  aws_ec2_transit_gateway_connect_peer: 'tgw-connect-peer',
  aws_ec2_transit_gateway_peering_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_route_table: 'tgw-rtb',
  aws_ec2_transit_gateway_vpc_attachment: 'tgw-attach',
  aws_egress_only_internet_gateway: 'eigw',
  aws_eip: 'eipalloc',
  aws_instance: 'i',
  aws_internet_gateway: 'igw',
  aws_launch_template: 'lt',
  aws_nat_gateway: 'nat',
  aws_network_acl: 'acl',
  aws_network_interface: 'eni',
  aws_route_table: 'rtb',
  aws_security_group: 'sg',
  aws_subnet: 'subnet',
  aws_vpc: 'vpc',
  aws_vpc_endpoint: 'vpce',
  aws_vpc_endpoint_service: 'vpce-svc',
  aws_vpc_peering_connection: 'pcx',
  aws_vpclattice_service: 'svc',
  aws_vpclattice_service_network: 'sn',
  aws_vpclattice_service_network_vpc_association: 'snva',
  aws_vpclattice_target_group: 'tg',
  aws_vpn_connection: 'vpn',
  aws_vpn_gateway: 'vgw',
}

/** Types whose ID is their ARN, by the part of the ARN that says what they are. */
const arns: Readonly<Record<string, string>> = {
  aws_alb: 'elasticloadbalancing loadbalancer',
  aws_alb_listener: 'elasticloadbalancing listener',
  aws_alb_target_group: 'elasticloadbalancing targetgroup',
  aws_db_instance: 'rds db',
  aws_ecs_service: 'ecs service',
  aws_eks_cluster: 'eks cluster',
  aws_eks_node_group: 'eks nodegroup',
  aws_lambda_function: 'lambda function',
  aws_lb: 'elasticloadbalancing loadbalancer',
  aws_lb_listener: 'elasticloadbalancing listener',
  aws_lb_listener_rule: 'elasticloadbalancing listener-rule',
  aws_lb_target_group: 'elasticloadbalancing targetgroup',
  aws_networkfirewall_firewall: 'network-firewall firewall',
  aws_networkfirewall_firewall_policy: 'network-firewall firewall-policy',
  aws_networkfirewall_rule_group: 'network-firewall rule-group',
  aws_rds_cluster_instance: 'rds db',
}

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** What these stand for is there with something else: that one's ID is theirs. */
const same: Readonly<Record<string, string>> = {
  aws_default_network_acl: 'default_network_acl_id',
  aws_default_route_table: 'default_route_table_id',
  aws_dx_hosted_private_virtual_interface_accepter: 'virtual_interface_id',
  aws_dx_hosted_transit_virtual_interface_accepter: 'virtual_interface_id',
  aws_ec2_transit_gateway_peering_attachment_accepter: 'transit_gateway_attachment_id',
  aws_ec2_transit_gateway_vpc_attachment_accepter: 'transit_gateway_attachment_id',
  aws_vpc_endpoint_connection_accepter: 'vpc_endpoint_id',
  aws_vpc_peering_connection_accepter: 'vpc_peering_connection_id',
  aws_vpc_peering_connection_options: 'vpc_peering_connection_id',
}

/** Is the ID of this type that of what this attribute names? */
export const sameAs = (type: string): string | null => own(same, type) ?? null

/** The ARN that stands for the one AWS will give. */
const arnOf = (said: string, name: string, address: string, { region, ownerId }: StackPlace) => {
  const [service = '', noun = ''] = said.split(' ')
  const digits = digitsOf(address).slice(1)
  return `arn:${partitionOf(region)}:${service}:${region}:${ownerId}:${noun}/${name}/${digits}`
}

/** The ID that stands for the one AWS will give to a resource of this address. */
export function madeId(type: string, name: string, address: string, place: StackPlace): string {
  const said = own(arns, type)
  if (said !== undefined) return arnOf(said, name, address, place)
  return madeUpId(own(prefixes, type) ?? type.replace(/^aws_/, '').replaceAll('_', '-'), address)
}

/** What AWS will tell of a thing beside its ID, as far as the ID says it; null for the rest. */
export function madeAttribute(
  { type, name, address, id, values }: Made,
  attribute: string,
  place: StackPlace,
): string | null {
  if (attribute === 'id') return id
  switch (`${type.replace(/^aws_default_vpc$/, 'aws_vpc')} ${attribute}`) {
    case 'aws_vpc default_route_table_id':
    case 'aws_vpc main_route_table_id':
      return mainTableOf(id)
    case 'aws_vpc default_network_acl_id':
      return defaultAclOf(id)
    case 'aws_vpc default_security_group_id':
      return defaultGroupOf(id)
    case 'aws_vpc ipv6_cidr_block':
      return values['assign_generated_ipv6_cidr_block'] === true ? amazonBlockOf(id) : null
    case 'aws_ec2_transit_gateway association_default_route_table_id':
    case 'aws_ec2_transit_gateway propagation_default_route_table_id':
      return defaultTableOf(id)
    case 'aws_dx_gateway_association dx_gateway_association_id':
    case 'aws_eip allocation_id':
    // what names these takes an ARN as well
    case 'aws_vpclattice_service arn':
    case 'aws_vpclattice_service_network arn':
    case 'aws_vpclattice_target_group arn':
      return id
    case 'aws_dx_gateway_association transit_gateway_attachment_id':
    case 'aws_vpn_connection transit_gateway_attachment_id':
      return attachmentOf(id)
    // AWS names these where nobody does
    case 'aws_autoscaling_group name':
    case 'aws_db_subnet_group name':
    case 'aws_launch_configuration name':
    case 'aws_launch_template name':
    case 'aws_rds_cluster cluster_identifier':
      return id
    case 'aws_vpc_endpoint_service service_name':
      return serviceNameOf(id, place)
    case 'aws_eks_cluster cluster_security_group_id':
      return clusterGroupOf(id)
    case 'aws_instance private_ip':
      return primaryIpOf(interfaceOf(id))
    case 'aws_network_interface private_ip':
      return firstOf(values) ?? primaryIpOf(id)
    case 'aws_instance primary_network_interface_id':
      return interfaceOf(id)
  }
  if (attribute === 'arn')
    return own(arns, type) === undefined
      ? arnOf(`ec2 ${type.replace(/^aws_/, '').replaceAll('_', '-')}`, name, address, place)
      : id
  return attribute === 'owner_id' ? place.ownerId : null
}

/** What AWS tells within a block of these, beside what is said there. */
export const toldWithin = (type: string, block: string): readonly string[] =>
  type === 'aws_eks_cluster' && block === 'vpc_config' ? ['cluster_security_group_id'] : []

/** A thing that is not there yet. */
export interface Made {
  readonly type: string
  readonly name: string
  readonly address: string
  readonly id: string
  readonly values: Raw
}

/** The interface that AWS makes with an instance. */
const interfaceOf = (id: string) => `eni-${id.replace(/^i-/, '')}-0`

/** Of the addresses of an interface the first is its primary one. */
const firstOf = (it: Raw): string | null =>
  [...texts(it, 'private_ip_list'), ...texts(it, 'private_ips')][0] ?? null

/** What a state tells of a thing and a plan does not, once it is made as planned. */
export function completed(type: string, values: Raw, id: string): Raw {
  switch (type) {
    case 'aws_vpc_peering_connection':
    case 'aws_vpc_peering_connection_accepter':
      return values['auto_accept'] === true && text(values, 'accept_status') === null
        ? { ...values, id, accept_status: 'active' }
        : { ...values, id }
    case 'aws_vpc':
    case 'aws_default_vpc': {
      const six = values['assign_generated_ipv6_cidr_block'] === true ? amazonBlockOf(id) : null
      const told = text(values, 'ipv6_cidr_block') ?? six
      return {
        ...values,
        id,
        default_route_table_id: mainTableOf(id),
        default_network_acl_id: defaultAclOf(id),
        default_security_group_id: defaultGroupOf(id),
        ...(told !== null && { ipv6_cidr_block: told }),
      }
    }
    case 'aws_instance':
      return { ...values, id, primary_network_interface_id: interfaceOf(id) }
    case 'aws_network_interface': {
      const primary = text(values, 'private_ip') ?? firstOf(values)
      return { ...values, id, ...(primary !== null && { private_ip: primary }) }
    }
    default:
      return { ...values, id }
  }
}

/** The account in the ARN of a role. */
export const accountIn = (role: string | null): string | null => placeInArn(role).ownerId
