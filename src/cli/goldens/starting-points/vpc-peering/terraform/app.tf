locals {
  zones = { a = 0, b = 1 }
}

resource "aws_vpc" "app" {
  cidr_block           = var.app_cidr
  enable_dns_hostnames = true

  tags = { Name = "app" }
}

resource "aws_subnet" "app" {
  for_each = local.zones

  vpc_id            = aws_vpc.app.id
  cidr_block        = cidrsubnet(aws_vpc.app.cidr_block, 8, each.value)
  availability_zone = "${var.region}${each.key}"

  tags = { Name = "app-${each.key}" }
}

resource "aws_route_table" "app" {
  for_each = local.zones

  vpc_id = aws_vpc.app.id

  tags = { Name = "app-${each.key}" }
}

resource "aws_route_table_association" "app" {
  for_each = local.zones

  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.key].id
}

resource "aws_security_group" "app" {
  name        = "app"
  description = "Application servers"
  vpc_id      = aws_vpc.app.id
}

resource "aws_vpc_security_group_ingress_rule" "app_from_data" {
  security_group_id = aws_security_group.app.id
  description       = "Callbacks"
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv4         = aws_vpc.data.cidr_block
}

resource "aws_vpc_security_group_ingress_rule" "app_from_ops" {
  security_group_id            = aws_security_group.app.id
  description                  = "SSH by the group of the operators"
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 22
  referenced_security_group_id = aws_security_group.ops.id
}

resource "aws_vpc_security_group_egress_rule" "app" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_instance" "app" {
  for_each = aws_subnet.app

  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.app.id]

  tags = { Name = "app-host-${each.key}" }
}
