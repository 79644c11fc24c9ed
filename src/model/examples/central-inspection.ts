import { allOutbound, assemble, tcpFrom, type Example } from './example'
import { mainAccount } from './small-vpc'

type Zone = 'a' | 'b'
const zones = ['a', 'b'] as const

/** Every spoke has its block in here. */
const spokes = '10.0.0.0/8'
const everything = '0.0.0.0/0'
const tgw = 'transit-gateway:hub'

const table = (name: string, vpcId: string, routes: Readonly<Record<string, string>>) => ({
  id: `route-table:${name}`,
  kind: 'route-table',
  name,
  vpcId,
  routes: Object.fromEntries(
    Object.entries(routes).map(([destination, target]) => [destination, { target }]),
  ),
})

const subnet = (name: string, vpcId: string, zone: Zone, cidrBlock: string) => ({
  id: `subnet:${name}`,
  kind: 'subnet',
  name,
  vpcId,
  availabilityZone: `eu-west-1${zone}`,
  cidrBlock,
  routeTableId: `route-table:${name}`,
})

const vpc = (id: string, name: string, cidrBlock: string) => ({
  id,
  kind: 'vpc',
  name,
  ownerId: mainAccount.id,
  region: 'eu-west-1',
  cidrBlock,
})

const attachment = (name: string, subnetIds: readonly string[], more: object = {}) => ({
  id: `transit-gateway-vpc-attachment:${name}`,
  kind: 'transit-gateway-vpc-attachment',
  name: `${name} attachment`,
  transitGatewayId: tgw,
  vpcId: `vpc:${name}`,
  subnetIds,
  ...more,
})

/** A spoke with one host; each is in a zone of its own, so that appliance mode matters. (TGW-15) */
const spoke = (zone: Zone, octet: number) => {
  const name = `spoke-${zone}`
  return [
    vpc(`vpc:${name}`, `Spoke ${zone.toUpperCase()}`, `10.${octet}.0.0/16`),
    table(`${name}-app`, `vpc:${name}`, { [everything]: tgw }),
    subnet(`${name}-app`, `vpc:${name}`, zone, `10.${octet}.0.0/24`),
    {
      id: `security-group:${name}`,
      kind: 'security-group',
      name,
      vpcId: `vpc:${name}`,
      description: name,
      ingress: { 'rule-1': tcpFrom(443, spokes, 'from the spokes') },
      egress: allOutbound,
    },
    {
      id: `workload:${name}`,
      kind: 'workload',
      name: `Host ${zone.toUpperCase()}`,
      workloadType: 'ec2-instance',
      interfaces: { [`subnet:${name}-app`]: {} },
      securityGroupIds: [`security-group:${name}`],
    },
    attachment(name, [`subnet:${name}-app`]),
  ]
}

/** One zone of the inspection VPC: attachment, firewall endpoint, NAT gateway, each in a subnet. */
const inspected = (zone: Zone, octet: number) => {
  const place = (role: string, cidrBlock: string, routes: Readonly<Record<string, string>>) => [
    table(`${role}-${zone}`, 'vpc:inspection', routes),
    subnet(`${role}-${zone}`, 'vpc:inspection', zone, cidrBlock),
  ]
  const endpoint = `vpc-endpoint:firewall-${zone}`
  return [
    ...place('attach', `100.64.${octet}.0/28`, { [everything]: endpoint }),
    ...place('firewall', `100.64.${octet}.16/28`, {
      [everything]: `nat-gateway:nat-${zone}`,
      [spokes]: tgw,
    }),
    ...place('nat', `100.64.${octet}.32/28`, {
      [everything]: 'internet-gateway:inspection',
      [spokes]: endpoint,
    }),
    {
      id: endpoint,
      kind: 'vpc-endpoint',
      name: `firewall-${zone}`,
      vpcId: 'vpc:inspection',
      vpcEndpointType: 'GatewayLoadBalancer',
      serviceId: 'network-firewall:inspection',
      subnets: { [`subnet:firewall-${zone}`]: {} },
    },
    {
      id: `nat-gateway:nat-${zone}`,
      kind: 'nat-gateway',
      name: `nat-${zone}`,
      subnetId: `subnet:nat-${zone}`,
    },
  ]
}

const gatewayTable = (name: string, more: object) => ({
  id: `transit-gateway-route-table:${name}`,
  kind: 'transit-gateway-route-table',
  name: `From ${name}`,
  transitGatewayId: tgw,
  ...more,
})

const attachmentId = (name: string) => `transit-gateway-vpc-attachment:${name}`

const httpsFrom = { protocol: 'tcp', source: spokes, fromPort: 443, toPort: 443 }

/** Spokes that reach the internet and each other through one firewall. (TGW-22, EP-12) */
export const centralInspection: Example = {
  id: 'central-inspection',
  title: 'Central egress and inspection',
  about:
    'Two spokes reach the internet and each other through the firewall of an inspection VPC, which a transit gateway leads to; its NAT gateways are the only way out.',
  story: [
    'Look at the path from host A to the internet: transit gateway, firewall endpoint, NAT gateway, and back the same way.',
    'Ask for host A to host B, in another zone: appliance mode keeps both directions at one firewall endpoint.',
    'Switch appliance mode off at the inspection attachment: the reply comes to the endpoint of the other zone, which drops it.',
    'Take the route to the spokes out of the tables of the NAT subnets: the answer from the internet goes to the internet gateway instead.',
    'Let that route lead to the transit gateway instead of the endpoint: the answer goes past the firewall, which then knows half a connection.',
    'Ask for port 22: no rule of the firewall passes it.',
  ],
  flow: {
    source: 'workload:spoke-a',
    destination: 'internet:internet',
    protocol: 'tcp',
    port: 443,
  },
  document: assemble({
    name: 'Central egress and inspection',
    description: 'Spokes behind a transit gateway, one firewall, one way out.',
    accounts: [mainAccount],
    resources: [
      { id: 'internet:internet', kind: 'internet', name: 'Internet' },
      vpc('vpc:inspection', 'Inspection VPC', '100.64.0.0/16'),
      {
        id: 'internet-gateway:inspection',
        kind: 'internet-gateway',
        name: 'Inspection igw',
        vpcId: 'vpc:inspection',
      },
      {
        id: 'network-firewall:inspection',
        kind: 'network-firewall',
        name: 'Central firewall',
        vpcId: 'vpc:inspection',
        ruleOrder: 'STRICT_ORDER',
        statefulRules: { 10: { action: 'PASS', description: 'HTTPS', ...httpsFrom } },
        statefulDefaultAction: 'aws:drop_strict',
      },
      ...inspected('a', 0),
      ...inspected('b', 1),
      ...spoke('a', 1),
      ...spoke('b', 2),
      {
        id: tgw,
        kind: 'transit-gateway',
        name: 'Hub',
        ownerId: mainAccount.id,
        region: 'eu-west-1',
        defaultRouteTableAssociation: false,
        defaultRouteTablePropagation: false,
      },
      attachment(
        'inspection',
        zones.map((zone) => `subnet:attach-${zone}`),
        { applianceModeSupport: true },
      ),
      gatewayTable('the spokes', {
        associations: [attachmentId('spoke-a'), attachmentId('spoke-b')],
        routes: { [everything]: { attachmentId: attachmentId('inspection') } },
      }),
      gatewayTable('inspection', {
        associations: [attachmentId('inspection')],
        propagations: [attachmentId('spoke-a'), attachmentId('spoke-b')],
      }),
    ],
    layout: {
      'internet:internet': { x: 264, y: -168 },
      'vpc:inspection': { x: 56, y: 0, width: 600, height: 664 },
      'internet-gateway:inspection': { x: 276, y: -24 },
      ...inspectedLayout('a', 24),
      ...inspectedLayout('b', 312),
      'network-firewall:inspection': { x: 328, y: 528 },
      [tgw]: { x: -152, y: 752, width: 1068, height: 104 },
      ...spokeLayout('a', -36),
      ...spokeLayout('b', 452),
    },
  }),
}

function inspectedLayout(zone: Zone, x: number) {
  const inCard = { x: 16, y: 64 }
  return {
    [`subnet:nat-${zone}`]: { x, y: 80, width: 264, height: 136 },
    [`nat-gateway:nat-${zone}`]: inCard,
    [`subnet:firewall-${zone}`]: { x, y: 240, width: 264, height: 136 },
    [`vpc-endpoint:firewall-${zone}`]: inCard,
    [`subnet:attach-${zone}`]: { x, y: 400, width: 264, height: 112 },
  }
}

/** Wide enough that the way from the attachment leaves the words of each head legible. */
function spokeLayout(zone: Zone, x: number) {
  return {
    [`vpc:spoke-${zone}`]: { x, y: 944, width: 464, height: 272 },
    [`subnet:spoke-${zone}-app`]: { x: 24, y: 72, width: 416, height: 136 },
    [`workload:spoke-${zone}`]: { x: 136, y: 64 },
  }
}
