resource "aws_security_group" "vpc_b_alb_b" {
  provider = aws.main_account_eu_west_1

  name        = "alb-b"
  description = "alb-b"
  vpc_id      = aws_vpc.vpc_b.id

  tags = {
    "Name" = "alb-b"
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_alb_b_rule_1" {
  provider = aws.main_account_eu_west_1

  security_group_id = aws_security_group.vpc_b_alb_b.id
  description       = "from VPC A"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = aws_vpc_ipv4_cidr_block_association.vpc_a_100_64_1_0_24.cidr_block
}

resource "aws_vpc_security_group_egress_rule" "vpc_b_alb_b_rule_1" {
  provider = aws.main_account_eu_west_1

  security_group_id = aws_security_group.vpc_b_alb_b.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "vpc_a_service_a" {
  provider = aws.main_account_eu_west_1

  name        = "service-a"
  description = "service-a"
  vpc_id      = aws_vpc.vpc_a.id

  tags = {
    "Name" = "service-a"
  }
}

resource "aws_vpc_security_group_egress_rule" "vpc_a_service_a_rule_1" {
  provider = aws.main_account_eu_west_1

  security_group_id = aws_security_group.vpc_a_service_a.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "vpc_b_service_b" {
  provider = aws.main_account_eu_west_1

  name        = "service-b"
  description = "service-b"
  vpc_id      = aws_vpc.vpc_b.id

  tags = {
    "Name" = "service-b"
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpc_b_service_b_rule_1" {
  provider = aws.main_account_eu_west_1

  security_group_id            = aws_security_group.vpc_b_service_b.id
  description                  = "from the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = aws_security_group.vpc_b_alb_b.id
}

resource "aws_vpc_security_group_egress_rule" "vpc_b_service_b_rule_1" {
  provider = aws.main_account_eu_west_1

  security_group_id = aws_security_group.vpc_b_service_b.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
