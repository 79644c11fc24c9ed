variable "name" {
  description = "Prefix of what all networks share"
  type        = string
  default     = "hub"
}

variable "region" {
  description = "Where everything is made"
  type        = string
  default     = "eu-west-1"
}

variable "networks" {
  description = "The VPCs around the transit gateway; isolated ones reach the shared services only"

  type = map(object({
    cidr           = string
    isolated       = optional(bool, true)
    attached_zones = optional(number, 2)
    route_to_hub   = optional(bool, true)
  }))

  default = {
    shared  = { cidr = "10.0.0.0/16", isolated = false }
    dev     = { cidr = "10.1.0.0/16" }
    prod    = { cidr = "10.2.0.0/16" }
    data    = { cidr = "10.3.0.0/16", attached_zones = 1 }
    sandbox = { cidr = "10.4.0.0/16", route_to_hub = false }
  }
}

variable "egress_cidr" {
  description = "The block of the VPC through which all reach the internet"
  type        = string
  default     = "10.255.0.0/16"
}
