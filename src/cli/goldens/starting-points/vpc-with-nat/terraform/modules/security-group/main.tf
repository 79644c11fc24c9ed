variable "name" {
  type = string
}

variable "description" {
  type    = string
  default = "Security Group managed by Terraform"
}

variable "vpc_id" {
  type = string
}

variable "rules" {
  description = "Known rules: from port, to port, protocol, description"
  type        = map(list(any))

  default = {
    all-all        = [-1, -1, "-1", "All protocols"]
    http-80-tcp    = [80, 80, "tcp", "HTTP"]
    https-443-tcp  = [443, 443, "tcp", "HTTPS"]
    postgresql-tcp = [5432, 5432, "tcp", "PostgreSQL"]
    ssh-tcp        = [22, 22, "tcp", "SSH"]
  }
}

variable "ingress_rules" {
  type    = list(string)
  default = []
}

variable "ingress_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "ingress_with_source_security_group_id" {
  type    = list(map(string))
  default = []
}

variable "ingress_with_self" {
  type    = list(map(string))
  default = []
}

variable "egress_rules" {
  type    = list(string)
  default = []
}

variable "egress_cidr_blocks" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

resource "aws_security_group" "this_name_prefix" {
  count = 1

  name_prefix = "${var.name}-"
  description = var.description
  vpc_id      = var.vpc_id

  tags = { Name = var.name }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group_rule" "ingress_rules" {
  count = length(var.ingress_rules)

  security_group_id = aws_security_group.this_name_prefix[0].id
  type              = "ingress"

  cidr_blocks = var.ingress_cidr_blocks
  description = var.rules[var.ingress_rules[count.index]][3]

  from_port = var.rules[var.ingress_rules[count.index]][0]
  to_port   = var.rules[var.ingress_rules[count.index]][1]
  protocol  = var.rules[var.ingress_rules[count.index]][2]
}

resource "aws_security_group_rule" "ingress_with_source_security_group_id" {
  count = length(var.ingress_with_source_security_group_id)

  security_group_id = aws_security_group.this_name_prefix[0].id
  type              = "ingress"

  source_security_group_id = var.ingress_with_source_security_group_id[count.index]["source_security_group_id"]

  from_port = lookup(
    var.ingress_with_source_security_group_id[count.index],
    "from_port",
    var.rules[lookup(var.ingress_with_source_security_group_id[count.index], "rule", "all-all")][0],
  )
  to_port = lookup(
    var.ingress_with_source_security_group_id[count.index],
    "to_port",
    var.rules[lookup(var.ingress_with_source_security_group_id[count.index], "rule", "all-all")][1],
  )
  protocol = lookup(
    var.ingress_with_source_security_group_id[count.index],
    "protocol",
    var.rules[lookup(var.ingress_with_source_security_group_id[count.index], "rule", "all-all")][2],
  )
}

resource "aws_security_group_rule" "ingress_with_self" {
  count = length(var.ingress_with_self)

  security_group_id = aws_security_group.this_name_prefix[0].id
  type              = "ingress"
  self              = lookup(var.ingress_with_self[count.index], "self", true)

  from_port = var.rules[var.ingress_with_self[count.index]["rule"]][0]
  to_port   = var.rules[var.ingress_with_self[count.index]["rule"]][1]
  protocol  = var.rules[var.ingress_with_self[count.index]["rule"]][2]
}

resource "aws_security_group_rule" "egress_rules" {
  count = length(var.egress_rules)

  security_group_id = aws_security_group.this_name_prefix[0].id
  type              = "egress"

  cidr_blocks = var.egress_cidr_blocks
  description = var.rules[var.egress_rules[count.index]][3]

  from_port = var.rules[var.egress_rules[count.index]][0]
  to_port   = var.rules[var.egress_rules[count.index]][1]
  protocol  = var.rules[var.egress_rules[count.index]][2]
}

output "security_group_id" {
  value = aws_security_group.this_name_prefix[0].id
}
