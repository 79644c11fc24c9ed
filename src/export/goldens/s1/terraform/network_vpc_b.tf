resource "aws_vpc" "vpc_b" {
  provider = aws.payments_ap_northeast_2

  cidr_block           = "10.1.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    "Name" = "VPC B"
  }
}

resource "aws_internet_gateway" "vpc_b_igw" {
  provider = aws.payments_ap_northeast_2

  vpc_id = aws_vpc.vpc_b.id

  tags = {
    "Name" = "VPC B igw"
  }
}

resource "aws_subnet" "vpc_b_private_a" {
  provider = aws.payments_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_b.id
  cidr_block              = "10.1.0.0/24"
  availability_zone       = "ap-northeast-2a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "B private a"
  }
}

resource "aws_route_table_association" "vpc_b_private_a" {
  provider = aws.payments_ap_northeast_2

  subnet_id      = aws_subnet.vpc_b_private_a.id
  route_table_id = aws_route_table.vpc_b_private.id
}

resource "aws_subnet" "vpc_b_private_b" {
  provider = aws.payments_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_b.id
  cidr_block              = "10.1.1.0/24"
  availability_zone       = "ap-northeast-2b"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "B private b"
  }
}

resource "aws_route_table_association" "vpc_b_private_b" {
  provider = aws.payments_ap_northeast_2

  subnet_id      = aws_subnet.vpc_b_private_b.id
  route_table_id = aws_route_table.vpc_b_private.id
}

resource "aws_subnet" "vpc_b_public_a" {
  provider = aws.payments_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_b.id
  cidr_block              = "10.1.100.0/24"
  availability_zone       = "ap-northeast-2a"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "B public a"
  }
}

resource "aws_route_table_association" "vpc_b_public_a" {
  provider = aws.payments_ap_northeast_2

  subnet_id      = aws_subnet.vpc_b_public_a.id
  route_table_id = aws_route_table.vpc_b_public.id
}

resource "aws_subnet" "vpc_b_public_b" {
  provider = aws.payments_ap_northeast_2

  vpc_id                  = aws_vpc.vpc_b.id
  cidr_block              = "10.1.101.0/24"
  availability_zone       = "ap-northeast-2b"
  map_public_ip_on_launch = false

  tags = {
    "Name" = "B public b"
  }
}

resource "aws_route_table_association" "vpc_b_public_b" {
  provider = aws.payments_ap_northeast_2

  subnet_id      = aws_subnet.vpc_b_public_b.id
  route_table_id = aws_route_table.vpc_b_public.id
}

resource "aws_default_route_table" "vpc_b_main" {
  provider = aws.payments_ap_northeast_2

  default_route_table_id = aws_vpc.vpc_b.default_route_table_id

  tags = {
    "Name" = "B main"
  }
}

resource "aws_route_table" "vpc_b_private" {
  provider = aws.payments_ap_northeast_2

  vpc_id = aws_vpc.vpc_b.id

  tags = {
    "Name" = "B private"
  }
}

resource "aws_route" "vpc_b_private_to_10_0_0_0_16" {
  provider = aws.payments_ap_northeast_2

  route_table_id            = aws_route_table.vpc_b_private.id
  destination_cidr_block    = aws_vpc.vpc_a.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.vpc_a_to_vpc_b.id
}

resource "aws_route_table" "vpc_b_public" {
  provider = aws.payments_ap_northeast_2

  vpc_id = aws_vpc.vpc_b.id

  tags = {
    "Name" = "B public"
  }
}

resource "aws_route" "vpc_b_public_default" {
  provider = aws.payments_ap_northeast_2

  route_table_id         = aws_route_table.vpc_b_public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.vpc_b_igw.id
}
