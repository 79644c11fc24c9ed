variable "app_cidr" {
  type    = string
  default = "10.10.0.0/16"
}

variable "data_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "ops_cidr" {
  type    = string
  default = "10.30.0.0/16"
}
