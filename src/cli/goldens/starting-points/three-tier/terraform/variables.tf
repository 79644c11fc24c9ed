variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "name" {
  description = "Prefix of all names"
  type        = string
  default     = "shop"
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "certificate_arn" {
  type    = string
  default = "arn:aws:acm:eu-west-1:111122223333:certificate/1b6f1b8e-3c44-4a0e-9a53-0f0f6a4f3a11"
}

variable "web" {
  description = "The containers that people talk to"
  type = object({
    image = string
    port  = optional(number, 3000)
    count = optional(number, 2)
  })
  default = {
    image = "public.ecr.aws/nginx/nginx:stable"
  }
}

variable "db_password" {
  type      = string
  sensitive = true
  default   = "change-me-please"
}
