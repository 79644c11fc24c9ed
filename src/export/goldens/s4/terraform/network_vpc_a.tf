resource "aws_vpc" "vpc_a" {
  provider = aws.main_account_eu_west_1

  cidr_block           = "10.0.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    "Name" = "VPC A"
  }
}

resource "aws_vpc_ipv4_cidr_block_association" "vpc_a_100_64_1_0_24" {
  provider = aws.main_account_eu_west_1

  vpc_id     = aws_vpc.vpc_a.id
  cidr_block = "100.64.1.0/24"
}

resource "aws_subnet" "vpc_a_routable" {
  provider = aws.main_account_eu_west_1

  vpc_id                  = aws_vpc_ipv4_cidr_block_association.vpc_a_100_64_1_0_24.vpc_id
  cidr_block              = "100.64.1.0/26"
  availability_zone       = "eu-west-1a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "a-routable"
  }
}

resource "aws_route_table_association" "vpc_a_routable" {
  provider = aws.main_account_eu_west_1

  subnet_id      = aws_subnet.vpc_a_routable.id
  route_table_id = aws_route_table.vpc_a_routable.id
}

resource "aws_subnet" "vpc_a_services" {
  provider = aws.main_account_eu_west_1

  vpc_id                  = aws_vpc.vpc_a.id
  cidr_block              = "10.0.0.0/24"
  availability_zone       = "eu-west-1a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "a-services"
  }
}

resource "aws_route_table_association" "vpc_a_services" {
  provider = aws.main_account_eu_west_1

  subnet_id      = aws_subnet.vpc_a_services.id
  route_table_id = aws_route_table.vpc_a_services.id
}

resource "aws_nat_gateway" "vpc_a_private_nat_gateway_a" {
  provider = aws.main_account_eu_west_1

  connectivity_type = "private"
  subnet_id         = aws_subnet.vpc_a_routable.id

  tags = {
    "Name" = "Private NAT gateway A"
  }
}

resource "aws_route_table" "vpc_a_routable" {
  provider = aws.main_account_eu_west_1

  vpc_id = aws_vpc.vpc_a.id

  tags = {
    "Name" = "a-routable"
  }
}

resource "aws_route" "vpc_a_routable_to_100_64_2_0_24" {
  provider = aws.main_account_eu_west_1

  route_table_id         = aws_route_table.vpc_a_routable.id
  destination_cidr_block = aws_vpc_ipv4_cidr_block_association.vpc_b_100_64_2_0_24.cidr_block
  transit_gateway_id     = aws_ec2_transit_gateway_vpc_attachment.vpc_a_to_transit_gateway.transit_gateway_id
}

resource "aws_route_table" "vpc_a_services" {
  provider = aws.main_account_eu_west_1

  vpc_id = aws_vpc.vpc_a.id

  tags = {
    "Name" = "a-services"
  }
}

resource "aws_route" "vpc_a_services_to_100_64_2_0_24" {
  provider = aws.main_account_eu_west_1

  route_table_id         = aws_route_table.vpc_a_services.id
  destination_cidr_block = "100.64.2.0/24"
  nat_gateway_id         = aws_nat_gateway.vpc_a_private_nat_gateway_a.id
}
