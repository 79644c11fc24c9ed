resource "aws_vpc_peering_connection" "vpc_a_to_vpc_b" {
  provider = aws.platform_ap_northeast_2

  vpc_id        = aws_vpc.vpc_a.id
  peer_vpc_id   = aws_vpc.vpc_b.id
  peer_owner_id = var.account_id_payments

  tags = {
    "Name" = "VPC A to VPC B"
  }
}

resource "aws_vpc_peering_connection_accepter" "vpc_a_to_vpc_b" {
  provider = aws.payments_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection.vpc_a_to_vpc_b.id
  auto_accept               = true

  tags = {
    "Name" = "VPC A to VPC B"
  }
}

resource "aws_vpc_peering_connection_options" "vpc_a_to_vpc_b_requester" {
  provider = aws.platform_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.vpc_a_to_vpc_b.id

  requester {
    allow_remote_vpc_dns_resolution = false
  }
}

resource "aws_vpc_peering_connection_options" "vpc_a_to_vpc_b_accepter" {
  provider = aws.payments_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.vpc_a_to_vpc_b.id

  accepter {
    allow_remote_vpc_dns_resolution = false
  }
}
