resource "aws_security_group" "vpc_b_alb_b" {
  provider = aws.payments_ap_northeast_2

  name        = "alb-b"
  description = "Load balancer of VPC B"
  vpc_id      = aws_vpc.vpc_b.id

  tags = {
    "Name" = "alb-b"
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_alb_b_rule_1" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_alb_b.id
  description       = "from the internet"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "vpc_b_alb_b_rule_1" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_alb_b.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "vpc_a_service_a" {
  provider = aws.platform_ap_northeast_2

  name        = "service-a"
  description = "Service A on EKS"
  vpc_id      = aws_vpc.vpc_a.id

  tags = {
    "Name" = "service-a"
  }
}

resource "aws_vpc_security_group_egress_rule" "vpc_a_service_a_rule_1" {
  provider = aws.platform_ap_northeast_2

  security_group_id = aws_security_group.vpc_a_service_a.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "vpc_b_service_b" {
  provider = aws.payments_ap_northeast_2

  name        = "service-b"
  description = "Service B on ECS"
  vpc_id      = aws_vpc.vpc_b.id

  tags = {
    "Name" = "service-b"
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_service_b_rule_1" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_service_b.id
  description       = "from inside VPC B"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = aws_vpc.vpc_b.cidr_block
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_service_b_rule_2" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_service_b.id
  description       = "service A, first zone"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = aws_subnet.vpc_a_private_a.cidr_block
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_service_b_rule_3" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_service_b.id
  description       = "service A, second zone"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = aws_subnet.vpc_a_private_b.cidr_block
}

resource "aws_vpc_security_group_egress_rule" "vpc_b_service_b_rule_1" {
  provider = aws.payments_ap_northeast_2

  security_group_id = aws_security_group.vpc_b_service_b.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
