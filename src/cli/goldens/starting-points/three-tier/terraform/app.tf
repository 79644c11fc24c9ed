resource "aws_ecs_cluster" "this" {
  name = var.name
}

resource "aws_iam_role" "execution" {
  name = "${var.name}-execution"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_ecs_task_definition" "web" {
  family                   = "storefront"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name         = "web"
    image        = var.web.image
    portMappings = [{ containerPort = var.web.port }]
  }])
}

resource "aws_ecs_service" "web" {
  name            = "storefront"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = var.web.count
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = [for key, subnet in aws_subnet.this : subnet.id if local.subnets[key].tier == "app"]
    security_groups = [aws_security_group.this["web"].id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = var.web.port
  }

  depends_on = [aws_lb_listener.https]
}

resource "aws_launch_template" "orders" {
  name_prefix            = "${var.name}-orders-"
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.this["orders"].id]
}

resource "aws_autoscaling_group" "orders" {
  name                = "${var.name}-orders"
  min_size            = 2
  max_size            = 6
  desired_capacity    = 2
  vpc_zone_identifier = [for key, subnet in aws_subnet.this : subnet.id if local.subnets[key].tier == "app"]
  target_group_arns   = [aws_lb_target_group.orders.arn]
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.orders.id
    version = "$Latest"
  }

  tag {
    key                 = "Name"
    value               = "orders"
    propagate_at_launch = true
  }
}

resource "aws_instance" "jump" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.this["app-a"].id
  vpc_security_group_ids = [aws_security_group.this["tools"].id]

  tags = { Name = "jump" }
}
