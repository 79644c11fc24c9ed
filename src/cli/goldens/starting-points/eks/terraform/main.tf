data "aws_region" "current" {}

locals {
  name   = "platform"
  region = data.aws_region.current.name
  azs    = ["${local.region}a", "${local.region}b"]
}

module "vpc" {
  source = "./modules/vpc"

  name            = local.name
  cidr            = "10.30.0.0/16"
  secondary_cidr  = "100.64.0.0/16"
  azs             = local.azs
  private_subnets = ["10.30.0.0/20", "10.30.16.0/20"]
  public_subnets  = ["10.30.48.0/24", "10.30.49.0/24"]
  pod_subnets     = ["100.64.0.0/18", "100.64.64.0/18"]

  public_subnet_tags  = { "kubernetes.io/role/elb" = 1 }
  private_subnet_tags = { "kubernetes.io/role/internal-elb" = 1 }
}

module "eks" {
  source = "./modules/eks"

  name               = "${local.name}-eks"
  vpc_id             = module.vpc.vpc_id
  subnet_ids         = module.vpc.private_subnets
  security_group_ids = [aws_security_group.control.id]

  pod_networking = {
    for index, az in local.azs : az => {
      id             = module.vpc.pod_subnets[index]
      securityGroups = [aws_security_group.pods.id]
    }
  }

  node_groups = {
    workers = {
      instance_types = ["m7i.large"]
      size           = 2
    }
  }
}

resource "aws_security_group" "control" {
  name        = "${local.name}-control"
  description = "Who may call the control plane, beside the nodes"
  vpc_id      = module.vpc.vpc_id

  ingress {
    description     = "kubectl, and pods that ask the API"
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.tools.id, aws_security_group.pods.id]
  }
}

resource "aws_security_group" "pods" {
  name        = "${local.name}-pods"
  description = "Pods, on addresses of their own"
  vpc_id      = module.vpc.vpc_id

  ingress {
    description = "From each other"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    self        = true
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  # what nodes and the control plane may is a rule of its own
  lifecycle {
    ignore_changes = [ingress]
  }
}

resource "aws_security_group_rule" "pods_from_cluster" {
  type                     = "ingress"
  security_group_id        = aws_security_group.pods.id
  source_security_group_id = module.eks.cluster_security_group_id
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 0
}

resource "aws_security_group" "tools" {
  name        = "${local.name}-tools"
  description = "Anything out, nothing in"
  vpc_id      = module.vpc.vpc_id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "tools" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = module.vpc.private_subnets[0]
  vpc_security_group_ids = [aws_security_group.tools.id]

  tags = { Name = "tools" }
}
