variable "name" {
  description = "Prefix of all names"
  type        = string
  default     = "shop"
}

variable "region" {
  description = "Where everything is made"
  type        = string
  default     = "eu-west-1"
}

variable "vpc_cidr" {
  description = "The block of the VPC"
  type        = string
  default     = "10.0.0.0/16"
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones instead of one for each"
  type        = bool
  default     = true
}

variable "admin_cidrs" {
  description = "From where the bastion is reached"
  type        = list(string)
  default     = ["198.51.100.0/24"]
}
