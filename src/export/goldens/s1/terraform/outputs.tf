output "vpc_a_vpc_id" {
  description = "VPC ID of VPC A."
  value       = aws_vpc.vpc_a.id
}

output "vpc_a_subnet_ids" {
  description = "Subnet IDs of VPC A, by name."

  value = {
    "A private a" = aws_subnet.vpc_a_private_a.id
    "A private b" = aws_subnet.vpc_a_private_b.id
    "A public a"  = aws_subnet.vpc_a_public_a.id
    "A public b"  = aws_subnet.vpc_a_public_b.id
  }
}

output "vpc_b_vpc_id" {
  description = "VPC ID of VPC B."
  value       = aws_vpc.vpc_b.id
}

output "vpc_b_subnet_ids" {
  description = "Subnet IDs of VPC B, by name."

  value = {
    "B private a" = aws_subnet.vpc_b_private_a.id
    "B private b" = aws_subnet.vpc_b_private_b.id
    "B public a"  = aws_subnet.vpc_b_public_a.id
    "B public b"  = aws_subnet.vpc_b_public_b.id
  }
}

output "vpc_a_nat_gateway_a_public_ip" {
  description = "Elastic IP address of the NAT gateway NAT gateway A."
  value       = aws_eip.vpc_a_nat_gateway_a.public_ip
}

output "vpc_a_to_vpc_b_peering_connection_id" {
  description = "ID of the VPC peering connection VPC A to VPC B."
  value       = aws_vpc_peering_connection.vpc_a_to_vpc_b.id
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
  description = "Subnets of the EKS node group Service A."
  value       = [aws_subnet.vpc_a_private_a.id, aws_subnet.vpc_a_private_b.id]
}

output "vpc_a_service_a_security_group_ids" {
  description = "Security groups of the EKS node group Service A."
  value       = [aws_security_group.vpc_a_service_a.id]
}

output "vpc_b_service_b_subnet_ids" {
  description = "Subnets of the ECS service Service B."
  value       = [aws_subnet.vpc_b_private_a.id, aws_subnet.vpc_b_private_b.id]
}

output "vpc_b_service_b_security_group_ids" {
  description = "Security groups of the ECS service Service B."
  value       = [aws_security_group.vpc_b_service_b.id]
}
