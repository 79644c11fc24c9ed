import { describe, expect, it } from 'vitest'
import { expectSame, resourceIn } from '../testing/same-ways'
import { appliedId, ref, threeWays, type Known, type Resources } from '../testing/three-ways'

const network: Resources = {
  'aws_vpc.a': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.a': {
    vpc_id: ref('aws_vpc.a.id'),
    cidr_block: '10.0.1.0/24',
    availability_zone: 'eu-west-1a',
  },
  'aws_security_group.a': { vpc_id: ref('aws_vpc.a.id'), name: 'a' },
}

const other: Resources = { 'aws_vpc.b': { cidr_block: '10.2.0.0/16' } }

/** The same of state, plan and code, and what each makes of one resource. */
async function read(more: Resources, known: Known, named: string) {
  const ways = await threeWays({ ...network, ...more }, known)
  expectSame(ways)
  return resourceIn(ways.state, named)
}

describe('Direct Connect', () => {
  const vgw: Resources = {
    'aws_vpn_gateway.a': { vpc_id: ref('aws_vpc.a.id') },
    'aws_dx_gateway.dx': { name: 'dx', amazon_side_asn: '64801' },
    'aws_dx_private_virtual_interface.line': {
      name: 'line',
      connection_id: 'dxcon-fg1',
      dx_gateway_id: ref('aws_dx_gateway.dx.id'),
      vlan: 100,
      bgp_asn: 65000,
      address_family: 'ipv4',
    },
  }
  const associated = {
    allowedPrefixes: ['10.0.0.0/16'],
    gatewayId: `vpn-gateway:${appliedId('aws_vpn_gateway.a')}`,
    directConnectGatewayId: `direct-connect-gateway:${appliedId('aws_dx_gateway.dx')}`,
  }

  it.each([
    [
      'by itself',
      {
        'aws_dx_gateway_association.it': {
          dx_gateway_id: ref('aws_dx_gateway.dx.id'),
          associated_gateway_id: ref('aws_vpn_gateway.a.id'),
          allowed_prefixes: ['10.0.0.0/16'],
        },
      },
    ],
    [
      'by a proposal that is accepted',
      {
        'aws_dx_gateway_association_proposal.it': {
          dx_gateway_id: ref('aws_dx_gateway.dx.id'),
          dx_gateway_owner_account_id: '123456789012',
          associated_gateway_id: ref('aws_vpn_gateway.a.id'),
          allowed_prefixes: ['10.0.0.0/16'],
        },
        'aws_dx_gateway_association.it': {
          dx_gateway_id: ref('aws_dx_gateway.dx.id'),
          proposal_id: ref('aws_dx_gateway_association_proposal.it.id'),
          associated_gateway_owner_account_id: '123456789012',
        },
      },
    ],
  ] as const)('associates a gateway %s', async (_, association) => {
    const { state } = await threeWays({ ...network, ...vgw, ...association })
    const found = Object.values(state.document.resources).find(
      (it) => it.kind === 'direct-connect-gateway-association',
    )
    expect(found).toMatchObject(associated)
    expect(await read({ ...vgw, ...association }, {}, 'virtual-interface line')).toMatchObject({
      virtualInterfaceType: 'private',
      gatewayId: associated.directConnectGatewayId,
    })
  })

  it('does not know whether a proposal was accepted whose association is not there', async () => {
    const proposal = {
      'aws_dx_gateway_association_proposal.it': {
        dx_gateway_id: '11112222-3333-4444-5555-666677778888',
        dx_gateway_owner_account_id: '222222222222',
        associated_gateway_id: ref('aws_vpn_gateway.a.id'),
      },
    }
    const gateway = { 'aws_vpn_gateway.a': { vpc_id: ref('aws_vpc.a.id') } }
    const ways = await threeWays({ ...network, ...gateway, ...proposal })
    for (const each of [ways.state, ways.plan, ways.code])
      expect(resourceIn(each, 'vpn-gateway a').undescribed).toContain('was accepted')
  })
})

describe('Client VPN', () => {
  it('VPN-11: has its networks, rules and routes from resources of their own', async () => {
    const endpoint = { client_vpn_endpoint_id: ref('aws_ec2_client_vpn_endpoint.it.id') }
    const found = await read(
      {
        'aws_ec2_client_vpn_endpoint.it': {
          client_cidr_block: '172.16.0.0/22',
          server_certificate_arn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x',
          split_tunnel: true,
          vpc_id: ref('aws_vpc.a.id'),
          security_group_ids: [ref('aws_security_group.a.id')],
          authentication_options: [{ type: 'certificate-authentication' }],
          connection_log_options: [{ enabled: false }],
        },
        'aws_ec2_client_vpn_network_association.it': {
          ...endpoint,
          subnet_id: ref('aws_subnet.a.id'),
        },
        'aws_ec2_client_vpn_authorization_rule.it': {
          ...endpoint,
          target_network_cidr: '10.0.0.0/16',
          authorize_all_groups: true,
        },
        'aws_ec2_client_vpn_route.it': {
          ...endpoint,
          destination_cidr_block: '0.0.0.0/0',
          target_vpc_subnet_id: ref('aws_subnet.a.id'),
        },
      },
      {},
      'client-vpn-endpoint it',
    )
    const subnetId = `subnet:${appliedId('aws_subnet.a')}`
    expect(found).toMatchObject({
      state: 'available',
      clientCidrBlock: '172.16.0.0/22',
      splitTunnel: true,
      associations: { [subnetId]: {} },
      securityGroupIds: [`security-group:${appliedId('aws_security_group.a')}`],
    })
    expect(JSON.stringify(found)).toContain('"destinationCidr":"10.0.0.0/16"')
    expect(JSON.stringify(found)).toContain('"0.0.0.0/0"')
  })
})

describe('a VPC peering connection', () => {
  const peered: Resources = {
    ...other,
    'aws_vpc_peering_connection.it': {
      vpc_id: ref('aws_vpc.a.id'),
      peer_vpc_id: ref('aws_vpc.b.id'),
      auto_accept: true,
    },
  }
  const applied = { 'aws_vpc_peering_connection.it': { accept_status: 'active' } }

  it('resolves names as each side says, in a resource of its own', async () => {
    const options = {
      'aws_vpc_peering_connection_options.it': {
        vpc_peering_connection_id: ref('aws_vpc_peering_connection.it.id'),
        requester: [{ allow_remote_vpc_dns_resolution: true }],
        accepter: [{ allow_remote_vpc_dns_resolution: false }],
      },
    }
    expect(
      await read({ ...peered, ...options }, applied, 'vpc-peering-connection it'),
    ).toMatchObject({
      requesterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
      accepterPeeringOptions: { allowDnsResolutionFromRemoteVpc: false },
    })
  })

  it('or with the connection itself', async () => {
    const inline = {
      'aws_vpc_peering_connection.it': {
        vpc_id: ref('aws_vpc.a.id'),
        peer_vpc_id: ref('aws_vpc.b.id'),
        auto_accept: true,
        accepter: [{ allow_remote_vpc_dns_resolution: true }],
      },
    }
    expect(await read({ ...other, ...inline }, applied, 'vpc-peering-connection it')).toMatchObject(
      {
        requesterPeeringOptions: { allowDnsResolutionFromRemoteVpc: false },
        accepterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
      },
    )
  })
})

describe('a security group', () => {
  it('may be used in another VPC', async () => {
    const association = {
      'aws_vpc_security_group_vpc_association.it': {
        security_group_id: ref('aws_security_group.a.id'),
        vpc_id: ref('aws_vpc.b.id'),
      },
    }
    const found = await read({ ...other, ...association }, {}, 'security-group a')
    expect(JSON.stringify(found)).toContain(appliedId('aws_vpc.b'))
  })
})

describe('a route table of a transit gateway', () => {
  const routed: Resources = {
    'aws_ec2_transit_gateway.hub': { description: 'hub' },
    'aws_ec2_transit_gateway_route_table.it': {
      transit_gateway_id: ref('aws_ec2_transit_gateway.hub.id'),
    },
    'aws_ec2_transit_gateway_vpc_attachment.a': {
      transit_gateway_id: ref('aws_ec2_transit_gateway.hub.id'),
      vpc_id: ref('aws_vpc.a.id'),
      subnet_ids: [ref('aws_subnet.a.id')],
    },
    'aws_ec2_managed_prefix_list.it': {
      name: 'branches',
      address_family: 'IPv4',
      max_entries: 2,
      entry: [{ cidr: '10.8.0.0/16' }],
    },
  }
  const reference = (to: object) => ({
    'aws_ec2_transit_gateway_prefix_list_reference.it': {
      prefix_list_id: ref('aws_ec2_managed_prefix_list.it.id'),
      transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.it.id'),
      ...to,
    },
  })
  const list = `prefix-list:${appliedId('aws_ec2_managed_prefix_list.it')}`
  const attachment = 'aws_ec2_transit_gateway_vpc_attachment.a'

  it.each([
    [
      'an attachment',
      { transit_gateway_attachment_id: ref(`${attachment}.id`) },
      `transit-gateway-vpc-attachment:${appliedId(attachment)}`,
    ],
    ['nothing', { blackhole: true }, null],
  ])('TGW-9: leads what a prefix list holds to %s', async (_, to, attachmentId) => {
    const made = { ...routed, ...reference(to) }
    expect(await read(made, {}, 'transit-gateway-route-table it')).toMatchObject({
      routes: { [list]: { attachmentId } },
    })
  })
})
