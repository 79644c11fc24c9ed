resource "aws_lb" "vpc_b_alb_b" {
  provider = aws.main_account_eu_west_1

  name               = "ALB-B"
  load_balancer_type = "application"
  internal           = true
  ip_address_type    = "ipv4"
  security_groups    = [aws_security_group.vpc_b_alb_b.id]
  subnets            = [aws_subnet.vpc_b_routable_a.id, aws_subnet.vpc_b_routable_b.id]

  tags = {
    "Name" = "ALB B"
  }
}

resource "aws_lb_listener" "vpc_b_alb_b_80" {
  provider = aws.main_account_eu_west_1

  load_balancer_arn = aws_lb.vpc_b_alb_b.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.vpc_b_service_b_tg.arn
  }
}

resource "aws_lb_target_group" "vpc_b_service_b_tg" {
  provider = aws.main_account_eu_west_1

  name            = "service-b-tg"
  target_type     = "ip"
  protocol        = "HTTP"
  port            = 80
  vpc_id          = aws_vpc.vpc_b.id
  ip_address_type = "ipv4"

  tags = {
    "Name" = "service-b-tg"
  }
}
