data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023*-x86_64"]
  }
}

locals {
  azs = slice(data.aws_availability_zones.available.names, 0, 3)

  # the letter of each zone, for names
  suffixes = [for az in local.azs : substr(az, -1, 1)]

  tags = {
    Environment = "demo"
  }
}

module "vpc" {
  source = "./modules/vpc"

  name = var.name
  cidr = var.vpc_cidr
  azs  = local.azs

  public_subnets   = [for k, v in local.azs : cidrsubnet(var.vpc_cidr, 8, k)]
  private_subnets  = [for k, v in local.azs : cidrsubnet(var.vpc_cidr, 4, k + 1)]
  database_subnets = [for k, v in local.azs : cidrsubnet(var.vpc_cidr, 8, k + 200)]

  enable_nat_gateway = true
  single_nat_gateway = var.single_nat_gateway

  database_dedicated_network_acl = true
  database_inbound_acl_rules = [
    {
      rule_number = 100
      rule_action = "allow"
      from_port   = 5432
      to_port     = 5432
      protocol    = "tcp"
      cidr_block  = var.vpc_cidr
    },
  ]
  database_outbound_acl_rules = [
    {
      rule_number = 100
      rule_action = "allow"
      from_port   = 1024
      to_port     = 65535
      protocol    = "tcp"
      cidr_block  = var.vpc_cidr
    },
    {
      rule_number = 110
      rule_action = "allow"
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_block  = "0.0.0.0/0"
    },
  ]

  tags = local.tags
}

module "bastion_sg" {
  source = "./modules/security-group"

  name        = "${var.name}-bastion"
  description = "The only way in for people"
  vpc_id      = module.vpc.vpc_id

  ingress_cidr_blocks = var.admin_cidrs
  ingress_rules       = ["ssh-tcp"]
  egress_rules        = ["all-all"]
}

module "web_sg" {
  source = "./modules/security-group"

  name        = "${var.name}-web"
  description = "Public web servers"
  vpc_id      = module.vpc.vpc_id

  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["http-80-tcp", "https-443-tcp"]
  ingress_with_source_security_group_id = [
    {
      rule                     = "ssh-tcp"
      source_security_group_id = module.bastion_sg.security_group_id
    },
  ]
  egress_rules = ["all-all"]
}

module "app_sg" {
  source = "./modules/security-group"

  name        = "${var.name}-app"
  description = "What the web servers ask"
  vpc_id      = module.vpc.vpc_id

  ingress_with_source_security_group_id = [
    {
      from_port                = 8080
      to_port                  = 8080
      protocol                 = "tcp"
      source_security_group_id = module.web_sg.security_group_id
    },
  ]
  egress_rules = ["all-all"]
}

resource "aws_security_group_rule" "app_ssh" {
  security_group_id        = module.app_sg.security_group_id
  type                     = "ingress"
  source_security_group_id = module.bastion_sg.security_group_id
  from_port                = 22
  to_port                  = 22
  protocol                 = "tcp"
}

module "db_sg" {
  source = "./modules/security-group"

  name        = "${var.name}-db"
  description = "PostgreSQL"
  vpc_id      = module.vpc.vpc_id

  ingress_with_source_security_group_id = [
    {
      rule                     = "postgresql-tcp"
      source_security_group_id = module.app_sg.security_group_id
    },
  ]
  ingress_with_self = [{ rule = "postgresql-tcp" }]
  egress_rules      = ["all-all"]
}

resource "aws_instance" "bastion" {
  ami                         = data.aws_ami.linux.id
  instance_type               = "t3.micro"
  subnet_id                   = module.vpc.public_subnets[0]
  vpc_security_group_ids      = [module.bastion_sg.security_group_id]
  associate_public_ip_address = true

  tags = merge(local.tags, { Name = "${var.name}-bastion" })
}

resource "aws_instance" "web" {
  count = length(module.vpc.public_subnets)

  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.small"
  subnet_id              = element(module.vpc.public_subnets, count.index)
  vpc_security_group_ids = [module.web_sg.security_group_id]

  tags = merge(local.tags, { Name = format("%s-web-%s", var.name, local.suffixes[count.index]) })
}

resource "aws_instance" "app" {
  count = length(module.vpc.private_subnets)

  ami                    = data.aws_ami.linux.id
  instance_type          = "t3.small"
  subnet_id              = module.vpc.private_subnets[count.index]
  vpc_security_group_ids = [module.app_sg.security_group_id]

  tags = merge(local.tags, { Name = "${var.name}-app-${local.suffixes[count.index]}" })
}

resource "aws_instance" "db" {
  count = length(module.vpc.database_subnets)

  ami                    = data.aws_ami.linux.id
  instance_type          = "r6i.large"
  subnet_id              = module.vpc.database_subnets[count.index]
  vpc_security_group_ids = [module.db_sg.security_group_id]

  tags = merge(local.tags, { Name = format("%s-db-%s", var.name, local.suffixes[count.index]) })
}
