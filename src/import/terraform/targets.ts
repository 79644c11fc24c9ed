/** How the IDs begin that these attributes hold, whatever type they stand in. */
const begins: Readonly<Record<string, readonly string[]>> = {
  allocation_id: ['eipalloc-'],
  associated_gateway_id: ['tgw-', 'vgw-'],
  association_default_route_table_id: ['tgw-rtb-'],
  carrier_gateway_id: ['cagw-'],
  client_vpn_endpoint_id: ['cvpn-endpoint-'],
  core_network_arn: ['arn:'],
  customer_gateway_id: ['cgw-'],
  default_network_acl_id: ['acl-'],
  default_route_table_id: ['rtb-'],
  destination_prefix_list_id: ['pl-'],
  egress_only_gateway_id: ['eigw-'],
  firewall_policy_arn: ['arn:'],
  gateway_id: ['igw-', 'vgw-'],
  gateway_load_balancer_arns: ['arn:'],
  instance: ['i-'],
  instance_id: ['i-'],
  internet_gateway_id: ['igw-'],
  listener_arn: ['arn:'],
  load_balancer_arn: ['arn:'],
  nat_gateway_id: ['nat-'],
  network_acl_id: ['acl-'],
  network_interface: ['eni-'],
  network_interface_id: ['eni-'],
  network_load_balancer_arns: ['arn:'],
  peer_transit_gateway_id: ['tgw-'],
  peer_vpc_id: ['vpc-'],
  prefix_list_id: ['pl-'],
  prefix_list_ids: ['pl-'],
  referenced_security_group_id: ['sg-'],
  route_table_id: ['rtb-'],
  route_table_ids: ['rtb-'],
  secondary_allocation_ids: ['eipalloc-'],
  security_group_id: ['sg-'],
  security_group_ids: ['sg-'],
  security_groups: ['sg-'],
  service_identifier: ['svc-'],
  service_network_identifier: ['sn-'],
  source_security_group_id: ['sg-'],
  subnet_id: ['subnet-'],
  subnet_ids: ['subnet-'],
  subnets: ['subnet-'],
  target_group_arn: ['arn:'],
  target_group_identifier: ['tg-'],
  target_vpc_subnet_id: ['subnet-'],
  transit_gateway_attachment_id: ['tgw-attach-'],
  transit_gateway_id: ['tgw-'],
  transit_gateway_route_table_id: ['tgw-rtb-'],
  transport_attachment_id: ['tgw-attach-'],
  vpc_endpoint_id: ['vpce-'],
  vpc_id: ['vpc-'],
  vpc_identifier: ['vpc-'],
  vpc_peering_connection_id: ['pcx-'],
  vpc_security_group_ids: ['sg-'],
  vpn_connection_id: ['vpn-'],
  vpn_gateway_id: ['vgw-'],
}

/** How the IDs that an attribute holds begin; empty where that is not known. */
export const prefixesFor = (attribute: string): readonly string[] =>
  Object.hasOwn(begins, attribute) ? (begins[attribute] ?? []) : []

/** Does an ID begin in one of these ways? `tgw-` begins no ID of a route table of one. */
export const isOfPrefix = (id: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) =>
    prefix === 'arn:'
      ? id.startsWith('arn:')
      : new RegExp(`^${prefix}[0-9a-f][0-9a-f-]*$`).test(id),
  )
