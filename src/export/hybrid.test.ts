import { describe, expect, it } from 'vitest'
import {
  clientVpn,
  connectAttachment,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  mainTable,
  onPremises,
  routeTable,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  virtualInterface,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../model/testing/build'
import { exportDesign } from './export'
import { directConnectDocument, hybridDocument, hybridTablesDocument } from './testing/hybrid'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const
const off = { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }

const base = [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  subnet('a', 'a', '10.0.0.0/24'),
  vpnGateway('vgw', 'a', { amazonSideAsn: 64620 }),
  vpnGateway('loose', 'b', { attachmentState: 'detached' }),
  transitGateway('t', off),
  tgwAttachment('a', 't', 'a', 'a'),
  onPremises('office', ['192.168.0.0/16']),
  customerGateway('router', 'office', { ipAddress: '203.0.113.5' }),
  directConnectGateway('dx', { amazonSideAsn: 64801 }),
]

function exported(to: Language, ...more: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(base, more), { to })
  const code = files.filter(({ path }) => /\.(tf|yaml)$/.test(path)).map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n'), about }
}

/** The text of the block whose head this is. */
function blockOf(code: string, head: string): string {
  const [, rest = ''] = code.split(head)
  return rest.split('\n}\n')[0] ?? ''
}

const allowed = { allowedPrefixes: ['10.0.0.0/16'] }

describe('what of hybrid networks cannot be written is said about the resource it concerns', () => {
  it.each([
    [
      'VPN-2: propagation of a gateway that is not attached',
      'route-table:r',
      /propagation of loose/,
      [routeTable('r', 'b', {}, { propagatingVgwIds: ['vpn-gateway:loose'] })],
    ],
    [
      'RT-15: the edge of a gateway of another VPC',
      'route-table:r',
      /edge association of r with vgw/,
      [routeTable('r', 'b', {}, { gatewayId: 'vpn-gateway:vgw' })],
    ],
    [
      'a route to a gateway that is not attached',
      'route-table:r',
      /detached/,
      [routeTable('r', 'b', { '192.168.0.0/16': 'vpn-gateway:loose' })],
    ],
    [
      'VPN-1: a second gateway of a VPC',
      'vpn-gateway:vgw2',
      /second virtual private gateway/,
      [vpnGateway('vgw2', 'a')],
    ],
    [
      'a number that is not private',
      'vpn-gateway:vgw2',
      /AWS will refuse/,
      [vpnGateway('vgw2', 'b', { amazonSideAsn: 65535 })],
    ],
    [
      'a device whose address nobody said',
      'customer-gateway:unknown',
      /not part of the design/,
      [customerGateway('unknown', null)],
    ],
    [
      'a device of another account',
      'vpn-connection:c',
      /account 222222222222/,
      [customerGateway('far', null, { ownerId: '222222222222' }), vpnConnection('c', 'vgw', 'far')],
    ],
    [
      'a device of another Region',
      'vpn-connection:c',
      /us-east-1/,
      [customerGateway('far', null, { region: 'us-east-1' }), vpnConnection('c', 'vgw', 'far')],
    ],
    [
      'a connection that is gone',
      'vpn-connection:c',
      /is deleted/,
      [vpnConnection('c', 'vgw', 'router', { state: 'deleted' })],
    ],
    [
      'tunnels that are down',
      'vpn-connection:c',
      /tunnel 1 and tunnel 2 of c are down/,
      [vpnConnection('c', 'vgw', 'router', { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' })],
    ],
    [
      'static routes beside BGP',
      'vpn-connection:c',
      /192\.168\.0\.0\/16 of c is left out: the connection learns/,
      [vpnConnection('c', 'vgw', 'router', { routes: ['192.168.0.0/16'] })],
    ],
    [
      'static routes of a connection of a transit gateway',
      'vpn-connection:c',
      /in its route tables/,
      [
        vpnConnection('c', 'transit-gateway:t', 'router', {
          staticRoutesOnly: true,
          routes: ['192.168.0.0/16'],
        }),
      ],
    ],
    [
      'VPN-10: an association that is gone',
      'direct-connect-gateway-association:d',
      /is disassociated/,
      [directConnectAssociation('d', 'dx', 'vgw', { state: 'disassociated' })],
    ],
    [
      'VPN-10: a gateway without a VPC',
      'direct-connect-gateway-association:d',
      /attached to no VPC/,
      [directConnectAssociation('d', 'dx', 'loose')],
    ],
    [
      'VPN-10: a transit gateway without allowed prefixes',
      'direct-connect-gateway-association:d',
      /allows no prefixes/,
      [directConnectAssociation('d', 'dx', 'transit-gateway:t')],
    ],
    [
      'VPN-10: gateways of two kinds',
      'direct-connect-gateway-association:e',
      /one kind/,
      [
        directConnectAssociation('d', 'dx', 'vgw'),
        directConnectAssociation('e', 'dx', 'transit-gateway:t', allowed),
      ],
    ],
    [
      'one number on both sides of an association',
      'direct-connect-gateway-association:d',
      /same autonomous system number/,
      [
        directConnectGateway('dx', { amazonSideAsn: 64512 }),
        directConnectAssociation('d', 'dx', 'transit-gateway:t', allowed),
      ],
    ],
    [
      'a transit virtual interface to a virtual private gateway',
      'virtual-interface:v',
      /takes private ones/,
      [virtualInterface('v', 'office', 'vpn-gateway:vgw', { virtualInterfaceType: 'transit' })],
    ],
    [
      'a private virtual interface beside transit gateways',
      'virtual-interface:v',
      /take the other type/,
      [
        directConnectAssociation('d', 'dx', 'transit-gateway:t', allowed),
        virtualInterface('v', 'office', 'dx'),
      ],
    ],
    [
      'a virtual interface without BGP',
      'virtual-interface:v',
      /without BGP/,
      [virtualInterface('v', 'office', 'dx', { bgpStatus: 'down' })],
    ],
    [
      'a route of clients by a subnet that is no target network',
      'client-vpn-endpoint:c',
      /no target network/,
      [
        clientVpn('c', 'a', [], {
          routes: { r: { destinationCidr: '0.0.0.0/0', targetSubnetId: 'subnet:a' } },
        }),
      ],
    ],
    [
      'an endpoint that is gone',
      'client-vpn-endpoint:c',
      /is deleting/,
      [clientVpn('c', 'a', ['a'], { state: 'deleting' })],
    ],
    [
      'a chosen address of an endpoint',
      'client-vpn-endpoint:c',
      /10\.0\.0\.9/,
      [
        clientVpn('c', 'a', [], {
          associations: { 'subnet:a': { privateIpAddress: '10.0.0.9' } },
        }),
      ],
    ],
    [
      'TGW-20: a Connect attachment without its transport',
      'transit-gateway-connect:c',
      /which the code does not make/,
      [
        tgwAttachment('a', 't', 'a', 'a', { state: 'deleted' }),
        connectAttachment('c', 't', 'on-premises-network:office', 'a'),
      ],
    ],
    [
      'TGW-20: a static route to a Connect attachment',
      'transit-gateway-route-table:rt',
      /no static routes/,
      [
        connectAttachment('c', 't', 'on-premises-network:office', 'a'),
        tgwRouteTable('rt', 't', { routes: { '10.9.0.0/16': 'transit-gateway-connect:c' } }),
      ],
    ],
    [
      'what hangs on a connection that is left out',
      'transit-gateway-route-table:rt',
      /c is not made/,
      [
        vpnConnection('c', 'transit-gateway:t', 'router', { state: 'deleting' }),
        tgwRouteTable('rt', 't', { associations: ['vpn-connection:c'] }),
      ],
    ],
  ])('%s', (_case, id, text, more) => {
    for (const to of languages) {
      const about = exported(to, ...more).about(id)
      expect(about.map((gap) => gap.text).join('\n'), to).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })
})

describe('VPN-2: route propagation', () => {
  const learning = { propagatingVgwIds: ['vpn-gateway:vgw'] }

  it('waits for the attachment of the gateway', () => {
    const more = routeTable('r', 'a', {}, learning)
    const terraform = exported('terraform', more).code
    expect(blockOf(terraform, '"aws_vpn_gateway" "a_vgw"')).toContain('= aws_vpc.a.id')
    expect(blockOf(terraform, '"aws_vpn_gateway_route_propagation" "a_r"')).toContain(
      'vpn_gateway_id = aws_vpn_gateway.a_vgw.id',
    )
    expect(exported('cloudformation', more).code).toContain(
      'Type: AWS::EC2::VPNGatewayRoutePropagation\n    DependsOn: AVgwAttachment',
    )
  })

  it('of a main table is an argument in Terraform, and makes a table of its own in a template', () => {
    const more = mainTable('main', 'a', {}, learning)
    const terraform = exported('terraform', more).code
    expect(terraform).toContain('propagating_vgws       = [aws_vpn_gateway.a_vgw.id]')
    expect(terraform).not.toContain('aws_vpn_gateway_route_propagation')
    const { code, about } = exported('cloudformation', more)
    expect(code).toContain('AWS::EC2::VPNGatewayRoutePropagation')
    expect(about('route-table:main')[0]?.text).toContain('custom route table')
  })
})

describe('RT-15: routes to a virtual private gateway, and its edge', () => {
  const more = [
    routeTable('r', 'a', { '192.168.0.0/16': 'vpn-gateway:vgw' }),
    routeTable('edge', 'a', {}, { gatewayId: 'vpn-gateway:vgw' }),
  ]

  it('name it, and wait for its attachment', () => {
    const terraform = exported('terraform', ...more).code
    for (const head of [
      '"aws_route" "a_r_to_192_168_0_0_16"',
      '"aws_route_table_association" "a_edge_edge"',
    ])
      expect(blockOf(terraform, head)).toMatch(/gateway_id +=? aws_vpn_gateway\.a_vgw\.id/)
    const code = exported('cloudformation', ...more).code
    for (const type of ['Route', 'GatewayRouteTableAssociation'])
      expect(code).toContain(`Type: AWS::EC2::${type}\n    DependsOn: AVgwAttachment`)
  })
})

describe('VPN-1: customer gateways and connections', () => {
  it('of a large number take the argument for it', () => {
    const more = customerGateway('large', null, { ipAddress: '203.0.113.6', bgpAsn: 4200000001 })
    expect(exported('terraform', more).code).toContain('bgp_asn_extended = "4200000001"')
    const { code } = exported('cloudformation', more)
    expect(code).toContain('BgpAsnExtended: 4200000001')
    expect(code).toContain('BgpAsn: 65000')
  })

  it('hold static routes on a virtual private gateway', () => {
    const routes = ['192.168.1.0/24', '192.168.0.0/24', '192.168.1.0/24']
    const more = vpnConnection('c', 'vgw', 'router', { staticRoutesOnly: true, routes })
    expect(exported('terraform', more).code.match(/"aws_vpn_connection_route"/g)).toHaveLength(2)
    expect(exported('cloudformation', more).code.match(/VPNConnectionRoute$/gm)).toHaveLength(2)
  })

  it('stay on the table that AWS makes with a transit gateway', () => {
    for (const to of languages) {
      const code = exportDesign(hybridDocument(), { to })
        .files.map(({ text }) => text)
        .join('\n')
      expect(code).not.toMatch(
        /transit_gateway_route_table_association|TransitGatewayRouteTableAssociation/,
      )
    }
  })

  it('are named in other tables: by Terraform at once, in a template once somebody looked', () => {
    const [terraform, cloudformation] = languages.map((to) =>
      exportDesign(hybridTablesDocument(), { to }),
    )
    const text = (result: typeof terraform) => result?.files.map((it) => it.text).join('\n') ?? ''
    expect(text(terraform)).toContain('= aws_vpn_connection.own_vpn.transit_gateway_attachment_id')
    const code = text(cloudformation)
    expect(code.match(/Condition: HasOwnVpnAttachmentId/g)).toHaveLength(3)
    expect(code.match(/TransitGatewayAttachmentId: !Ref OwnVpnAttachmentId/g)).toHaveLength(3)
    expect(cloudformation?.gaps.map(({ remedy }) => remedy).join('\n')).toContain(
      'aws ec2 describe-transit-gateway-attachments --region eu-west-1 --filters Name=resource-id,',
    )
  })
})

describe('VPN-10: Direct Connect', () => {
  const all = (to: Language) =>
    exportDesign(directConnectDocument(), { to })
      .files.map(({ text }) => text)
      .join('\n')

  it('is proposed by the owner of the gateway and accepted by the other', () => {
    const code = all('terraform')
    expect(blockOf(code, '"aws_dx_gateway_association_proposal" "foreign"')).toMatch(
      /account_222222222222_eu_west_1[^]*dx_gateway_owner_account_id = var\.account_id_main/,
    )
    const accepted = blockOf(code, '"aws_dx_gateway_association" "foreign"')
    expect(accepted).toContain('= aws_dx_gateway_association_proposal.foreign.id')
    expect(accepted).toContain('aws.main_account_eu_west_1')
    expect(accepted).not.toContain('allowed_prefixes')
    const template = all('cloudformation')
    expect(template).toContain('AcceptDirectConnectGatewayAssociationProposalRoleArn: !Ref')
    expect(template).toContain('AWS: !Sub arn:${AWS::Partition}:iam::222222222222:root')
  })

  it('says allowed prefixes as drawn, and none where all are allowed', () => {
    const code = all('terraform')
    expect(blockOf(code, '"aws_dx_gateway_association" "hub"')).toContain('["10.12.0.0/16"]')
    expect(blockOf(code, '"aws_dx_gateway_association" "own"')).not.toContain('allowed_prefixes')
  })

  it('makes a virtual interface once its connection is set', () => {
    const code = all('terraform')
    const [own, transit] = ['private', 'transit'].map((type) =>
      blockOf(code, `"aws_dx_${type}_virtual_interface" "${type}"`),
    )
    expect(own).toContain('count = var.private_connection_id == null ? 0 : 1')
    expect(transit).toContain('= aws_dx_gateway.transit_side.id')
    expect(blockOf(code, '"aws_dx_private_virtual_interface" "without_gateway"')).toContain(
      '= aws_vpn_gateway.direct_vgw.id',
    )
  })

  it('changes a name that AWS does not take, visibly', () => {
    const { renamings } = exportDesign(directConnectDocument(), { to: 'terraform' })
    expect(renamings.map(({ to }) => to)).toContain('transit - side')
  })
})

describe('VPN-11, TGW-20: Client VPN and Connect', () => {
  it('routes of clients wait for the association of their subnet', () => {
    const more = clientVpn('c', 'a', ['a'], {
      authorizationRules: { r: { destinationCidr: '0.0.0.0/0' } },
      routes: { r: { destinationCidr: '0.0.0.0/0', targetSubnetId: 'subnet:a' } },
    })
    expect(exported('terraform', more).code).toContain(
      'target_vpc_subnet_id   = aws_ec2_client_vpn_network_association.a_c_a[0].subnet_id',
    )
    const { code } = exported('cloudformation', more)
    expect(code).toMatch(/ClientVpnRoute\n.*\n {4}DependsOn: ACAAssociation/)
    expect(code).toContain('AuthorizeAllGroups: true')
  })

  it('a template says no number of an appliance, so that such a peer is made by hand', () => {
    const peers = {
      'peer-1': { peerAddress: '10.0.0.5', insideCidrBlock: '169.254.6.0/29', peerAsn: 65001 },
    }
    const more = connectAttachment('c', 't', 'on-premises-network:office', 'a', { peers })
    expect(exported('terraform', more).code).toContain('bgp_asn                       = "65001"')
    const { code, about } = exported('cloudformation', more)
    expect(code).not.toContain('TransitGatewayConnectPeer')
    expect(about('transit-gateway-connect:c')[0]?.remedy).toContain(
      'aws ec2 create-transit-gateway-connect-peer --region eu-west-1',
    )
  })
})

describe('what came from a live account', () => {
  it('is imported by its own ID, never by that of something it only belongs to', () => {
    const { code } = exported(
      'terraform',
      directConnectGateway('dx', { awsId: '0aaaaaaa-1111-2222-3333-444444444444' }),
      vpnGateway('vgw', 'a', { awsId: 'vgw-0a' }),
      directConnectAssociation('d', 'dx', 'vgw', { awsId: '1aaaaaaa-1111-2222-3333-444444444444' }),
      vpnConnection('c', 'transit-gateway:t', 'router', { awsId: 'vpn-0a' }),
      tgwRouteTable('rt', 't', { associations: ['vpn-connection:c'] }, { awsId: 'tgw-rtb-0a' }),
    )
    const imported = [...code.matchAll(/import \{\n {2}to = (.*)\n {2}id = "(.*)"/g)].map(
      ([, to, id]) => `${to} ${id}`,
    )
    expect(imported.toSorted()).toEqual([
      'aws_dx_gateway.dx 0aaaaaaa-1111-2222-3333-444444444444',
      'aws_dx_gateway_association.d 0aaaaaaa-1111-2222-3333-444444444444/vgw-0a',
      'aws_ec2_transit_gateway_route_table.t_rt tgw-rtb-0a',
      'aws_vpn_connection.c vpn-0a',
      'aws_vpn_gateway.a_vgw vgw-0a',
    ])
  })
})
