import { resourceSchema, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'

/** Names that break careless printers. */
export const hostile = {
  quotes: 'say "hi" \\ it\'s',
  templates: '${aws_vpc.x.id} $${a} %{ if true } $%{ {{resolve:ssm:/secret}}',
  newline: 'two\nlines\tand a tab\r',
  emoji: 'rocket 🚀👩‍👩‍👧 e\u0301',
  hangul: '서울 사설 서브넷',
  symbols: '!!! ???',
} as const

const all = {
  ipProtocol: '-1',
  cidrIpv4: '0.0.0.0/0',
} as const

const resources: readonly unknown[] = [
  {
    id: 'vpc:a',
    kind: 'vpc',
    name: hostile.hangul,
    tags: {
      [hostile.quotes]: hostile.templates,
      Team: hostile.emoji,
      'aws:x': 'no',
      Name: 'other',
    },
    ownerId: '111111111111',
    region: 'ap-northeast-2',
    cidrBlock: '10.0.0.0/16',
    secondaryCidrBlocks: ['10.8.0.0/16', '100.64.0.0/20'],
    enableDnsHostnames: true,
  },
  {
    id: 'vpc:b',
    kind: 'vpc',
    name: hostile.templates,
    ownerId: '222222222222',
    region: 'ap-northeast-2',
    cidrBlock: '10.1.0.0/16',
    secondaryCidrBlocks: ['100.65.0.0/20'],
    enableDnsHostnames: true,
  },
  {
    id: 'vpc:c',
    kind: 'vpc',
    name: 'VPC C',
    ownerId: '111111111111',
    region: 'us-east-1',
    cidrBlock: '10.2.0.0/16',
    enableDnsHostnames: true,
  },
  {
    id: 'vpc:d',
    kind: 'vpc',
    name: 'VPC C',
    ownerId: '111111111111',
    region: 'us-east-1',
    cidrBlock: '10.3.0.0/16',
    enableDnsHostnames: true,
  },
  { id: 'route-table:a-main', kind: 'route-table', name: 'main', vpcId: 'vpc:a', main: true },
  {
    id: 'route-table:a-public',
    kind: 'route-table',
    name: hostile.newline,
    tags: { note: hostile.newline },
    vpcId: 'vpc:a',
    routes: {
      '0.0.0.0/0': { target: 'internet-gateway:a' },
      '10.1.0.0/16': { target: 'vpc-peering-connection:ab' },
      '100.65.0.0/20': { target: 'vpc-peering-connection:ab' },
      '192.0.2.0/24': { target: null },
      '10.0.7.0/24': { target: 'internet-gateway:a' },
    },
  },
  {
    id: 'route-table:a-private',
    kind: 'route-table',
    name: 'private',
    vpcId: 'vpc:a',
    routes: {
      '0.0.0.0/0': { target: 'nat-gateway:a' },
      '10.2.0.0/16': { target: 'vpc-peering-connection:ac' },
      '10.8.1.0/24': { target: 'nat-gateway:a' },
    },
  },
  {
    id: 'route-table:b-main',
    kind: 'route-table',
    name: 'main',
    vpcId: 'vpc:b',
    main: true,
    routes: { '10.0.0.0/16': { target: 'vpc-peering-connection:ab' } },
  },
  {
    id: 'route-table:c-main',
    kind: 'route-table',
    name: 'main',
    vpcId: 'vpc:c',
    main: true,
    routes: {
      '10.0.0.0/16': { target: 'vpc-peering-connection:ac' },
      '10.3.0.0/16': { target: 'vpc-peering-connection:cd' },
      '10.1.0.0/16': { target: 'vpc-peering-connection:bc' },
    },
  },
  {
    id: 'route-table:d-main',
    kind: 'route-table',
    name: 'main',
    vpcId: 'vpc:d',
    main: true,
    routes: {
      '10.2.0.0/16': { target: 'vpc-peering-connection:cd' },
      '0.0.0.0/0': { target: 'internet-gateway:d' },
    },
  },
  { id: 'internet-gateway:a', kind: 'internet-gateway', name: hostile.symbols, vpcId: 'vpc:a' },
  {
    id: 'internet-gateway:d',
    kind: 'internet-gateway',
    name: 'loose',
    vpcId: 'vpc:d',
    attachmentState: 'detached',
  },
  {
    id: 'subnet:a1',
    kind: 'subnet',
    name: hostile.quotes,
    vpcId: 'vpc:a',
    availabilityZone: 'ap-northeast-2a',
    cidrBlock: '10.0.0.0/24',
    routeTableId: 'route-table:a-public',
    mapPublicIpOnLaunch: true,
  },
  {
    id: 'subnet:a2',
    kind: 'subnet',
    name: hostile.emoji,
    vpcId: 'vpc:a',
    availabilityZone: 'ap-northeast-2a',
    cidrBlock: '10.8.1.0/24',
    routeTableId: 'route-table:a-private',
  },
  {
    id: 'subnet:a3',
    kind: 'subnet',
    name: '🚀',
    vpcId: 'vpc:a',
    availabilityZone: 'ap-northeast-2c',
    cidrBlock: '100.64.0.0/24',
  },
  {
    id: 'subnet:b1',
    kind: 'subnet',
    name: 'one',
    vpcId: 'vpc:b',
    availabilityZone: 'ap-northeast-2a',
    cidrBlock: '10.1.0.0/24',
  },
  {
    id: 'subnet:b2',
    kind: 'subnet',
    name: 'One!',
    vpcId: 'vpc:b',
    availabilityZone: 'ap-northeast-2b',
    cidrBlock: '100.65.0.0/24',
  },
  {
    id: 'subnet:c1',
    kind: 'subnet',
    name: 'yes',
    vpcId: 'vpc:c',
    availabilityZone: 'us-east-1a',
    cidrBlock: '10.2.0.0/24',
  },
  {
    id: 'subnet:d1',
    kind: 'subnet',
    name: '007',
    vpcId: 'vpc:d',
    availabilityZone: 'us-east-1a',
    cidrBlock: '10.3.0.0/24',
  },
  {
    id: 'nat-gateway:a',
    kind: 'nat-gateway',
    name: 'nat',
    subnetId: 'subnet:a1',
    privateIp: '10.0.0.9',
    publicIp: '203.0.113.7',
  },
  {
    id: 'vpc-peering-connection:ab',
    kind: 'vpc-peering-connection',
    name: hostile.hangul,
    requesterVpcId: 'vpc:a',
    accepterVpcId: 'vpc:b',
    status: 'active',
    requesterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
  },
  {
    id: 'vpc-peering-connection:ac',
    kind: 'vpc-peering-connection',
    name: 'a to c',
    requesterVpcId: 'vpc:c',
    accepterVpcId: 'vpc:a',
    status: 'active',
    accepterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
  },
  {
    id: 'vpc-peering-connection:bc',
    kind: 'vpc-peering-connection',
    name: 'b to c',
    requesterVpcId: 'vpc:b',
    accepterVpcId: 'vpc:c',
    status: 'failed',
  },
  {
    id: 'vpc-peering-connection:cd',
    kind: 'vpc-peering-connection',
    name: 'c to d',
    requesterVpcId: 'vpc:c',
    accepterVpcId: 'vpc:d',
    status: 'active',
    requesterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
    accepterPeeringOptions: { allowDnsResolutionFromRemoteVpc: true },
  },
  {
    id: 'security-group:a1',
    kind: 'security-group',
    name: 'sg-웹',
    description: "client's side {{resolve:ssm:/x}}",
    vpcId: 'vpc:a',
    ingress: {
      'rule-1': { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' },
      'rule-2': {
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        referencedGroupId: 'security-group:a2',
        description: 'from ${a2} – "quoted"',
      },
      'rule-3': { ipProtocol: '6', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' },
      'rule-4': { ipProtocol: 'icmp', cidrIpv4: '10.1.0.0/16' },
      'rule-5': { ipProtocol: '50', cidrIpv4: '10.8.0.0/16' },
      'rule-6': { ipProtocol: '-1', referencedGroupId: 'security-group:c1' },
    },
    egress: {
      'rule-1': all,
      'rule-2': {
        ipProtocol: 'udp',
        fromPort: 53,
        toPort: 53,
        referencedGroupId: 'security-group:b1',
      },
    },
  },
  {
    id: 'security-group:a2',
    kind: 'security-group',
    name: 'default',
    description: 'no way out',
    vpcId: 'vpc:a',
    ingress: {
      'rule-1': {
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        referencedGroupId: 'security-group:a1',
      },
    },
  },
  {
    id: 'security-group:b1',
    kind: 'security-group',
    name: 'app',
    description: 'app',
    vpcId: 'vpc:b',
    ingress: {
      'rule-1': {
        ipProtocol: 'tcp',
        fromPort: 8080,
        toPort: 8080,
        referencedGroupId: 'security-group:a1',
      },
    },
    egress: { 'rule-1': { ipProtocol: '-1', referencedGroupId: 'security-group:b2' } },
  },
  {
    id: 'security-group:b2',
    kind: 'security-group',
    name: 'APP',
    description: 'app, again',
    vpcId: 'vpc:b',
    egress: { 'rule-1': all },
  },
  {
    id: 'security-group:c1',
    kind: 'security-group',
    name: 'c',
    description: 'c',
    vpcId: 'vpc:c',
    ingress: {
      'rule-1': {
        ipProtocol: 'tcp',
        fromPort: 80,
        toPort: 80,
        referencedGroupId: 'security-group:d1',
      },
    },
    egress: { 'rule-1': all },
  },
  {
    id: 'security-group:d1',
    kind: 'security-group',
    name: 'd',
    description: 'd',
    vpcId: 'vpc:d',
    egress: { 'rule-1': all },
  },
  {
    id: 'workload:a',
    kind: 'workload',
    name: 'bastion',
    workloadType: 'ec2-instance',
    state: 'stopped',
    interfaces: {
      'subnet:a1': {
        privateIpAddress: '10.0.0.10',
        publicAddress: 'elastic-ip',
        publicIp: '203.0.113.9',
      },
      'subnet:a2': { publicAddress: 'auto-assigned' },
    },
    securityGroupIds: ['security-group:a1', 'security-group:a2'],
  },
  {
    id: 'workload:b',
    kind: 'workload',
    name: 'service',
    workloadType: 'ecs-service',
    interfaces: { 'subnet:b1': {}, 'subnet:b2': { publicAddress: 'auto-assigned' } },
    securityGroupIds: ['security-group:b1'],
  },
  {
    id: 'workload:c',
    kind: 'workload',
    name: 'bare',
    workloadType: 'generic',
    interfaces: { 'subnet:c1': {} },
  },
  { id: 'internet:1', kind: 'internet', name: 'Internet' },
  { id: 'public-address:1', kind: 'public-address', name: 'office', cidrBlock: '203.0.113.10/32' },
]

/** Several accounts and Regions, one of every trouble, and names that break careless printers. */
export function hostileDocument(
  shuffle: (list: readonly Resource[]) => readonly Resource[] = (list) => list,
): Document {
  const parsed = resources.map((it) => resourceSchema.parse(it))
  return {
    name: hostile.templates,
    description: hostile.newline,
    accounts: [
      { id: '222222222222', name: hostile.emoji },
      { id: '111111111111', name: 'Main account' },
    ],
    resources: Object.fromEntries(shuffle(parsed).map((it) => [it.id, it])),
    layout: {},
  }
}

/**
 * The same without what the emulator of AWS cannot carry out though AWS does: group references
 * across accounts, protocols by number, Elastic IP associations in CloudFormation.
 */
export function emulatedDocument(): Document {
  return hostileDocument((list) => list.map(emulated))
}

function emulated(it: Resource): Resource {
  if (it.kind === 'workload')
    return {
      ...it,
      interfaces: Object.fromEntries(
        Object.entries(it.interfaces).map(([id, face]) => [id, { ...face, publicAddress: 'none' }]),
      ),
    }
  if (it.id === 'security-group:a1' && it.kind === 'security-group') {
    const { 'rule-5': _protocol, ...ingress } = it.ingress
    const { 'rule-2': _foreign, ...egress } = it.egress
    return { ...it, ingress, egress }
  }
  if (it.id === 'security-group:b1' && it.kind === 'security-group') return { ...it, ingress: {} }
  return it
}
