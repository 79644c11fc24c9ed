resource "aws_vpc" "data" {
  provider = aws.data

  cidr_block           = var.data_cidr
  enable_dns_hostnames = true

  tags = { Name = "data" }
}

resource "aws_subnet" "db" {
  provider = aws.data
  for_each = local.zones

  vpc_id            = aws_vpc.data.id
  cidr_block        = cidrsubnet(aws_vpc.data.cidr_block, 8, each.value)
  availability_zone = "${var.region}${each.key}"

  tags = { Name = "db-${each.key}" }
}

resource "aws_subnet" "reports" {
  provider = aws.data

  vpc_id            = aws_vpc.data.id
  cidr_block        = cidrsubnet(aws_vpc.data.cidr_block, 8, 10)
  availability_zone = "${var.region}a"

  tags = { Name = "reports" }
}

resource "aws_route_table" "db" {
  provider = aws.data

  vpc_id = aws_vpc.data.id

  tags = { Name = "db" }
}

resource "aws_route_table" "reports" {
  provider = aws.data

  vpc_id = aws_vpc.data.id

  tags = { Name = "reports" }
}

resource "aws_route_table_association" "db" {
  provider = aws.data
  for_each = aws_subnet.db

  subnet_id      = each.value.id
  route_table_id = aws_route_table.db.id
}

resource "aws_route_table_association" "reports" {
  provider = aws.data

  subnet_id      = aws_subnet.reports.id
  route_table_id = aws_route_table.reports.id
}

resource "aws_security_group" "data" {
  provider = aws.data

  name        = "data"
  description = "Databases and reports"
  vpc_id      = aws_vpc.data.id

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "db" {
  provider = aws.data
  for_each = aws_subnet.db

  ami                    = "ami-0123456789abcdef0"
  instance_type          = "r6i.large"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.data.id]

  tags = { Name = "db-host-${each.key}" }
}

resource "aws_instance" "reports" {
  provider = aws.data

  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.reports.id
  vpc_security_group_ids = [aws_security_group.data.id]

  tags = { Name = "reports-host" }
}
