output "vpc_a_vpc_id" {
  description = "VPC ID of VPC A."
  value       = aws_vpc.vpc_a.id
}

output "vpc_a_subnet_ids" {
  description = "Subnet IDs of VPC A, by name."

  value = {
    "a-routable" = aws_subnet.vpc_a_routable.id
    "a-services" = aws_subnet.vpc_a_services.id
  }
}

output "vpc_b_vpc_id" {
  description = "VPC ID of VPC B."
  value       = aws_vpc.vpc_b.id
}

output "vpc_b_subnet_ids" {
  description = "Subnet IDs of VPC B, by name."

  value = {
    "b-routable-a" = aws_subnet.vpc_b_routable_a.id
    "b-routable-b" = aws_subnet.vpc_b_routable_b.id
    "b-services"   = aws_subnet.vpc_b_services.id
  }
}

output "transit_gateway_transit_gateway_id" {
  description = "ID of the transit gateway Transit gateway."
  value       = aws_ec2_transit_gateway.transit_gateway.id
}

output "vpc_a_to_transit_gateway_attachment_id" {
  description = "ID of the transit gateway attachment VPC A to transit gateway."
  value       = aws_ec2_transit_gateway_vpc_attachment.vpc_a_to_transit_gateway.id
}

output "vpc_b_to_transit_gateway_attachment_id" {
  description = "ID of the transit gateway attachment VPC B to transit gateway."
  value       = aws_ec2_transit_gateway_vpc_attachment.vpc_b_to_transit_gateway.id
}

output "transit_gateway_from_vpc_a_transit_gateway_route_table_id" {
  description = "ID of the transit gateway route table From VPC A."
  value       = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_a.id
}

output "transit_gateway_from_vpc_b_transit_gateway_route_table_id" {
  description = "ID of the transit gateway route table From VPC B."
  value       = aws_ec2_transit_gateway_route_table.transit_gateway_from_vpc_b.id
}

output "vpc_b_alb_b_dns_name" {
  description = "DNS name of the load balancer ALB B."
  value       = aws_lb.vpc_b_alb_b.dns_name
}

output "vpc_b_service_b_tg_target_group_arn" {
  description = "ARN of the target group service-b-tg."
  value       = aws_lb_target_group.vpc_b_service_b_tg.arn
}

output "vpc_a_service_a_subnet_ids" {
  description = "Subnets of the ECS service Service A."
  value       = [aws_subnet.vpc_a_services.id]
}

output "vpc_a_service_a_security_group_ids" {
  description = "Security groups of the ECS service Service A."
  value       = [aws_security_group.vpc_a_service_a.id]
}

output "vpc_b_service_b_subnet_ids" {
  description = "Subnets of the ECS service Service B."
  value       = [aws_subnet.vpc_b_services.id]
}

output "vpc_b_service_b_security_group_ids" {
  description = "Security groups of the ECS service Service B."
  value       = [aws_security_group.vpc_b_service_b.id]
}
