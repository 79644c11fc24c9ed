# Platform, ap-northeast-2
provider "aws" {
  alias               = "platform_ap_northeast_2"
  region              = "ap-northeast-2"
  allowed_account_ids = [var.account_id_platform]

  dynamic "assume_role" {
    for_each = var.role_arn_platform == null ? [] : [var.role_arn_platform]

    content {
      role_arn = assume_role.value
    }
  }

  default_tags {
    tags = var.default_tags
  }
}

# Payments, ap-northeast-2
provider "aws" {
  alias               = "payments_ap_northeast_2"
  region              = "ap-northeast-2"
  allowed_account_ids = [var.account_id_payments]

  dynamic "assume_role" {
    for_each = var.role_arn_payments == null ? [] : [var.role_arn_payments]

    content {
      role_arn = assume_role.value
    }
  }

  default_tags {
    tags = var.default_tags
  }
}
