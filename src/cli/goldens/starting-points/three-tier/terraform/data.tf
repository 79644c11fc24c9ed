resource "aws_db_subnet_group" "this" {
  name       = "${var.name}-data"
  subnet_ids = [for key, subnet in aws_subnet.this : subnet.id if local.subnets[key].tier == "data"]
}

resource "aws_db_instance" "orders" {
  identifier             = "orders-db"
  engine                 = "postgres"
  engine_version         = "16.4"
  instance_class         = "db.t4g.medium"
  allocated_storage      = 50
  username               = "orders"
  password               = var.db_password
  multi_az               = true
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this["data"].id]
  skip_final_snapshot    = true
}

# somebody's report generator beside the data, which has no way out there
resource "aws_instance" "report" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.this["data-a"].id
  vpc_security_group_ids = [aws_security_group.this["tools"].id]

  tags = { Name = "report" }
}
