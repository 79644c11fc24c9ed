variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "secondary_cidr" {
  description = "For pods, which need many addresses"
  type        = string
  default     = null
}

variable "azs" {
  type = list(string)
}

variable "private_subnets" {
  type    = list(string)
  default = []
}

variable "public_subnets" {
  type    = list(string)
  default = []
}

variable "pod_subnets" {
  type    = list(string)
  default = []
}

variable "public_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "private_subnet_tags" {
  type    = map(string)
  default = {}
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

resource "aws_vpc_ipv4_cidr_block_association" "pods" {
  count = var.secondary_cidr == null ? 0 : 1

  vpc_id     = aws_vpc.this.id
  cidr_block = var.secondary_cidr
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

resource "aws_subnet" "public" {
  count = length(var.public_subnets)

  vpc_id                  = aws_vpc.this.id
  cidr_block              = var.public_subnets[count.index]
  availability_zone       = element(var.azs, count.index)
  map_public_ip_on_launch = true

  tags = merge({ Name = format("%s-public-%s", var.name, element(var.azs, count.index)) }, var.public_subnet_tags)
}

resource "aws_subnet" "private" {
  count = length(var.private_subnets)

  vpc_id            = aws_vpc.this.id
  cidr_block        = var.private_subnets[count.index]
  availability_zone = element(var.azs, count.index)

  tags = merge({ Name = format("%s-private-%s", var.name, element(var.azs, count.index)) }, var.private_subnet_tags)
}

resource "aws_subnet" "pods" {
  count = length(var.pod_subnets)

  # the block has to be there before what lies in it
  vpc_id            = aws_vpc_ipv4_cidr_block_association.pods[0].vpc_id
  cidr_block        = var.pod_subnets[count.index]
  availability_zone = element(var.azs, count.index)

  tags = { Name = format("%s-pods-%s", var.name, element(var.azs, count.index)) }
}

resource "aws_eip" "nat" {
  domain = "vpc"

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public[0].id

  tags = { Name = var.name }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-public" }
}

resource "aws_route" "public_internet_gateway" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  count = length(var.public_subnets)

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  count = 1

  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-private" }
}

resource "aws_route" "private_nat_gateway" {
  route_table_id         = aws_route_table.private[0].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this.id
}

resource "aws_route_table_association" "private" {
  count = length(var.private_subnets)

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[0].id
}

# pods are seen outside with the address of their node, so theirs need no way out
resource "aws_route_table" "pods" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-pods" }
}

resource "aws_route_table_association" "pods" {
  count = length(var.pod_subnets)

  subnet_id      = aws_subnet.pods[count.index].id
  route_table_id = aws_route_table.pods.id
}

output "vpc_id" {
  value = aws_vpc.this.id
}

output "vpc_cidr_block" {
  value = aws_vpc.this.cidr_block
}

output "private_subnets" {
  value = aws_subnet.private[*].id
}

output "pod_subnets" {
  value = aws_subnet.pods[*].id
}

output "private_route_table_ids" {
  value = aws_route_table.private[*].id
}
