resource "aws_lb" "vpc_b_alb_b" {
  provider = aws.payments_ap_northeast_2

  name               = "ALB-B"
  load_balancer_type = "application"
  internal           = false
  ip_address_type    = "ipv4"
  security_groups    = [aws_security_group.vpc_b_alb_b.id]
  subnets            = [aws_subnet.vpc_b_public_a.id, aws_subnet.vpc_b_public_b.id]

  tags = {
    "Name" = "ALB B"
  }

  depends_on = [aws_internet_gateway.vpc_b_igw]
}

resource "aws_lb_listener" "vpc_b_alb_b_443" {
  count = var.vpc_b_alb_b_443_certificate_arn == null ? 0 : 1

  provider = aws.payments_ap_northeast_2

  load_balancer_arn = aws_lb.vpc_b_alb_b.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.vpc_b_alb_b_443_certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.vpc_b_service_b_tg.arn
  }
}

resource "aws_lb_target_group" "vpc_b_service_b_tg" {
  provider = aws.payments_ap_northeast_2

  name            = "service-b-tg"
  target_type     = "ip"
  protocol        = "HTTP"
  port            = 8080
  vpc_id          = aws_vpc.vpc_b.id
  ip_address_type = "ipv4"

  tags = {
    "Name" = "service-b-tg"
  }
}
