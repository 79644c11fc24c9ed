resource "aws_vpc_peering_connection" "a_to_b" {
  provider = aws.platform_ap_northeast_2

  vpc_id        = aws_vpc.vpc_a.id
  peer_vpc_id   = aws_vpc.vpc_b.id
  peer_owner_id = var.account_id_services

  tags = {
    "Name" = "A to B"
  }
}

resource "aws_vpc_peering_connection_accepter" "a_to_b" {
  provider = aws.services_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection.a_to_b.id
  auto_accept               = true

  tags = {
    "Name" = "A to B"
  }
}

resource "aws_vpc_peering_connection_options" "a_to_b_requester" {
  provider = aws.platform_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.a_to_b.id

  requester {
    allow_remote_vpc_dns_resolution = false
  }
}

resource "aws_vpc_peering_connection_options" "a_to_b_accepter" {
  provider = aws.services_ap_northeast_2

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.a_to_b.id

  accepter {
    allow_remote_vpc_dns_resolution = false
  }
}
