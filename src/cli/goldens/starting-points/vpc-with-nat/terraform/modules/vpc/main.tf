locals {
  create_vpc = var.create_vpc

  len_public   = length(var.public_subnets)
  len_private  = length(var.private_subnets)
  len_database = length(var.database_subnets)

  max_subnet_length = max(local.len_private, local.len_public, local.len_database)

  create_public   = local.create_vpc && local.len_public > 0
  create_private  = local.create_vpc && local.len_private > 0
  create_database = local.create_vpc && local.len_database > 0

  nat_gateway_count = var.single_nat_gateway ? 1 : local.max_subnet_length

  # subnets wait for nothing else than the VPC
  vpc_id = try(aws_vpc.this[0].id, "")
}

resource "aws_vpc" "this" {
  count = local.create_vpc ? 1 : 0

  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = merge({ "Name" = var.name }, var.tags)
}

resource "aws_default_security_group" "this" {
  count = local.create_vpc ? 1 : 0

  vpc_id  = aws_vpc.this[0].id
  ingress = []
  egress  = []

  tags = merge({ "Name" = "${var.name}-default" }, var.tags)
}

################################################################################
# Public
################################################################################

resource "aws_subnet" "public" {
  count = local.create_public ? local.len_public : 0

  vpc_id                  = local.vpc_id
  cidr_block              = element(concat(var.public_subnets, [""]), count.index)
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  map_public_ip_on_launch = var.map_public_ip_on_launch

  tags = merge(
    { "Name" = format("${var.name}-public-%s", element(var.azs, count.index)) },
    var.tags,
  )
}

resource "aws_route_table" "public" {
  count = local.create_public ? 1 : 0

  vpc_id = local.vpc_id

  tags = merge({ "Name" = "${var.name}-public" }, var.tags)
}

resource "aws_route_table_association" "public" {
  count = local.create_public ? local.len_public : 0

  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = element(aws_route_table.public[*].id, 0)
}

resource "aws_internet_gateway" "this" {
  count = local.create_public && var.create_igw ? 1 : 0

  vpc_id = local.vpc_id

  tags = merge({ "Name" = var.name }, var.tags)
}

resource "aws_route" "public_internet_gateway" {
  count = local.create_public && var.create_igw ? 1 : 0

  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id

  timeouts {
    create = "5m"
  }
}

################################################################################
# Private
################################################################################

resource "aws_subnet" "private" {
  count = local.create_private ? local.len_private : 0

  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.private_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)

  tags = merge(
    { "Name" = format("${var.name}-private-%s", element(var.azs, count.index)) },
    var.tags,
  )
}

# as many tables as NAT gateways
resource "aws_route_table" "private" {
  count = local.create_private && local.max_subnet_length > 0 ? local.nat_gateway_count : 0

  vpc_id = local.vpc_id

  tags = merge(
    {
      "Name" = var.single_nat_gateway ? "${var.name}-private" : format("${var.name}-private-%s", element(var.azs, count.index))
    },
    var.tags,
  )
}

resource "aws_route_table_association" "private" {
  count = local.create_private ? local.len_private : 0

  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

################################################################################
# Database
################################################################################

resource "aws_subnet" "database" {
  count = local.create_database ? local.len_database : 0

  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.database_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)

  tags = merge(
    { "Name" = format("${var.name}-db-%s", element(var.azs, count.index)) },
    var.tags,
  )
}

resource "aws_route_table" "database" {
  count = local.create_database ? 1 : 0

  vpc_id = local.vpc_id

  tags = merge({ "Name" = "${var.name}-db" }, var.tags)
}

resource "aws_route_table_association" "database" {
  count = local.create_database ? local.len_database : 0

  subnet_id      = element(aws_subnet.database[*].id, count.index)
  route_table_id = aws_route_table.database[0].id
}

resource "aws_network_acl" "database" {
  count = local.create_database && var.database_dedicated_network_acl ? 1 : 0

  vpc_id     = local.vpc_id
  subnet_ids = aws_subnet.database[*].id

  tags = merge({ "Name" = "${var.name}-db" }, var.tags)
}

resource "aws_network_acl_rule" "database_inbound" {
  count = local.create_database && var.database_dedicated_network_acl ? length(var.database_inbound_acl_rules) : 0

  network_acl_id = aws_network_acl.database[0].id

  egress      = false
  rule_number = var.database_inbound_acl_rules[count.index]["rule_number"]
  rule_action = var.database_inbound_acl_rules[count.index]["rule_action"]
  from_port   = lookup(var.database_inbound_acl_rules[count.index], "from_port", null)
  to_port     = lookup(var.database_inbound_acl_rules[count.index], "to_port", null)
  protocol    = var.database_inbound_acl_rules[count.index]["protocol"]
  cidr_block  = lookup(var.database_inbound_acl_rules[count.index], "cidr_block", null)
}

resource "aws_network_acl_rule" "database_outbound" {
  count = local.create_database && var.database_dedicated_network_acl ? length(var.database_outbound_acl_rules) : 0

  network_acl_id = aws_network_acl.database[0].id

  egress      = true
  rule_number = var.database_outbound_acl_rules[count.index]["rule_number"]
  rule_action = var.database_outbound_acl_rules[count.index]["rule_action"]
  from_port   = lookup(var.database_outbound_acl_rules[count.index], "from_port", null)
  to_port     = lookup(var.database_outbound_acl_rules[count.index], "to_port", null)
  protocol    = var.database_outbound_acl_rules[count.index]["protocol"]
  cidr_block  = lookup(var.database_outbound_acl_rules[count.index], "cidr_block", null)
}

################################################################################
# NAT
################################################################################

resource "aws_eip" "nat" {
  count = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0

  domain = "vpc"

  tags = merge(
    { "Name" = format("${var.name}-%s", element(var.azs, var.single_nat_gateway ? 0 : count.index)) },
    var.tags,
  )

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  count = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0

  allocation_id = element(aws_eip.nat[*].id, var.single_nat_gateway ? 0 : count.index)
  subnet_id     = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)

  tags = merge(
    { "Name" = format("${var.name}-%s", element(var.azs, var.single_nat_gateway ? 0 : count.index)) },
    var.tags,
  )

  depends_on = [aws_internet_gateway.this]
}

resource "aws_route" "private_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0

  route_table_id         = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)

  timeouts {
    create = "5m"
  }
}
