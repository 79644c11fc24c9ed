# across accounts: asked for here, accepted there

resource "aws_vpc_peering_connection" "app_data" {
  vpc_id        = aws_vpc.app.id
  peer_vpc_id   = aws_vpc.data.id
  peer_owner_id = data.aws_caller_identity.data.account_id
  auto_accept   = false

  tags = { Name = "app to data", Side = "Requester" }
}

resource "aws_vpc_peering_connection_accepter" "app_data" {
  provider = aws.data

  vpc_peering_connection_id = aws_vpc_peering_connection.app_data.id
  auto_accept               = true

  tags = { Name = "app to data", Side = "Accepter" }
}

resource "aws_route" "app_to_data" {
  for_each = aws_route_table.app

  route_table_id            = each.value.id
  destination_cidr_block    = aws_vpc.data.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.app_data.id
}

# the table of the reports has been forgotten
resource "aws_route" "data_to_app" {
  provider = aws.data
  for_each = toset([aws_vpc.app.cidr_block])

  route_table_id            = aws_route_table.db.id
  destination_cidr_block    = each.value
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.app_data.id
}

# within the account

resource "aws_vpc_peering_connection" "app_ops" {
  vpc_id      = aws_vpc.app.id
  peer_vpc_id = aws_vpc.ops.id
  auto_accept = true

  tags = { Name = "app to ops" }
}

# zone b has been forgotten
resource "aws_route" "app_to_ops" {
  route_table_id            = aws_route_table.app["a"].id
  destination_cidr_block    = aws_vpc.ops.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.app_ops.id
}
