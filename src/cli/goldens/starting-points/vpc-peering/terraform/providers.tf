terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "region" {
  description = "Both sides are in one Region"
  type        = string
  default     = "eu-central-1"
}

# the requester
provider "aws" {
  region = var.region

  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/network"
  }
}

# the accepter
provider "aws" {
  alias  = "data"
  region = var.region

  assume_role {
    role_arn = "arn:aws:iam::444455556666:role/network"
  }
}

data "aws_caller_identity" "data" {
  provider = aws.data
}
