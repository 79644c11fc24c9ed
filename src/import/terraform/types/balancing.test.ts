import { describe, expect, it } from 'vitest'
import { askedOf, expectSame, resourceIn } from '../testing/same-ways'
import { appliedId, ref, threeWays, type Resources, type ThreeWays } from '../testing/three-ways'

const inVpc = { vpc_id: ref('aws_vpc.a.id') }
const open = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }
const on = (port: number) => ({ protocol: 'tcp', from_port: port, to_port: port })
const subnet = (cidr_block: string, zone: string) => ({
  ...inVpc,
  cidr_block,
  availability_zone: `eu-west-1${zone}`,
})
const host = (at: string, private_ip: string) => ({
  subnet_id: ref(`aws_subnet.${at}.id`),
  vpc_security_group_ids: [ref(`aws_security_group.${at}.id`)],
  private_ip,
})

/** A client, two subnets for load balancers, and a server that lets in what is told. */
const around = (ingress: Resources[string]): Resources => ({
  'aws_vpc.a': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.front': subnet('10.0.0.0/24', 'a'),
  'aws_subnet.other': subnet('10.0.1.0/24', 'b'),
  'aws_subnet.app': subnet('10.0.10.0/24', 'a'),
  'aws_subnet.client': subnet('10.0.20.0/24', 'a'),
  'aws_security_group.client': { ...inVpc, egress: [open] },
  'aws_security_group.front': {
    ...inVpc,
    ingress: [{ ...on(80), cidr_blocks: ['10.0.20.0/24'] }],
    egress: [open],
  },
  'aws_security_group.app': { ...inVpc, ingress: [ingress], egress: [open] },
  'aws_instance.client': host('client', '10.0.20.10'),
  'aws_instance.app': host('app', '10.0.10.10'),
})

const known = {
  'aws_instance.client': { primary_network_interface_id: 'eni-0c' },
  'aws_instance.app': { primary_network_interface_id: 'eni-0a' },
}

const listener = (type: string, listening: Resources[string], more: Resources[string] = {}) => ({
  [`aws_${type}_listener.front`]: {
    load_balancer_arn: ref(`aws_${type}.front.arn`),
    ...listening,
    default_action: [
      { type: 'forward', target_group_arn: ref(`aws_${type}_target_group.app.arn`) },
    ],
    ...more,
  },
})

const registered = (type: string, more: Resources[string] = {}): Resources => ({
  [`aws_${type}_target_group_attachment.app`]: {
    target_group_arn: ref(`aws_${type}_target_group.app.arn`),
    target_id: ref('aws_instance.app.id'),
    ...more,
  },
})

const application = (type: string, more: Resources[string] = {}): Resources => ({
  [`aws_${type}.front`]: {
    name: 'front',
    internal: true,
    security_groups: [ref('aws_security_group.front.id')],
    subnets: [ref('aws_subnet.front.id'), ref('aws_subnet.other.id')],
  },
  ...listener(type, { port: 80, protocol: 'HTTP' }, more),
  [`aws_${type}_target_group.app`]: { name: 'app', port: 8080, protocol: 'HTTP', ...inVpc },
})

const network = (group: Resources[string], more: Resources[string] = {}): Resources => ({
  'aws_lb.front': {
    name: 'front',
    load_balancer_type: 'network',
    internal: true,
    subnet_mapping: [{ subnet_id: ref('aws_subnet.front.id'), private_ipv4_address: '10.0.0.50' }],
    ...more,
  },
  ...listener('lb', { port: 443, protocol: 'TCP' }),
  'aws_lb_target_group.app': { name: 'app', port: 8443, protocol: 'TCP', ...inVpc, ...group },
  ...registered('lb'),
})

const asked = (ways: ThreeWays, what: string, to = 'load-balancer front') =>
  askedOf(ways, 'workload client', to, what)

describe('an Application Load Balancer of Terraform', () => {
  const fromFront = { ...on(8080), security_groups: [ref('aws_security_group.front.id')] }

  it.each(['lb', 'alb'])(
    'of aws_%s sends to what is attached, whose group lets its own in (LB-4)',
    async (type) => {
      const all = { ...around(fromFront), ...application(type), ...registered(type) }
      const ways = await threeWays(all, known)
      expectSame(ways)
      expect(asked(ways, 'tcp/80')).toBe('OK')
      // the server itself takes nothing from the client
      expect(asked(ways, 'tcp/8080', 'workload app')).toMatch(/^NO\(/)
      // nothing listens there
      expect(asked(ways, 'tcp/81')).toMatch(/^NO\(/)
    },
  )

  it.each<[string, Resources[string], Resources[string]]>([
    [
      'of the client, whom nobody sees behind it',
      { ...on(8080), security_groups: [ref('aws_security_group.client.id')] },
      {},
    ],
    ['of the load balancer on another port', { ...fromFront, ...on(80) }, {}],
    ['of the load balancer, where the target takes another port', fromFront, { port: 9090 }],
  ])('is stopped at a group that is opened to that %s', async (_, ingress, target) => {
    const all = { ...around(ingress), ...application('lb'), ...registered('lb', target) }
    expect(asked(await threeWays(all, known), 'tcp/80')).toMatch(/^NO\(/)
  })

  it('shares out by weights, and answers what is redirected by itself', async () => {
    const groups = [
      { arn: ref('aws_lb_target_group.app.arn'), weight: 1 },
      { arn: ref('aws_lb_target_group.none.arn'), weight: 0 },
    ]
    const shared = { default_action: [{ type: 'forward', forward: [{ target_group: groups }] }] }
    const none = {
      'aws_lb_target_group.none': { name: 'none', port: 81, protocol: 'HTTP', ...inVpc },
      'aws_lb_target_group_attachment.none': {
        target_group_arn: ref('aws_lb_target_group.none.arn'),
        target_id: ref('aws_instance.app.id'),
      },
      'aws_lb_listener_rule.health': {
        listener_arn: ref('aws_lb_listener.front.arn'),
        priority: 10,
        action: [{ type: 'fixed-response', fixed_response: [{ content_type: 'text/plain' }] }],
        condition: [{ path_pattern: [{ values: ['/health'] }] }],
      },
    }
    const base = { ...around(fromFront), ...registered('lb'), ...none }
    const ways = await threeWays({ ...base, ...application('lb', shared) }, known)
    expectSame(ways)
    expect(asked(ways, 'tcp/80')).toBe('OK')
    for (const each of [ways.state, ways.plan, ways.code])
      expect(resourceIn(each, 'load-balancer front')).toMatchObject({
        scheme: 'internal',
        crossZone: true,
        listeners: {
          80: {
            protocol: 'HTTP',
            defaultAction: {
              targetGroups: {
                [resourceIn(each, 'target-group app').id]: { weight: 1 },
                [resourceIn(each, 'target-group none').id]: { weight: 0 },
              },
            },
            rules: { 10: { pathPatterns: ['/health'], action: { type: 'fixed-response' } } },
          },
        },
      })
    const redirect = {
      default_action: [{ type: 'redirect', redirect: [{ port: '443', status_code: 'HTTP_301' }] }],
    }
    const away = { ...around(open), ...application('lb', redirect), ...registered('lb') }
    expect(asked(await threeWays(away, known), 'tcp/80')).toBe('OK')
  })

  it('sends to an address that AWS has yet to choose for an instance or an interface', async () => {
    const chosen = {
      'aws_instance.app': {
        subnet_id: ref('aws_subnet.app.id'),
        vpc_security_group_ids: [ref('aws_security_group.app.id')],
      },
      'aws_network_interface.app': {
        subnet_id: ref('aws_subnet.app.id'),
        security_groups: [ref('aws_security_group.app.id')],
        attachment: [{ instance: ref('aws_instance.app.id'), device_index: 1 }],
      },
    }
    const told = {
      ...known,
      'aws_instance.app': { primary_network_interface_id: 'eni-0a', private_ip: '10.0.10.10' },
      'aws_network_interface.app': { private_ip: '10.0.10.11', private_ips: ['10.0.10.11'] },
    }
    const of = async (
      ingress: Resources[string],
      target: string,
      more: Resources = {},
      further = {},
    ) => {
      const group = 'aws_lb_target_group.app'
      const made = application('lb')
      const all = {
        ...around(ingress),
        ...chosen,
        ...more,
        ...made,
        [group]: { ...made[group], target_type: 'ip' },
        ...registered('lb', { target_id: ref(`${target}.private_ip`) }),
      }
      return asked(await threeWays(all, { ...told, ...further }), 'tcp/80')
    }
    expect(await of(fromFront, 'aws_instance.app')).toBe('OK')
    expect(await of(fromFront, 'aws_network_interface.app')).toBe('OK')
    expect(await of({ ...fromFront, ...on(80) }, 'aws_instance.app')).toMatch(/^NO\(/)
    const given = {
      'aws_network_interface.app': {
        subnet_id: ref('aws_subnet.app.id'),
        security_groups: [ref('aws_security_group.app.id')],
      },
      'aws_instance.app': {
        primary_network_interface: [{ network_interface_id: ref('aws_network_interface.app.id') }],
      },
    }
    const primary = {
      'aws_instance.app': {
        subnet_id: appliedId('aws_subnet.app'),
        primary_network_interface_id: appliedId('aws_network_interface.app'),
        private_ip: '10.0.10.11',
      },
    }
    expect(await of(fromFront, 'aws_instance.app', given, primary)).toBe('OK')
  })

  it('is not understood where nobody registers targets, or registers them where nothing is known', async () => {
    const ways = await threeWays({ ...around(fromFront), ...application('lb') }, known)
    expect(asked(ways, 'tcp/80')).toBe('NOT-MODELLED')
    const said = ways.state.report.remarks.filter(({ type }) => type === 'missing')
    expect(said).toMatchObject([{ what: 'aws_lb_target_group.app' }])
  })
})

describe('a Network Load Balancer of Terraform', () => {
  const fromNodes = { ...on(8443), cidr_blocks: ['10.0.0.0/24'] }
  const fromClient = { ...on(8443), cidr_blocks: ['10.0.20.0/24'] }

  it.each<[string, Resources[string], Resources[string], RegExp]>([
    ['keeps the address of the client for instances (LB-6)', fromClient, {}, /^OK/],
    ['so its own is let in for nothing', fromNodes, {}, /^NO\(/],
    ['but where it is told not to', fromNodes, { preserve_client_ip: 'false' }, /^OK/],
    ['and then the client is not seen', fromClient, { preserve_client_ip: 'false' }, /^NO\(/],
  ])('%s', async (_, ingress, group, expected) => {
    const ways = await threeWays({ ...around(ingress), ...network(group) }, known)
    expectSame(ways)
    expect(asked(ways, 'tcp/443')).toMatch(expected)
  })

  it('has no group unless it was made with one, and then that decides (LB-8)', async () => {
    const group = { security_groups: [ref('aws_security_group.front.id')] }
    const ways = await threeWays({ ...around(fromClient), ...network({}, group) }, known)
    expectSame(ways)
    // it is open on 80 only
    expect(asked(ways, 'tcp/443')).toMatch(/^NO\(/)
  })

  it('sends to targets of another zone where that is switched on, for itself or the group (LB-10)', async () => {
    const mapping = (name: string, address: string) => ({
      subnet_id: ref(`aws_subnet.${name}.id`),
      private_ipv4_address: address,
    })
    const subnet_mapping = [mapping('front', '10.0.0.50'), mapping('other', '10.0.1.50')]
    const at = async (node: string, group: Resources[string], more: Resources[string] = {}) => {
      const all = { ...around(fromClient), ...network(group, { subnet_mapping, ...more }) }
      return asked(await threeWays(all, known), 'tcp/443', node)
    }
    expect(await at('10.0.0.50', {})).toBe('OK')
    // no target is in the zone of this node
    expect(await at('10.0.1.50', {})).toMatch(/^NO\(/)
    expect(await at('10.0.1.50', {}, { enable_cross_zone_load_balancing: true })).toBe('OK')
    expect(await at('10.0.1.50', { load_balancing_cross_zone_enabled: 'true' })).toBe('OK')
    const off = { load_balancing_cross_zone_enabled: 'false' }
    expect(await at('10.0.1.50', off, { enable_cross_zone_load_balancing: true })).toMatch(/^NO\(/)
  })

  it('has the address that is chosen for one of its nodes, and of the others none', async () => {
    const mapping = (name: string) => ({ subnet_id: ref(`aws_subnet.${name}.id`) })
    const subnet_mapping = [
      { ...mapping('front'), private_ipv4_address: '10.0.0.50' },
      mapping('other'),
    ]
    const ways = await threeWays(
      { ...around(fromClient), ...network({}, { subnet_mapping }) },
      known,
    )
    expectSame(ways)
    expect(resourceIn(ways.plan, 'load-balancer front')).toMatchObject({
      subnets: {
        [resourceIn(ways.plan, 'subnet front').id]: { privateIPv4Address: '10.0.0.50' },
        [resourceIn(ways.plan, 'subnet other').id]: { privateIPv4Address: null },
      },
    })
  })

  it('has the addresses of the internet that it is given, which are no others', async () => {
    const mapped = { subnet_id: ref('aws_subnet.front.id'), allocation_id: ref('aws_eip.front.id') }
    const more = { internal: false, subnet_mapping: [mapped] }
    const all = { ...around(fromClient), ...network({}, more), 'aws_eip.front': { domain: 'vpc' } }
    const told = { public_ip: '203.0.113.7', association_id: 'eipassoc-0a' }
    const ways = await threeWays(all, { ...known, 'aws_eip.front': told })
    expectSame(ways)
    expect(resourceIn(ways.state, 'load-balancer front')).toMatchObject({
      scheme: 'internet-facing',
      subnets: { [resourceIn(ways.state, 'subnet front').id]: { publicIp: '203.0.113.7' } },
    })
    for (const each of [ways.state, ways.plan, ways.code])
      expect(Object.values(each.document.resources).map(({ kind }) => kind)).not.toContain(
        'elastic-ip',
      )
  })
})

describe('a Gateway Load Balancer of Terraform', () => {
  it('takes everything that comes over endpoints of its service', async () => {
    const all: Resources = {
      ...around(open),
      ...registered('lb'),
      'aws_lb.front': {
        name: 'front',
        load_balancer_type: 'gateway',
        subnets: [ref('aws_subnet.front.id')],
      },
      'aws_lb_listener.front': {
        load_balancer_arn: ref('aws_lb.front.arn'),
        default_action: [{ type: 'forward', target_group_arn: ref('aws_lb_target_group.app.arn') }],
      },
      'aws_lb_target_group.app': { name: 'app', port: 6081, protocol: 'GENEVE', ...inVpc },
      'aws_vpc_endpoint_service.front': {
        acceptance_required: false,
        gateway_load_balancer_arns: [ref('aws_lb.front.arn')],
      },
    }
    const ways = await threeWays(all, known)
    expectSame(ways)
    expect(resourceIn(ways.plan, 'load-balancer front')).toMatchObject({
      type: 'gateway',
      listeners: { 6081: { protocol: 'GENEVE' } },
    })
    expect(resourceIn(ways.plan, 'vpc-endpoint-service front')).toMatchObject({
      type: 'GatewayLoadBalancer',
      loadBalancerIds: [resourceIn(ways.plan, 'load-balancer front').id],
    })
  })
})
