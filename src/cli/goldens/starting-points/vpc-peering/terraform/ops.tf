resource "aws_vpc" "ops" {
  cidr_block = var.ops_cidr

  tags = { Name = "ops" }
}

resource "aws_subnet" "ops" {
  vpc_id            = aws_vpc.ops.id
  cidr_block        = cidrsubnet(var.ops_cidr, 8, 1)
  availability_zone = "${var.region}a"

  tags = { Name = "ops" }
}

# what goes by the main route table needs no association
resource "aws_default_route_table" "ops" {
  default_route_table_id = aws_vpc.ops.default_route_table_id

  route {
    cidr_block                = var.app_cidr
    vpc_peering_connection_id = aws_vpc_peering_connection.app_ops.id
  }

  # by way of the application, which does not work
  route {
    cidr_block                = var.data_cidr
    vpc_peering_connection_id = aws_vpc_peering_connection.app_ops.id
  }

  tags = { Name = "ops" }
}

resource "aws_security_group" "ops" {
  name        = "ops"
  description = "Operators"
  vpc_id      = aws_vpc.ops.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [var.app_cidr, var.data_cidr]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "ops" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.ops.id
  vpc_security_group_ids = [aws_security_group.ops.id]

  tags = { Name = "ops-host" }
}
