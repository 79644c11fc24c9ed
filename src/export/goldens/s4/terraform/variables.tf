variable "account_id_main_account" {
  description = "Account ID of Main account."
  type        = string
  default     = "111111111111"

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id_main_account))
    error_message = "An account ID has twelve digits."
  }
}

variable "role_arn_main_account" {
  description = "ARN of the role to assume in Main account; null to work with the credentials as they are."
  type        = string
  default     = null

  validation {
    condition     = var.role_arn_main_account == null ? true : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.role_arn_main_account))
    error_message = "Expected the ARN of an IAM role."
  }
}

variable "vpc_a_service_a_task_definition" {
  description = "Task definition of Service A in network mode awsvpc, family:revision or ARN; without one there is no service."
  type        = string
  default     = null
}

variable "ecs_cluster" {
  description = "Name or ARN of the ECS cluster that runs the services."
  type        = string
  default     = "default"
}

variable "vpc_b_service_b_task_definition" {
  description = "Task definition of Service B in network mode awsvpc, family:revision or ARN; without one there is no service."
  type        = string
  default     = null
}

variable "vpc_b_service_b_container_name" {
  description = "Container of Service B that load balancers send to."
  type        = string
  default     = "app"
}

variable "default_tags" {
  description = "Tags of every resource, beside its own."
  type        = map(string)

  default = {
    "ManagedBy" = "terraform"
    "Project"   = "Overlapping CIDRs joined by private NAT and a load balancer"
  }
}
