output "vpc_id" {
  description = "The VPC"
  value       = module.vpc.vpc_id
}

output "nat_public_ips" {
  description = "What the private subnets look like from outside"
  value       = module.vpc.nat_public_ips
}
