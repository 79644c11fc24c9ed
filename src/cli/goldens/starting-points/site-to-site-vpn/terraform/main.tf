terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region              = "eu-west-2"
  allowed_account_ids = ["111122223333"]
}

variable "create_vpn" {
  type    = bool
  default = true
}

variable "customer_gateway_ip" {
  type    = string
  default = "198.51.100.20"
}

variable "office_networks" {
  description = "What lies behind the customer gateway"
  type        = set(string)
  default     = ["192.168.10.0/24", "192.168.11.0/24"]
}

resource "aws_vpc" "this" {
  cidr_block = "10.60.0.0/16"

  tags = { Name = "branch" }
}

resource "aws_subnet" "this" {
  for_each = toset(["a", "b"])

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, each.key == "a" ? 1 : 2)
  availability_zone = "eu-west-2${each.key}"

  tags = { Name = "branch-${each.key}" }
}

resource "aws_vpn_gateway" "this" {
  count = var.create_vpn ? 1 : 0

  vpc_id          = aws_vpc.this.id
  amazon_side_asn = 64620

  tags = { Name = "branch" }
}

resource "aws_customer_gateway" "office" {
  count = var.create_vpn ? 1 : 0

  bgp_asn    = 65000
  ip_address = var.customer_gateway_ip
  type       = "ipsec.1"

  tags = { Name = "office" }
}

resource "aws_vpn_connection" "office" {
  count = var.create_vpn ? 1 : 0

  vpn_gateway_id      = aws_vpn_gateway.this[0].id
  customer_gateway_id = aws_customer_gateway.office[0].id
  type                = aws_customer_gateway.office[0].type
  static_routes_only  = true

  tags = { Name = "office" }
}

resource "aws_vpn_connection_route" "office" {
  for_each = var.create_vpn ? var.office_networks : []

  destination_cidr_block = each.value
  vpn_connection_id      = aws_vpn_connection.office[0].id
}

resource "aws_route_table" "a" {
  vpc_id = aws_vpc.this.id

  # wider than what the office has
  route {
    cidr_block = "192.168.0.0/16"
    gateway_id = one(aws_vpn_gateway.this[*].id)
  }

  tags = { Name = "branch-a" }
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.this["a"].id
  route_table_id = aws_route_table.a.id
}

# the table of zone b has been forgotten
resource "aws_route_table" "b" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "branch-b" }
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.this["b"].id
  route_table_id = aws_route_table.b.id
}

resource "aws_security_group" "this" {
  name        = "branch"
  description = "From the office"
  vpc_id      = aws_vpc.this.id

  dynamic "ingress" {
    for_each = { https = 443, rdp = 3389 }

    content {
      description = ingress.key
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = var.office_networks
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "this" {
  for_each = aws_subnet.this

  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.this.id]

  tags = { Name = "host-${each.key}" }
}
