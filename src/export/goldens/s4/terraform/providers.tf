# Main account, eu-west-1
provider "aws" {
  alias               = "main_account_eu_west_1"
  region              = "eu-west-1"
  allowed_account_ids = [var.account_id_main_account]

  dynamic "assume_role" {
    for_each = var.role_arn_main_account == null ? [] : [var.role_arn_main_account]

    content {
      role_arn = assume_role.value
    }
  }

  default_tags {
    tags = var.default_tags
  }
}
