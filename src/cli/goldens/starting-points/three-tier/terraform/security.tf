resource "aws_security_group" "this" {
  for_each = {
    front  = "Public load balancer"
    web    = "Containers"
    inner  = "Load balancer between the tiers"
    orders = "Order servers"
    data   = "PostgreSQL"
    tools  = "Anything out, nothing in"
  }

  name        = "${var.name}-${each.key}"
  description = each.value
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "front" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.this["front"].id
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
  cidr_ipv4         = "0.0.0.0/0"
}

locals {
  # each tier talks to the next one only
  chain = {
    web = {
      from = "front"
      to   = "web"
      port = var.web.port
    }
    inner = {
      from = "web"
      to   = "inner"
      port = 8080
    }
    orders = {
      from = "inner"
      to   = "orders"
      port = 8080
    }
    data = {
      from = "orders"
      to   = "data"
      port = 5432
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "chain" {
  for_each = local.chain

  security_group_id            = aws_security_group.this[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = aws_security_group.this[each.value.to].id
}

resource "aws_vpc_security_group_ingress_rule" "chain" {
  for_each = local.chain

  security_group_id            = aws_security_group.this[each.value.to].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = aws_security_group.this[each.value.from].id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  for_each = toset(["web", "orders"])

  security_group_id = aws_security_group.this[each.key].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "tools" {
  security_group_id = aws_security_group.this["tools"].id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
