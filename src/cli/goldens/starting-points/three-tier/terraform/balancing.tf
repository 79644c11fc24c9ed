resource "aws_lb" "front" {
  name               = "${var.name}-front"
  load_balancer_type = "application"
  security_groups    = [aws_security_group.this["front"].id]
  subnets            = [for key, subnet in aws_subnet.this : subnet.id if local.subnets[key].tier == "public"]
}

resource "aws_lb_target_group" "web" {
  name        = "${var.name}-web"
  target_type = "ip"
  port        = var.web.port
  protocol    = "HTTP"
  vpc_id      = aws_vpc.this.id
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.front.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb" "inner" {
  name               = "${var.name}-inner"
  internal           = true
  load_balancer_type = "application"
  security_groups    = [aws_security_group.this["inner"].id]
  subnets            = [for key, subnet in aws_subnet.this : subnet.id if local.subnets[key].tier == "app"]
}

resource "aws_lb_target_group" "orders" {
  name     = "${var.name}-orders"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.this.id
}

resource "aws_lb_listener" "orders" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 8080
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.orders.arn
  }
}
