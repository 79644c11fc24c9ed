variable "account_id_platform" {
  description = "Number of the account Platform."
  type        = string
  default     = "111111111111"

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id_platform))
    error_message = "An account ID has twelve digits."
  }
}

variable "role_arn_platform" {
  description = "ARN of the role to assume in the account Platform; null to work with the credentials as they are."
  type        = string
  default     = null
}

variable "account_id_services" {
  description = "Number of the account Services."
  type        = string
  default     = "222222222222"

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id_services))
    error_message = "An account ID has twelve digits."
  }
}

variable "role_arn_services" {
  description = "ARN of the role to assume in the account Services; null to work with the credentials as they are."
  type        = string
  default     = null
}

variable "default_tags" {
  description = "Tags of every resource, beside its own."
  type        = map(string)

  default = {
    "ManagedBy" = "terraform"
    "Project"   = "S1: EKS to ECS"
  }
}
