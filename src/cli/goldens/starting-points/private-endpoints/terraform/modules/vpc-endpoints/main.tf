variable "vpc_id" {
  type = string
}

variable "endpoints" {
  description = "Endpoints by name, each with its service, type and what it is placed in"
  type        = any
  default     = {}
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

data "aws_region" "this" {}

data "aws_iam_policy_document" "any" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

locals {
  endpoints = { for name, endpoint in var.endpoints : name => endpoint if try(endpoint.create, true) }
}

resource "aws_vpc_endpoint" "this" {
  for_each = local.endpoints

  vpc_id            = var.vpc_id
  service_name      = "com.amazonaws.${data.aws_region.this.name}.${each.value.service}"
  vpc_endpoint_type = lookup(each.value, "service_type", "Interface")
  policy            = data.aws_iam_policy_document.any.json

  security_group_ids  = lookup(each.value, "service_type", "Interface") == "Interface" ? distinct(concat(var.security_group_ids, lookup(each.value, "security_group_ids", []))) : null
  subnet_ids          = lookup(each.value, "service_type", "Interface") == "Interface" ? distinct(concat(var.subnet_ids, lookup(each.value, "subnet_ids", []))) : null
  route_table_ids     = lookup(each.value, "service_type", "Interface") == "Gateway" ? lookup(each.value, "route_table_ids", null) : null
  private_dns_enabled = lookup(each.value, "service_type", "Interface") == "Interface" ? try(each.value.private_dns_enabled, true) : null

  tags = merge(lookup(each.value, "tags", {}), { Name = each.key })

  timeouts {
    create = "10m"
  }
}

output "ids" {
  value = { for name, endpoint in aws_vpc_endpoint.this : name => endpoint.id }
}
