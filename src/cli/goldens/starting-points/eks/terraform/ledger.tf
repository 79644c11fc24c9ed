# a database in a VPC of its own, which knows the nodes' addresses only
resource "aws_vpc" "ledger" {
  cidr_block = "10.40.0.0/16"

  tags = { Name = "ledger" }
}

resource "aws_subnet" "ledger" {
  vpc_id            = aws_vpc.ledger.id
  cidr_block        = "10.40.1.0/24"
  availability_zone = local.azs[0]

  tags = { Name = "ledger" }
}

resource "aws_vpc_peering_connection" "ledger" {
  vpc_id      = module.vpc.vpc_id
  peer_vpc_id = aws_vpc.ledger.id
  auto_accept = true

  tags = { Name = "platform-ledger" }
}

resource "aws_route_table" "ledger" {
  vpc_id = aws_vpc.ledger.id

  tags = { Name = "ledger" }
}

resource "aws_route" "ledger_to_platform" {
  route_table_id            = aws_route_table.ledger.id
  destination_cidr_block    = module.vpc.vpc_cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.ledger.id
}

resource "aws_route_table_association" "ledger" {
  subnet_id      = aws_subnet.ledger.id
  route_table_id = aws_route_table.ledger.id
}

resource "aws_route" "platform_to_ledger" {
  count = length(module.vpc.private_route_table_ids)

  route_table_id            = module.vpc.private_route_table_ids[count.index]
  destination_cidr_block    = aws_vpc.ledger.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.ledger.id
}

resource "aws_security_group" "ledger" {
  name        = "ledger"
  description = "PostgreSQL for the nodes"
  vpc_id      = aws_vpc.ledger.id

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = [module.vpc.vpc_cidr_block]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "ledger" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "r7i.large"
  subnet_id              = aws_subnet.ledger.id
  vpc_security_group_ids = [aws_security_group.ledger.id]

  tags = { Name = "ledger-db" }
}
