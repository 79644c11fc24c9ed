resource "aws_vpc" "egress" {
  cidr_block = var.egress_cidr

  tags = { Name = "egress" }
}

resource "aws_internet_gateway" "egress" {
  vpc_id = aws_vpc.egress.id

  tags = { Name = "egress" }
}

resource "aws_subnet" "egress_public" {
  vpc_id            = aws_vpc.egress.id
  cidr_block        = cidrsubnet(var.egress_cidr, 8, 0)
  availability_zone = local.azs[0]

  tags = { Name = "egress-public" }
}

resource "aws_subnet" "egress_tgw" {
  for_each = { for index, az in local.azs : az => cidrsubnet(var.egress_cidr, 12, 4080 + index) }

  vpc_id            = aws_vpc.egress.id
  cidr_block        = each.value
  availability_zone = each.key

  tags = { Name = "egress-tgw-${each.key}" }
}

resource "aws_eip" "egress" {
  domain = "vpc"
}

resource "aws_nat_gateway" "egress" {
  allocation_id = aws_eip.egress.allocation_id
  subnet_id     = aws_subnet.egress_public.id

  tags = { Name = "egress" }

  depends_on = [aws_internet_gateway.egress]
}

resource "aws_ec2_transit_gateway_vpc_attachment" "egress" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = aws_vpc.egress.id
  subnet_ids         = [for subnet in aws_subnet.egress_tgw : subnet.id]

  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = { Name = "egress" }
}

resource "aws_ec2_transit_gateway_route_table_association" "egress" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_route_table" "egress_public" {
  vpc_id = aws_vpc.egress.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.egress.id
  }

  # the way back to all who are attached
  route {
    cidr_block         = "10.0.0.0/8"
    transit_gateway_id = aws_ec2_transit_gateway_vpc_attachment.egress.transit_gateway_id
  }

  tags = { Name = "egress-public" }
}

resource "aws_route_table" "egress_tgw" {
  vpc_id = aws_vpc.egress.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.egress.id
  }

  tags = { Name = "egress-tgw" }
}

resource "aws_route_table_association" "egress_public" {
  subnet_id      = aws_subnet.egress_public.id
  route_table_id = aws_route_table.egress_public.id
}

resource "aws_route_table_association" "egress_tgw" {
  for_each = aws_subnet.egress_tgw

  subnet_id      = each.value.id
  route_table_id = aws_route_table.egress_tgw.id
}
