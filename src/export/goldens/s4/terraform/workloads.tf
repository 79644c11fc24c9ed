# Made once it has a task definition. To fill in: how many tasks of Service A there are and where they run.
resource "aws_ecs_service" "vpc_a_service_a" {
  count = var.vpc_a_service_a_task_definition == null ? 0 : 1

  provider = aws.main_account_eu_west_1

  name            = "service-a"
  cluster         = var.ecs_cluster
  task_definition = var.vpc_a_service_a_task_definition
  desired_count   = 1
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = [aws_subnet.vpc_a_services.id]
    security_groups  = [aws_security_group.vpc_a_service_a.id]
    assign_public_ip = false
  }

  tags = {
    "Name" = "Service A"
  }
}

# Made once it has a task definition. To fill in: how many tasks of Service B there are and where they run.
resource "aws_ecs_service" "vpc_b_service_b" {
  count = var.vpc_b_service_b_task_definition == null ? 0 : 1

  provider = aws.main_account_eu_west_1

  name            = "service-b"
  cluster         = var.ecs_cluster
  task_definition = var.vpc_b_service_b_task_definition
  desired_count   = 1
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = [aws_subnet.vpc_b_services.id]
    security_groups  = [aws_security_group.vpc_b_service_b.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.vpc_b_service_b_tg.arn
    container_name   = var.vpc_b_service_b_container_name
    container_port   = 80
  }

  tags = {
    "Name" = "Service B"
  }

  depends_on = [aws_lb_listener.vpc_b_alb_b_80]
}
