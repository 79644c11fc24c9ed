import { describe, expect, it } from 'vitest'
import { verdict } from '../../../engine/testing/ask'
import { askedOf, expectSame, resourceIn } from '../testing/same-ways'
import { appliedId, ref, threeWays, type Resources } from '../testing/three-ways'

type Said = Resources[string]

const inVpc = { vpc_id: ref('aws_vpc.a.id') }
const open = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }
const from = (group: string, port: number) => ({
  protocol: 'tcp',
  from_port: port,
  to_port: port,
  security_groups: [ref(`aws_security_group.${group}.id`)],
})
const group = (name: string, ...ingress: readonly Said[]): Resources => ({
  [`aws_security_group.${name}`]: {
    name,
    ...inVpc,
    ...(ingress.length > 0 && { ingress }),
    egress: [open],
  },
})
const subnet = (cidr_block: string, zone: string) => ({
  ...inVpc,
  cidr_block,
  availability_zone: `eu-west-1${zone}`,
})
const idsOf = (type: string, ...names: readonly string[]) =>
  names.map((name) => ref(`aws_${type}.${name}.id`))

/** Two subnets, and a client in the first of them. */
const base: Resources = {
  'aws_vpc.a': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.one': subnet('10.0.1.0/24', 'a'),
  'aws_subnet.two': subnet('10.0.2.0/24', 'b'),
  ...group('client'),
  'aws_instance.client': {
    subnet_id: ref('aws_subnet.one.id'),
    vpc_security_group_ids: idsOf('security_group', 'client'),
    private_ip: '10.0.1.10',
  },
}
const known = { 'aws_instance.client': { primary_network_interface_id: 'eni-0c' } }

/** An Application Load Balancer that the client may call, and what its listener sends to. */
const balanced = (target_type: string): Resources => ({
  ...group('front', from('client', 80)),
  'aws_lb.front': {
    name: 'front',
    internal: true,
    security_groups: idsOf('security_group', 'front'),
    subnets: idsOf('subnet', 'one', 'two'),
  },
  'aws_lb_target_group.app': { name: 'app', port: 8080, protocol: 'HTTP', target_type, ...inVpc },
  'aws_lb_listener.front': {
    load_balancer_arn: ref('aws_lb.front.arn'),
    port: 80,
    protocol: 'HTTP',
    default_action: [{ type: 'forward', target_group_arn: ref('aws_lb_target_group.app.arn') }],
  },
})
const toApp = [ref('aws_lb_target_group.app.arn')]
const front = ['workload client', 'load-balancer front', 'tcp/80'] as const

describe('instances of Terraform', () => {
  it('have what is attached to them apart: interfaces, security groups and addresses', async () => {
    const all: Resources = {
      ...base,
      ...group('more', from('client', 22)),
      'aws_network_interface_sg_attachment.more': {
        network_interface_id: ref('aws_instance.server.primary_network_interface_id'),
        security_group_id: ref('aws_security_group.more.id'),
      },
      'aws_instance.server': {
        subnet_id: ref('aws_subnet.two.id'),
        vpc_security_group_ids: idsOf('security_group', 'client'),
        private_ip: '10.0.2.10',
        secondary_private_ips: ['10.0.2.11'],
        source_dest_check: false,
      },
      'aws_network_interface.second': {
        subnet_id: ref('aws_subnet.two.id'),
        security_groups: idsOf('security_group', 'client'),
        private_ip: '10.0.2.20',
      },
      'aws_network_interface.third': {
        subnet_id: ref('aws_subnet.two.id'),
        security_groups: idsOf('security_group', 'client'),
        private_ip: '10.0.2.30',
        attachment: [{ instance: ref('aws_instance.server.id'), device_index: 2 }],
      },
      'aws_network_interface_attachment.second': {
        instance_id: ref('aws_instance.server.id'),
        network_interface_id: ref('aws_network_interface.second.id'),
        device_index: 1,
      },
    }
    const server = { 'aws_instance.server': { primary_network_interface_id: 'eni-0d' } }
    const ways = await threeWays(all, { ...known, ...server })
    expectSame(ways)
    const made = resourceIn(ways.code, 'workload server')
    expect(made).toMatchObject({
      interfaces: {
        [resourceIn(ways.code, 'subnet two').id]: {
          secondaryPrivateIpAddresses: ['10.0.2.11'],
          sourceDestCheck: false,
        },
      },
    })
    expect(resourceIn(ways.code, 'network-interface second')).toMatchObject({ instanceId: made.id })
    expect(resourceIn(ways.state, 'network-interface third')).toMatchObject({
      instanceId: resourceIn(ways.state, 'workload server').id,
    })
    expect(askedOf(ways, 'workload client', '10.0.2.10', 'tcp/22')).toBe('OK')
    expect(askedOf(ways, 'workload client', '10.0.2.10', 'tcp/23')).toMatch(/^NO\(/)
    // the further interface is given none
    expect(askedOf(ways, 'workload client', '10.0.2.20', 'tcp/22')).toMatch(/^NO\(/)
  })

  it.each([
    ['lets in what its template says', 'app', /^OK/],
    ['lets nothing in that it does not say', 'front', /^NO\(/],
  ])('launched from a template: %s', async (_, name, expected) => {
    const all: Resources = {
      ...base,
      ...group('app', from('client', 443)),
      ...group('front'),
      'aws_launch_template.app': {
        name: 'app',
        vpc_security_group_ids: idsOf('security_group', name),
      },
      'aws_instance.app': {
        subnet_id: ref('aws_subnet.two.id'),
        private_ip: '10.0.2.10',
        launch_template: [{ id: ref('aws_launch_template.app.id') }],
      },
    }
    const ways = await threeWays(all, known)
    // a state tells its groups with the instance: only what is planned hangs on the template
    for (const state of [ways.plan, ways.code])
      expect(askedOf({ ...ways, state }, 'workload client', 'workload app', 'tcp/443')).toMatch(
        expected,
      )
  })

  it('carry the default security group where none is named', async () => {
    const app = { subnet_id: ref('aws_subnet.two.id'), private_ip: '10.0.2.10' }
    const ways = await threeWays({ ...base, 'aws_instance.app': app }, known)
    for (const state of [ways.plan, ways.code]) {
      const it = resourceIn(state, 'workload app')
      const usual = resourceIn(state, 'security-group default')
      expect(it).toMatchObject({ securityGroupIds: [usual.id] })
    }
  })
})

describe('an Auto Scaling group of Terraform', () => {
  const scaled = (template: Said, more: Said): Resources => ({
    ...base,
    ...balanced('instance'),
    ...group('app', from('front', 8080)),
    'aws_launch_template.app': { name_prefix: 'app', ...template },
    'aws_autoscaling_group.app': {
      name: 'app',
      min_size: 2,
      max_size: 4,
      vpc_zone_identifier: idsOf('subnet', 'one', 'two'),
      launch_template: [{ id: ref('aws_launch_template.app.id'), version: '$Latest' }],
      ...more,
    },
  })
  const guarded = (name: string) => ({
    vpc_security_group_ids: idsOf('security_group', name),
  })
  const attached: Resources = {
    'aws_autoscaling_attachment.app': {
      autoscaling_group_name: ref('aws_autoscaling_group.app.name'),
      lb_target_group_arn: toApp[0] ?? '',
    },
  }
  const source = { traffic_source: [{ identifier: toApp[0] ?? '', type: 'elbv2' }] }
  const face = { network_interfaces: [{ security_groups: idsOf('security_group', 'app') }] }

  it.each<[string, Resources, RegExp]>([
    ['named by it', scaled(guarded('app'), { target_group_arns: toApp }), /^OK/],
    ['that is a source of its traffic', scaled(guarded('app'), source), /^OK/],
    ['attached to it', { ...scaled(guarded('app'), {}), ...attached }, /^OK/],
    ['by interfaces of its template', scaled(face, { target_group_arns: toApp }), /^OK/],
    [
      'but not past a group that lets nothing in',
      scaled(guarded('client'), { target_group_arns: toApp }),
      /^NO\(/,
    ],
    ['that is left out, which nobody knows then', scaled(guarded('app'), {}), /^NOT-MODELLED/],
  ])('stands behind a target group %s', async (_, all, expected) => {
    const ways = await threeWays(all, { ...known, 'aws_autoscaling_group.app': { name: 'app' } })
    expect(askedOf(ways, ...front)).toMatch(expected)
    expect(resourceIn(ways.state, 'workload app 2')).toMatchObject({
      sourceAddress: 'aws_autoscaling_group.app/instance 2',
    })
  })
})

describe('a service of Terraform', () => {
  const service = (network: Said): Resources => ({
    ...base,
    ...balanced('ip'),
    ...group('tasks', from('front', 8080)),
    'aws_ecs_service.app': {
      name: 'app',
      load_balancer: [
        { target_group_arn: toApp[0] ?? '', container_name: 'app', container_port: 8080 },
      ],
      ...network,
    },
  })
  const network = (name: string) => ({
    network_configuration: [
      {
        subnets: idsOf('subnet', 'one', 'two'),
        security_groups: idsOf('security_group', name),
        assign_public_ip: false,
      },
    ],
  })

  it.each<[string, Said, RegExp]>([
    ['is registered with its target group by itself', network('tasks'), /^OK/],
    ['takes nothing that its group does not let in', network('client'), /^NO\(/],
    ['runs who knows where without a network of its own', {}, /^NOT-MODELLED/],
  ])('%s', async (_, said, expected) => {
    const ways = await threeWays(service(said), known)
    expect(askedOf(ways, ...front)).toMatch(expected)
  })

  it('is the same in a state, a plan and code', async () => {
    const ways = await threeWays(service(network('tasks')), known)
    expectSame(ways)
    expect(resourceIn(ways.code, 'workload app')).toMatchObject({ workloadType: 'ecs-service' })
  })
})

describe('functions and databases of Terraform', () => {
  const database: Resources = {
    ...base,
    ...group('calls'),
    ...group('data', from('calls', 5432)),
    'aws_lambda_function.calls': {
      function_name: 'calls',
      vpc_config: [
        {
          subnet_ids: idsOf('subnet', 'one', 'two'),
          security_group_ids: idsOf('security_group', 'calls'),
        },
      ],
    },
    'aws_lambda_function.outside': { function_name: 'outside' },
    'aws_db_subnet_group.data': { subnet_ids: idsOf('subnet', 'one', 'two') },
  }
  const named = { 'aws_db_subnet_group.data': { id: 'data', name: 'data' } }
  const guarded = { vpc_security_group_ids: idsOf('security_group', 'data') }
  const instance = (more: Said = {}): Resources => ({
    'aws_db_instance.data': {
      identifier: 'data',
      db_subnet_group_name: ref('aws_db_subnet_group.data.name'),
      availability_zone: 'eu-west-1b',
      ...guarded,
      ...more,
    },
  })
  const cluster: Resources = {
    'aws_rds_cluster.data': {
      cluster_identifier: 'data',
      db_subnet_group_name: ref('aws_db_subnet_group.data.name'),
      ...guarded,
    },
    'aws_rds_cluster_instance.data': {
      identifier: 'data',
      cluster_identifier: ref('aws_rds_cluster.data.id'),
      availability_zone: 'eu-west-1b',
    },
  }

  it.each<[string, Resources]>([
    ['a database', instance()],
    ['an instance of a cluster', cluster],
  ])('%s is reached by whom its group lets in', async (_, data) => {
    const ways = await threeWays({ ...database, ...data }, { ...known, ...named })
    expectSame(ways)
    expect(resourceIn(ways.plan, 'workload data')).toMatchObject({
      workloadType: 'rds-db-instance',
      interfaces: { [resourceIn(ways.plan, 'subnet two').id]: { publicAddress: 'none' } },
    })
    expect(askedOf(ways, 'workload calls', 'workload data', 'tcp/5432')).toBe('OK')
    expect(askedOf(ways, 'workload calls', 'workload data', 'tcp/5433')).toMatch(/^NO\(/)
    expect(askedOf(ways, 'workload client', 'workload data', 'tcp/5432')).toMatch(/^NO\(/)
    expect(() => resourceIn(ways.code, 'workload outside')).toThrow('0 times')
  })

  it('has an address of the internet where it is public', async () => {
    const ways = await threeWays(
      { ...database, ...instance({ publicly_accessible: true }) },
      { ...known, ...named },
    )
    expectSame(ways)
    expect(resourceIn(ways.state, 'workload data')).toMatchObject({
      interfaces: {
        [resourceIn(ways.state, 'subnet two').id]: { publicAddress: 'auto-assigned' },
      },
    })
  })
})

describe('a cluster of Amazon EKS of Terraform', () => {
  const cluster = (nodes: Said): Resources => ({
    ...base,
    ...group('nodes', from('client', 443)),
    'aws_eks_cluster.shop': {
      name: 'shop',
      vpc_config: [{ subnet_ids: idsOf('subnet', 'one', 'two') }],
    },
    'aws_launch_template.nodes': {
      name: 'nodes',
      vpc_security_group_ids: idsOf('security_group', 'nodes'),
    },
    'aws_eks_node_group.nodes': {
      cluster_name: ref('aws_eks_cluster.shop.id'),
      node_group_name: 'nodes',
      subnet_ids: idsOf('subnet', 'two'),
      ...nodes,
    },
  })
  it('gives its nodes the security group that it makes', async () => {
    const { state: _, ...ways } = await threeWays(cluster({}), known)
    for (const each of [ways.plan, ways.code]) {
      const made = resourceIn(each, 'security-group eks-cluster-sg-shop')
      expect(made.sourceAddress).toBe('aws_eks_cluster.shop/cluster security group')
      expect(resourceIn(each, 'workload nodes')).toMatchObject({
        workloadType: 'eks-node-group',
        securityGroupIds: [made.id],
      })
    }
  })

  it('gives them those of their launch template instead', async () => {
    const template = { launch_template: [{ name: ref('aws_launch_template.nodes.name') }] }
    const ways = await threeWays(cluster(template), {
      ...known,
      'aws_eks_cluster.shop': { id: 'shop' },
      'aws_launch_template.nodes': { name: 'nodes' },
    })
    expect(askedOf(ways, 'workload client', 'workload nodes', 'tcp/443')).toBe('OK')
    expect(askedOf(ways, 'workload client', 'workload nodes', 'tcp/22')).toMatch(/^NO\(/)
  })

  it('is known by the group that it makes where others name it', async () => {
    const own = ref('aws_eks_cluster.shop.vpc_config[0].cluster_security_group_id')
    const all: Resources = {
      ...cluster({ launch_template: [{ id: ref('aws_launch_template.nodes.id') }] }),
      'aws_launch_template.nodes': {
        vpc_security_group_ids: [...idsOf('security_group', 'nodes'), own],
      },
    }
    const { plan, code } = await threeWays(all, known)
    for (const each of [plan, code])
      expect(resourceIn(each, 'workload nodes')).toMatchObject({
        securityGroupIds: [
          resourceIn(each, 'security-group nodes').id,
          resourceIn(each, 'security-group eks-cluster-sg-shop').id,
        ],
      })
  })

  it('has that group by the ID that AWS gave it, and what is added to it', async () => {
    const allowed = {
      type: 'ingress',
      protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      security_group_id: 'sg-0e',
      source_security_group_id: ref('aws_security_group.client.id'),
    }
    const rule = { 'aws_security_group_rule.nodes': allowed }
    const applied = {
      ...known,
      'aws_eks_cluster.shop': {
        id: 'shop',
        arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/shop',
        vpc_config: [
          {
            subnet_ids: [appliedId('aws_subnet.one'), appliedId('aws_subnet.two')],
            cluster_security_group_id: 'sg-0e',
          },
        ],
      },
    }
    const of = async (more: Resources) => {
      const { state } = await threeWays({ ...cluster({}), ...more }, applied)
      expect(state.document.resources['security-group:sg-0e']).toBeDefined()
      const assumed = state.report.remarks.filter(({ type }) => type === 'assumed')
      expect(assumed.map(({ what }) => what)).toContain('aws_eks_cluster.shop')
      const nodes = resourceIn(state, 'workload nodes').id
      return verdict(state.document, resourceIn(state, 'workload client').id, nodes, 'tcp/443')
    }
    expect(await of({})).toMatch(/^NO\(/)
    expect(await of(rule)).toBe('OK')
  })
})
