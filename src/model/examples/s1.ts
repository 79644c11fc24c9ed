import { allOutbound, assemble, tcpFrom, type Example } from './example'

const region = 'ap-northeast-2'

/** One of the two VPCs: public subnets above, private ones below, zones as columns. */
function vpc(letter: 'a' | 'b', ownerId: string, octet: number) {
  const upper = letter.toUpperCase()
  const subnet = (role: string, zone: 'a' | 'b', third: number) => ({
    id: `subnet:${letter}-${role}-${zone}`,
    kind: 'subnet',
    name: `${upper} ${role} ${zone}`,
    vpcId: `vpc:${letter}`,
    availabilityZone: `${region}${zone}`,
    cidrBlock: `10.${octet}.${third}.0/24`,
    routeTableId: `route-table:${letter}-${role}`,
  })
  const table = (role: string, routes: Record<string, { target: string }>, main = false) => ({
    id: `route-table:${letter}-${role}`,
    kind: 'route-table',
    name: `${upper} ${role}`,
    vpcId: `vpc:${letter}`,
    main,
    routes,
  })
  return [
    {
      id: `vpc:${letter}`,
      kind: 'vpc',
      name: `VPC ${upper}`,
      ownerId,
      region,
      cidrBlock: `10.${octet}.0.0/16`,
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    table('main', {}, true),
    table('public', { '0.0.0.0/0': { target: `internet-gateway:${letter}` } }),
    table('private', letter === 'a' ? { '0.0.0.0/0': { target: 'nat-gateway:a' } } : {}),
    subnet('public', 'a', 100),
    subnet('public', 'b', 101),
    subnet('private', 'a', 0),
    subnet('private', 'b', 1),
    {
      id: `internet-gateway:${letter}`,
      kind: 'internet-gateway',
      name: `VPC ${upper} igw`,
      vpcId: `vpc:${letter}`,
    },
  ]
}

/** Where the parts of such a VPC are drawn: two columns, two rows. */
function layoutOf(letter: 'a' | 'b', x: number) {
  return {
    [`vpc:${letter}`]: { x, y: 144, width: 496, height: 472 },
    [`internet-gateway:${letter}`]: { x: 224, y: -24 },
    [`subnet:${letter}-public-a`]: { x: 24, y: 80, width: 216, height: 144 },
    [`subnet:${letter}-public-b`]: { x: 256, y: 80, width: 216, height: 144 },
    [`subnet:${letter}-private-a`]: { x: 24, y: 248, width: 216, height: 144 },
    [`subnet:${letter}-private-b`]: { x: 256, y: 248, width: 216, height: 144 },
    // in both private subnets: drawn once, across them
    [`workload:service-${letter}`]: { x: 156, y: 312 },
  }
}

/** S1 before anything private joins the two VPCs. */
export const s1: Example = {
  id: 's1',
  title: 'EKS to ECS across two VPCs',
  about:
    'A service on EKS in one account calls a service on ECS in another, so far over the internet. Peer the VPCs and follow why the private way does not work, until it does.',
  story: [
    'Ask for the load balancer of VPC B on tcp/443: service A reaches it, but over the internet.',
    'Draw a VPC peering connection from VPC A to VPC B.',
    'Accept it.',
    'Route 10.1.0.0/16 to it in the private route table of VPC A.',
    'Route 10.0.0.0/16 to it in the private route table of VPC B.',
    'Let the security group of service B admit tcp/8080 from VPC A.',
  ],
  flow: {
    source: 'workload:service-a',
    destination: 'workload:service-b',
    protocol: 'tcp',
    port: 8080,
  },
  document: assemble({
    name: 'EKS to ECS across two VPCs',
    description: 'Service A on EKS in the Platform account calls service B on ECS in Payments.',
    accounts: [
      { id: '111111111111', name: 'Platform' },
      { id: '222222222222', name: 'Payments' },
    ],
    resources: [
      { id: 'internet:internet', kind: 'internet', name: 'Internet' },
      ...vpc('a', '111111111111', 0),
      ...vpc('b', '222222222222', 1),
      {
        id: 'nat-gateway:a',
        kind: 'nat-gateway',
        name: 'NAT gateway A',
        subnetId: 'subnet:a-public-a',
      },
      {
        id: 'security-group:service-a',
        kind: 'security-group',
        name: 'service-a',
        vpcId: 'vpc:a',
        description: 'Service A on EKS',
        egress: allOutbound,
      },
      {
        id: 'security-group:service-b',
        kind: 'security-group',
        name: 'service-b',
        vpcId: 'vpc:b',
        description: 'Service B on ECS',
        ingress: { 'rule-1': tcpFrom(8080, '10.1.0.0/16', 'from inside VPC B') },
        egress: allOutbound,
      },
      {
        id: 'workload:service-a',
        kind: 'workload',
        name: 'Service A',
        workloadType: 'eks-node-group',
        interfaces: { 'subnet:a-private-a': {}, 'subnet:a-private-b': {} },
        securityGroupIds: ['security-group:service-a'],
      },
      {
        id: 'workload:service-b',
        kind: 'workload',
        name: 'Service B',
        workloadType: 'ecs-service',
        interfaces: { 'subnet:b-private-a': {}, 'subnet:b-private-b': {} },
        securityGroupIds: ['security-group:service-b'],
      },
      {
        id: 'security-group:alb-b',
        kind: 'security-group',
        name: 'alb-b',
        vpcId: 'vpc:b',
        description: 'Load balancer of VPC B',
        ingress: { 'rule-1': tcpFrom(443, '0.0.0.0/0', 'from the internet') },
        egress: allOutbound,
      },
      {
        id: 'target-group:service-b',
        kind: 'target-group',
        name: 'service-b-tg',
        vpcId: 'vpc:b',
        targetType: 'ip',
        protocol: 'HTTP',
        port: 8080,
        targets: { 'target-1': { targetId: 'workload:service-b' } },
      },
      {
        id: 'load-balancer:b',
        kind: 'load-balancer',
        name: 'ALB B',
        vpcId: 'vpc:b',
        type: 'application',
        scheme: 'internet-facing',
        subnets: { 'subnet:b-public-a': {}, 'subnet:b-public-b': {} },
        securityGroupIds: ['security-group:alb-b'],
        crossZone: true,
        listeners: {
          443: {
            protocol: 'HTTPS',
            defaultAction: { type: 'forward', targetGroups: { 'target-group:service-b': {} } },
          },
        },
      },
    ],
    layout: {
      'internet:internet': { x: 484, y: 0 },
      ...layoutOf('a', 0),
      'nat-gateway:a': { x: 16, y: 64 },
      ...layoutOf('b', 656),
      // in both public subnets
      'load-balancer:b': { x: 156, y: 144 },
    },
  }),
}
