resource "aws_vpc" "vpc_a" {
  provider = aws.platform_ap_northeast_2

  cidr_block           = "10.0.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    "Name" = "VPC A"
  }
}

resource "aws_internet_gateway" "vpc_a_igw" {
  provider = aws.platform_ap_northeast_2

  vpc_id = aws_vpc.vpc_a.id

  tags = {
    "Name" = "VPC A igw"
  }
}

resource "aws_subnet" "vpc_a_private_a" {
  provider = aws.platform_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_a.id
  cidr_block              = "10.0.0.0/24"
  availability_zone       = "ap-northeast-2a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "A private a"
  }
}

resource "aws_route_table_association" "vpc_a_private_a" {
  provider = aws.platform_ap_northeast_2

  subnet_id      = aws_subnet.vpc_a_private_a.id
  route_table_id = aws_route_table.vpc_a_private.id
}

resource "aws_subnet" "vpc_a_private_b" {
  provider = aws.platform_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_a.id
  cidr_block              = "10.0.1.0/24"
  availability_zone       = "ap-northeast-2b"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "A private b"
  }
}

resource "aws_route_table_association" "vpc_a_private_b" {
  provider = aws.platform_ap_northeast_2

  subnet_id      = aws_subnet.vpc_a_private_b.id
  route_table_id = aws_route_table.vpc_a_private.id
}

resource "aws_subnet" "vpc_a_public_a" {
  provider = aws.platform_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_a.id
  cidr_block              = "10.0.100.0/24"
  availability_zone       = "ap-northeast-2a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "A public a"
  }
}

resource "aws_route_table_association" "vpc_a_public_a" {
  provider = aws.platform_ap_northeast_2

  subnet_id      = aws_subnet.vpc_a_public_a.id
  route_table_id = aws_route_table.vpc_a_public.id
}

resource "aws_subnet" "vpc_a_public_b" {
  provider = aws.platform_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_a.id
  cidr_block              = "10.0.101.0/24"
  availability_zone       = "ap-northeast-2b"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "A public b"
  }
}

resource "aws_route_table_association" "vpc_a_public_b" {
  provider = aws.platform_ap_northeast_2

  subnet_id      = aws_subnet.vpc_a_public_b.id
  route_table_id = aws_route_table.vpc_a_public.id
}

resource "aws_eip" "vpc_a_nat_gateway_a" {
  provider = aws.platform_ap_northeast_2

  domain = "vpc"

  tags = {
    "Name" = "NAT gateway A"
  }

  depends_on = [aws_internet_gateway.vpc_a_igw]
}

resource "aws_nat_gateway" "vpc_a_nat_gateway_a" {
  provider = aws.platform_ap_northeast_2

  connectivity_type = "public"
  subnet_id         = aws_subnet.vpc_a_public_a.id
  allocation_id     = aws_eip.vpc_a_nat_gateway_a.id

  tags = {
    "Name" = "NAT gateway A"
  }

  depends_on = [aws_internet_gateway.vpc_a_igw]
}

resource "aws_default_route_table" "vpc_a_main" {
  provider = aws.platform_ap_northeast_2

  default_route_table_id = aws_vpc.vpc_a.default_route_table_id

  tags = {
    "Name" = "A main"
  }
}

resource "aws_route_table" "vpc_a_private" {
  provider = aws.platform_ap_northeast_2

  vpc_id = aws_vpc.vpc_a.id

  tags = {
    "Name" = "A private"
  }
}

resource "aws_route" "vpc_a_private_default" {
  provider = aws.platform_ap_northeast_2

  route_table_id         = aws_route_table.vpc_a_private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.vpc_a_nat_gateway_a.id
}

resource "aws_route" "vpc_a_private_to_10_1_0_0_16" {
  provider = aws.platform_ap_northeast_2

  route_table_id            = aws_route_table.vpc_a_private.id
  destination_cidr_block    = aws_vpc.vpc_b.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.vpc_a_to_vpc_b.id
}

resource "aws_route_table" "vpc_a_public" {
  provider = aws.platform_ap_northeast_2

  vpc_id = aws_vpc.vpc_a.id

  tags = {
    "Name" = "A public"
  }
}

resource "aws_route" "vpc_a_public_default" {
  provider = aws.platform_ap_northeast_2

  route_table_id         = aws_route_table.vpc_a_public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.vpc_a_igw.id
}
