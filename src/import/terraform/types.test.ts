import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../engine/network'
import { trace } from '../../engine/questions/trace'
import { told } from '../../engine/testing/ask'
import type { Id } from '../../kinds/resource'
import { importFiles } from '../import'

type Values = Readonly<Record<string, unknown>>

const inState = (address: string, values: Values) => {
  const [type = '', name = ''] = address.split('.')
  return { address, mode: 'managed', type, name, values }
}

function read(resources: readonly object[]) {
  const root_module = { resources }
  const state = { format_version: '1.0', terraform_version: '1.9.0', values: { root_module } }
  const bytes = strToU8(JSON.stringify(state))
  const imported = importFiles([{ path: 'x', bytes }], { name: 'State' })
  if (!imported.ok) throw new Error('Nothing was read')
  return imported.value
}

/** Can a host of one subnet open a connection to the other one? */
function verdict(resources: readonly object[], from: Id, to: Id): string {
  const network = resolve(read(resources).document)
  const end = (id: Id) => ({ type: 'resource', id }) as const
  const question = { source: end(from), destination: end(to), protocol: 'tcp', port: 443 } as const
  return told(trace(network, question))
}

const spoke = (name: string, number: number, account: string, routes: readonly Values[]) => {
  const arn = (kind: string, id: string) => `arn:aws:ec2:eu-west-1:${account}:${kind}/${id}`
  return [
    inState(`aws_vpc.${name}`, {
      id: `vpc-0${name}`,
      arn: arn('vpc', `vpc-0${name}`),
      cidr_block: `10.${number}.0.0/16`,
      main_route_table_id: `rtb-0${name}`,
      default_network_acl_id: `acl-0${name}`,
      default_security_group_id: `sg-0${name}`,
    }),
    inState(`aws_subnet.${name}`, {
      id: `subnet-0${name}`,
      arn: arn('subnet', `subnet-0${name}`),
      vpc_id: `vpc-0${name}`,
      cidr_block: `10.${number}.1.0/24`,
      availability_zone: 'eu-west-1a',
    }),
    inState(`aws_default_route_table.${name}`, {
      id: `rtb-0${name}`,
      default_route_table_id: `rtb-0${name}`,
      vpc_id: `vpc-0${name}`,
      route: routes,
    }),
  ]
}

const [own, other] = ['111111111111', '222222222222']
const over = [{ cidr_block: '10.0.0.0/8', transit_gateway_id: 'tgw-0a' }]
const gateway = (more: Values = {}) =>
  inState('aws_ec2_transit_gateway.hub', {
    id: 'tgw-0a',
    arn: `arn:aws:ec2:eu-west-1:${own}:transit-gateway/tgw-0a`,
    amazon_side_asn: 64512,
    default_route_table_association: 'enable',
    default_route_table_propagation: 'enable',
    association_default_route_table_id: 'tgw-rtb-0d',
    propagation_default_route_table_id: 'tgw-rtb-0d',
    ...more,
  })
const attachment = (name: string, more: Values = {}) =>
  inState(`aws_ec2_transit_gateway_vpc_attachment.${name}`, {
    id: `tgw-attach-0${name}`,
    transit_gateway_id: 'tgw-0a',
    vpc_id: `vpc-0${name}`,
    subnet_ids: [`subnet-0${name}`],
    appliance_mode_support: 'disable',
    transit_gateway_default_route_table_association: true,
    transit_gateway_default_route_table_propagation: true,
    ...more,
  })
const spokes = (account = own) => [...spoke('a', 1, own, over), ...spoke('b', 2, account, over)]
const ask = (...resources: readonly object[]) =>
  verdict(resources, 'subnet:subnet-0a', 'subnet:subnet-0b')

describe('transit gateways of a state', () => {
  const hub = [gateway(), attachment('a'), attachment('b')]

  it('TGW-5, TGW-6: associate and propagate by themselves, unless an attachment says otherwise', () => {
    expect(ask(...spokes(), ...hub)).toBe('OK')
    const alone = { transit_gateway_default_route_table_association: false }
    const silent = { transit_gateway_default_route_table_propagation: false }
    expect(ask(...spokes(), gateway(), attachment('a', alone), attachment('b'))).toMatch(/^NO/)
    expect(ask(...spokes(), gateway(), attachment('a'), attachment('b', silent))).toMatch(/^NO/)
  })

  it('TGW-6: by tables of their own', () => {
    const off = gateway({
      default_route_table_association: 'disable',
      default_route_table_propagation: 'disable',
      association_default_route_table_id: '',
      propagation_default_route_table_id: '',
    })
    const table = inState('aws_ec2_transit_gateway_route_table.rt', {
      id: 'tgw-rtb-0r',
      transit_gateway_id: 'tgw-0a',
    })
    const part = (kind: string, name: string) =>
      inState(`aws_ec2_transit_gateway_route_table_${kind}.${name}`, {
        id: `tgw-rtb-0r_tgw-attach-0${name}`,
        transit_gateway_attachment_id: `tgw-attach-0${name}`,
        transit_gateway_route_table_id: 'tgw-rtb-0r',
      })
    const all = [...spokes(), off, attachment('a'), attachment('b'), table]
    const associations = [part('association', 'a'), part('association', 'b')]
    expect(ask(...all, ...associations)).toMatch(/^NO/)
    const propagations = [part('propagation', 'a'), part('propagation', 'b')]
    expect(ask(...all, ...associations, ...propagations)).toBe('OK')
    const blackhole = inState('aws_ec2_transit_gateway_route.none', {
      id: 'tgw-rtb-0r_10.2.1.0/24',
      destination_cidr_block: '10.2.1.0/24',
      blackhole: true,
      transit_gateway_route_table_id: 'tgw-rtb-0r',
    })
    expect(ask(...all, ...associations, ...propagations, blackhole)).toMatch(/^NO/)
    const unread = inState('aws_ec2_transit_gateway_prefix_list_reference.list', {
      id: 'tgw-rtb-0r_pl-0a',
      prefix_list_id: 'pl-0a',
      transit_gateway_route_table_id: 'tgw-rtb-0r',
    })
    expect(ask(...all, ...associations, ...propagations, unread)).toBe('NOT-MODELLED')
  })

  it('TGW-13: an attachment of another account carries once it is accepted', () => {
    const accepter = inState('aws_ec2_transit_gateway_vpc_attachment_accepter.b', {
      id: 'tgw-attach-0b',
      transit_gateway_attachment_id: 'tgw-attach-0b',
      transit_gateway_id: 'tgw-0a',
    })
    expect(ask(...spokes(other), ...hub)).toMatch(/^NO/)
    expect(ask(...spokes(other), ...hub, accepter)).toBe('OK')
    const { remarks } = read([...spokes(other), ...hub, accepter]).report
    expect(remarks.filter(({ type }) => type === 'assumed')).toEqual([])
  })
})

describe('Site-to-Site VPN of a state', () => {
  const vpn = (more: Values = {}) => [
    inState('aws_vpn_gateway.this', { id: 'vgw-0a', vpc_id: 'vpc-0a', amazon_side_asn: '64512' }),
    inState('aws_customer_gateway.dc', {
      id: 'cgw-0a',
      ip_address: '198.51.100.1',
      bgp_asn: '65000',
      type: 'ipsec.1',
    }),
    inState('aws_vpn_connection.dc', {
      id: 'vpn-0a',
      customer_gateway_id: 'cgw-0a',
      vpn_gateway_id: 'vgw-0a',
      static_routes_only: true,
      ...more,
    }),
  ]
  const back = [{ cidr_block: '192.168.0.0/16', gateway_id: 'vgw-0a' }]

  it('VPN-2: has its static routes from the connection, or from resources of their own', () => {
    const route = inState('aws_vpn_connection_route.dc', {
      id: '192.168.0.0/16:vpn-0a',
      destination_cidr_block: '192.168.0.0/16',
      vpn_connection_id: 'vpn-0a',
    })
    const routes = [
      { destination_cidr_block: '192.168.0.0/16', source: 'Static', state: 'available' },
    ]
    for (const resources of [[...vpn(), route], vpn({ routes })]) {
      const { document } = read([...spoke('a', 1, own, back), ...resources])
      expect(document.resources['vpn-connection:vpn-0a']).toMatchObject({
        gatewayId: 'vpn-gateway:vgw-0a',
        routes: ['192.168.0.0/16'],
      })
      expect(document.resources['vpn-gateway:vgw-0a']).toMatchObject({ vpcId: 'vpc:vpc-0a' })
    }
  })

  const propagation = inState('aws_vpn_gateway_route_propagation.a', {
    id: 'vgw-0a_rtb-0a',
    vpn_gateway_id: 'vgw-0a',
    route_table_id: 'rtb-0a',
  })
  const route = inState('aws_vpn_connection_route.dc', {
    id: '192.168.0.0/16:vpn-0a',
    destination_cidr_block: '192.168.0.0/16',
    vpn_connection_id: 'vpn-0a',
  })
  const untold = (...resources: readonly object[]) =>
    read([...spoke('a', 1, own, []), ...resources]).document.resources['route-table:rtb-0a']
      ?.undescribed

  it('VPN-2: static routes that a gateway hands on to a table stand with its connections', () => {
    expect(untold(...vpn(), route, propagation)).toBeUndefined()
    const table = inState('aws_route_table.more', {
      id: 'rtb-0more',
      vpc_id: 'vpc-0a',
      route: [],
      propagating_vgws: ['vgw-0a'],
    })
    const { document } = read([...spoke('a', 1, own, []), ...vpn(), route, table])
    expect(document.resources['route-table:rtb-0more']).toMatchObject({
      propagatingVgwIds: ['vpn-gateway:vgw-0a'],
    })
    expect(document.resources['route-table:rtb-0more']?.undescribed).toBeUndefined()
  })

  it('VPN-2: what it learns by BGP or over Direct Connect is not in a state', () => {
    const said = 'virtual private gateway'
    expect(untold(...vpn({ static_routes_only: false }), propagation)).toContain(said)
    const [gateway, device] = vpn()
    expect(untold(gateway ?? {}, device ?? {}, propagation)).toContain(said)
    const direct = inState('aws_dx_gateway_association.dx', {
      id: 'ga-1',
      dx_gateway_id: '11112222-3333-4444-5555-666677778888',
      associated_gateway_id: 'vgw-0a',
    })
    expect(untold(...vpn(), route, propagation, direct)).toContain(said)
  })
})
