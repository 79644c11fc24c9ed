variable "account_id_platform" {
  description = "Account ID of Platform."
  type        = string
  default     = "111111111111"

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id_platform))
    error_message = "An account ID has twelve digits."
  }
}

variable "role_arn_platform" {
  description = "ARN of the role to assume in Platform; null to work with the credentials as they are."
  type        = string
  default     = null

  validation {
    condition     = var.role_arn_platform == null ? true : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.role_arn_platform))
    error_message = "Expected the ARN of an IAM role."
  }
}

variable "account_id_payments" {
  description = "Account ID of Payments."
  type        = string
  default     = "222222222222"

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id_payments))
    error_message = "An account ID has twelve digits."
  }
}

variable "role_arn_payments" {
  description = "ARN of the role to assume in Payments; null to work with the credentials as they are."
  type        = string
  default     = null

  validation {
    condition     = var.role_arn_payments == null ? true : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.role_arn_payments))
    error_message = "Expected the ARN of an IAM role."
  }
}

variable "vpc_b_alb_b_443_certificate_arn" {
  description = "ARN of the certificate of ALB B on port 443; without one it does not listen there."
  type        = string
  default     = null

  validation {
    condition     = var.vpc_b_alb_b_443_certificate_arn == null ? true : can(regex("^arn:[a-z-]+:(acm|iam):.+$", var.vpc_b_alb_b_443_certificate_arn))
    error_message = "Expected an ARN of a certificate in AWS Certificate Manager or IAM."
  }
}

variable "vpc_b_service_b_task_definition" {
  description = "Task definition of Service B in network mode awsvpc, family:revision or ARN; without one, or without vpc_b_alb_b_443_certificate_arn, there is no service."
  type        = string
  default     = null
}

variable "ecs_cluster" {
  description = "Name or ARN of the ECS cluster that runs the services."
  type        = string
  default     = "default"
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
    "Project"   = "EKS to ECS across two VPCs"
  }
}
