variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "azs" {
  type = list(string)
}

variable "attached_zones" {
  type = number
}

variable "route_to_hub" {
  type = bool
}

variable "transit_gateway_id" {
  type = string
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr

  tags = { Name = var.name }
}

resource "aws_subnet" "workload" {
  count = length(var.azs)

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnets(var.cidr, 8, 8, 12, 12)[count.index]
  availability_zone = var.azs[count.index]

  tags = { Name = "${var.name}-${substr(var.azs[count.index], -1, 1)}" }
}

resource "aws_subnet" "tgw" {
  count = var.attached_zones

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnets(var.cidr, 8, 8, 12, 12)[count.index + 2]
  availability_zone = var.azs[count.index]

  tags = { Name = "${var.name}-tgw-${count.index + 1}" }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  transit_gateway_id = var.transit_gateway_id
  vpc_id             = aws_vpc.this.id
  subnet_ids         = aws_subnet.tgw[*].id

  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = { Name = var.name }
}

resource "aws_route_table" "this" {
  vpc_id = aws_vpc.this.id

  dynamic "route" {
    for_each = var.route_to_hub ? ["0.0.0.0/0"] : []

    content {
      cidr_block         = route.value
      transit_gateway_id = aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_id
    }
  }

  tags = { Name = var.name }
}

resource "aws_route_table_association" "this" {
  count = length(aws_subnet.workload)

  subnet_id      = aws_subnet.workload[count.index].id
  route_table_id = aws_route_table.this.id
}

resource "aws_security_group" "this" {
  name        = var.name
  description = "Services for all networks"
  vpc_id      = aws_vpc.this.id

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  ingress {
    description = "Ping"
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = { Name = var.name }
}

resource "aws_instance" "host" {
  count = length(aws_subnet.workload)

  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.workload[count.index].id
  vpc_security_group_ids = [aws_security_group.this.id]

  tags = { Name = "${var.name}-host-${substr(var.azs[count.index], -1, 1)}" }
}

output "attachment_id" {
  value = aws_ec2_transit_gateway_vpc_attachment.this.id
}
