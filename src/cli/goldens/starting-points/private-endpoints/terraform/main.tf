terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}

data "aws_region" "current" {}

variable "cidr" {
  type    = string
  default = "10.50.0.0/16"
}

locals {
  name = "quiet"
  azs  = formatlist("%s%s", data.aws_region.current.name, ["a", "b"])
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = local.name }
}

resource "aws_subnet" "private" {
  for_each = { for index, az in local.azs : az => index }

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, each.value)
  availability_zone = each.key

  tags = { Name = "${local.name}-${each.key}" }
}

# a subnet that has been left out when the endpoints came
resource "aws_subnet" "legacy" {
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, 20)
  availability_zone = local.azs[0]

  tags = { Name = "${local.name}-legacy" }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-private" }
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

resource "aws_security_group" "endpoints" {
  name_prefix = "${local.name}-endpoints-"
  description = "HTTPS to the endpoints"
  vpc_id      = aws_vpc.this.id

  ingress {
    description = "From the private subnets"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [for subnet in aws_subnet.private : subnet.cidr_block]
  }

  tags = { Name = "${local.name}-endpoints" }
}

module "endpoints" {
  source = "./modules/vpc-endpoints"

  vpc_id             = aws_vpc.this.id
  security_group_ids = [aws_security_group.endpoints.id]
  subnet_ids         = values(aws_subnet.private)[*].id

  endpoints = {
    s3 = {
      service         = "s3"
      service_type    = "Gateway"
      route_table_ids = [aws_route_table.private.id]
    }
    ecr_api = { service = "ecr.api" }
    ecr_dkr = { service = "ecr.dkr" }
    logs    = { service = "logs" }
  }
}

resource "aws_security_group" "app" {
  name        = "${local.name}-app"
  description = "Containers"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_egress_rule" "app_endpoints" {
  security_group_id            = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.endpoints.id
}

# layers of images lie in S3, whose addresses change
resource "aws_vpc_security_group_egress_rule" "app_s3" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "tools" {
  name        = "${local.name}-tools"
  description = "Anything out, nothing in"
  vpc_id      = aws_vpc.this.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "app" {
  for_each = aws_subnet.private

  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.app.id]

  tags = { Name = "app-${trimprefix(each.key, data.aws_region.current.name)}" }
}

resource "aws_instance" "tools" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.private[local.azs[0]].id
  vpc_security_group_ids = [aws_security_group.tools.id]

  tags = { Name = "tools" }
}

resource "aws_instance" "legacy" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.legacy.id
  vpc_security_group_ids = [aws_security_group.tools.id]

  tags = { Name = "legacy" }
}
