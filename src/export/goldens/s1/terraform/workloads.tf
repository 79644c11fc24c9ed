# Made once it has a task definition. To fill in: how many tasks of Service B there are and where they run.
resource "aws_ecs_service" "vpc_b_service_b" {
  count = var.vpc_b_service_b_task_definition == null || var.vpc_b_alb_b_443_certificate_arn == null ? 0 : 1

  provider = aws.payments_ap_northeast_2

  name            = "service-b"
  cluster         = var.ecs_cluster
  task_definition = var.vpc_b_service_b_task_definition
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = [aws_subnet.vpc_b_private_a.id, aws_subnet.vpc_b_private_b.id]
    security_groups  = [aws_security_group.vpc_b_service_b.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.vpc_b_service_b_tg.arn
    container_name   = var.vpc_b_service_b_container_name
    container_port   = 8080
  }

  tags = {
    "Name" = "Service B"
  }

  depends_on = [aws_lb_listener.vpc_b_alb_b_443]
}
