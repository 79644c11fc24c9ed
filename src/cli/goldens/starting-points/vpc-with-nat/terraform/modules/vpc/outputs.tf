output "vpc_id" {
  value = try(aws_vpc.this[0].id, null)
}

output "public_subnets" {
  value = aws_subnet.public[*].id
}

output "private_subnets" {
  value = aws_subnet.private[*].id
}

output "database_subnets" {
  value = aws_subnet.database[*].id
}

output "nat_public_ips" {
  value = aws_eip.nat[*].public_ip
}
