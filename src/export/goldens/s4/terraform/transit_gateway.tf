resource "aws_ec2_transit_gateway" "transit_gateway" {
  provider = aws.main_account_eu_west_1

  amazon_side_asn                    = 64512
  auto_accept_shared_attachments     = "disable"
  default_route_table_association    = "disable"
  default_route_table_propagation    = "disable"
  dns_support                        = "enable"
  security_group_referencing_support = "disable"
  vpn_ecmp_support                   = "enable"

  tags = {
    "Name" = "Transit gateway"
  }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "vpc_a_to_transit_gateway" {
  provider = aws.main_account_eu_west_1

  transit_gateway_id                              = aws_ec2_transit_gateway.transit_gateway.id
  vpc_id                                          = aws_vpc.vpc_a.id
  subnet_ids                                      = [aws_subnet.vpc_a_routable.id]
  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  ipv6_support                                    = "disable"
  security_group_referencing_support              = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = {
    "Name" = "VPC A to transit gateway"
  }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "vpc_b_to_transit_gateway" {
  provider = aws.main_account_eu_west_1

  transit_gateway_id                              = aws_ec2_transit_gateway.transit_gateway.id
  vpc_id                                          = aws_vpc.vpc_b.id
  subnet_ids                                      = [aws_subnet.vpc_b_routable_a.id, aws_subnet.vpc_b_routable_b.id]
  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  ipv6_support                                    = "disable"
  security_group_referencing_support              = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = {
    "Name" = "VPC B to transit gateway"
  }
}

resource "aws_ec2_transit_gateway_route_table" "transit_gateway_from_vpc_a" {
  provider = aws.main_account_eu_west_1

  transit_gateway_id = aws_ec2_transit_gateway.transit_gateway.id

  tags = {
    "Name" = "From VPC A"
  }
}

resource "aws_ec2_transit_gateway_route_table_association" "transit_gateway_from_vpc_a_vpc_a_to_transit_gateway" {
  provider = aws.main_account_eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vpc_a_to_transit_gateway.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_a.id
}

resource "aws_ec2_transit_gateway_route" "transit_gateway_from_vpc_a_to_100_64_2_0_24" {
  provider = aws.main_account_eu_west_1

  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_a.id
  destination_cidr_block         = aws_vpc_ipv4_cidr_block_association.vpc_b_100_64_2_0_24.cidr_block
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vpc_b_to_transit_gateway.id
}

resource "aws_ec2_transit_gateway_route_table" "transit_gateway_from_vpc_b" {
  provider = aws.main_account_eu_west_1

  transit_gateway_id = aws_ec2_transit_gateway.transit_gateway.id

  tags = {
    "Name" = "From VPC B"
  }
}

resource "aws_ec2_transit_gateway_route_table_association" "transit_gateway_from_vpc_b_vpc_b_to_transit_gateway" {
  provider = aws.main_account_eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vpc_b_to_transit_gateway.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_b.id
}

resource "aws_ec2_transit_gateway_route" "transit_gateway_from_vpc_b_to_100_64_1_0_24" {
  provider = aws.main_account_eu_west_1

  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_b.id
  destination_cidr_block         = aws_vpc_ipv4_cidr_block_association.vpc_a_100_64_1_0_24.cidr_block
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vpc_a_to_transit_gateway.id
}
