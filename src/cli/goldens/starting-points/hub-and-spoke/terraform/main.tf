data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  azs      = slice(data.aws_availability_zones.available.names, 0, 2)
  isolated = { for name, network in var.networks : name => network if network.isolated }
  open     = toset([for name, network in var.networks : name if !network.isolated])
}

################################################################################
# Transit gateway
################################################################################

resource "aws_ec2_transit_gateway" "this" {
  description                     = "All networks"
  amazon_side_asn                 = 64532
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = { Name = var.name }
}

resource "aws_ec2_transit_gateway_route_table" "spokes" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = { Name = "${var.name}-spokes" }
}

resource "aws_ec2_transit_gateway_route_table" "hub" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = { Name = "${var.name}-hub" }
}

module "network" {
  source   = "./modules/spoke"
  for_each = var.networks

  name               = each.key
  cidr               = each.value.cidr
  azs                = local.azs
  attached_zones     = each.value.attached_zones
  route_to_hub       = each.value.route_to_hub
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table_association" "isolated" {
  for_each = local.isolated

  transit_gateway_attachment_id  = module.network[each.key].attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

resource "aws_ec2_transit_gateway_route_table_association" "open" {
  for_each = local.open

  transit_gateway_attachment_id  = module.network[each.key].attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

# everybody learns the way to the shared services
resource "aws_ec2_transit_gateway_route_table_propagation" "to_spokes" {
  for_each = local.open

  transit_gateway_attachment_id  = module.network[each.key].attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

# the hub learns the way to everybody
resource "aws_ec2_transit_gateway_route_table_propagation" "to_hub" {
  for_each = module.network

  transit_gateway_attachment_id  = each.value.attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route" "spokes_default" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}

# without it spokes would reach each other by the NAT gateway
resource "aws_ec2_transit_gateway_route" "spokes_isolation" {
  destination_cidr_block         = "10.0.0.0/8"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spokes.id
}
