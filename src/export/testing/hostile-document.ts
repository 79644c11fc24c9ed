import { resourceSchema, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import {
  all,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'

/** Names that break careless printers. */
export const hostile = {
  quotes: 'say "hi" \\ it\'s',
  templates: '${aws_vpc.x.id} $${a} %{ if true } $%{ {{resolve:ssm:/secret}}',
  newline: 'two\nlines\tand a tab\r',
  emoji: 'rocket 🚀👩‍👩‍👧 e\u0301',
  hangul: '서울 사설 서브넷',
  symbols: '!!! ???',
} as const

const [seoul, virginia] = ['ap-northeast-2', 'us-east-1']
const main = { ownerId: '111111111111', enableDnsHostnames: true }
const [ab, ac, cd] = [
  'vpc-peering-connection:ab',
  'vpc-peering-connection:ac',
  'vpc-peering-connection:cd',
] as const
const dns = { allowDnsResolutionFromRemoteVpc: true }

const networks = [
  vpc('a', '10.0.0.0/16', {
    ...main,
    name: hostile.hangul,
    region: seoul,
    tags: {
      [hostile.quotes]: hostile.templates,
      Team: hostile.emoji,
      'aws:x': 'no',
      Name: 'other',
    },
    secondaryCidrBlocks: ['10.8.0.0/16', '100.64.0.0/20'],
  }),
  vpc('b', '10.1.0.0/16', {
    ...main,
    name: hostile.templates,
    ownerId: '222222222222',
    region: seoul,
    secondaryCidrBlocks: ['100.65.0.0/20'],
  }),
  vpc('c', '10.2.0.0/16', { ...main, name: 'VPC C', region: virginia }),
  vpc('d', '10.3.0.0/16', { ...main, name: 'VPC C', region: virginia }),
  subnet('a1', 'a', '10.0.0.0/24', {
    name: hostile.quotes,
    availabilityZone: `${seoul}a`,
    routeTableId: 'route-table:a-public',
    mapPublicIpOnLaunch: true,
  }),
  subnet('a2', 'a', '10.8.1.0/24', {
    name: hostile.emoji,
    availabilityZone: `${seoul}a`,
    routeTableId: 'route-table:a-private',
  }),
  subnet('a3', 'a', '100.64.0.0/24', { name: '🚀', availabilityZone: `${seoul}c` }),
  subnet('b1', 'b', '10.1.0.0/24', { name: 'one', availabilityZone: `${seoul}a` }),
  subnet('b2', 'b', '100.65.0.0/24', { name: 'One!', availabilityZone: `${seoul}b` }),
  subnet('c1', 'c', '10.2.0.0/24', { name: 'yes', availabilityZone: `${virginia}a` }),
  subnet('d1', 'd', '10.3.0.0/24', { name: '007', availabilityZone: `${virginia}a` }),
]

const routing = [
  internetGateway('a', 'a', { name: hostile.symbols }),
  internetGateway('d', 'd', { name: 'loose', attachmentState: 'detached' }),
  natGateway('a', 'a1', { name: 'nat', privateIp: '10.0.0.9', publicIp: '203.0.113.7' }),
  routeTable('a-main', 'a', {}, { name: 'main', main: true }),
  routeTable(
    'a-public',
    'a',
    {
      '0.0.0.0/0': 'internet-gateway:a',
      '10.1.0.0/16': ab,
      '100.65.0.0/20': ab,
      '192.0.2.0/24': null,
      '10.0.7.0/24': 'internet-gateway:a',
    },
    { name: hostile.newline, tags: { note: hostile.newline } },
  ),
  routeTable(
    'a-private',
    'a',
    { '0.0.0.0/0': 'nat-gateway:a', '10.2.0.0/16': ac, '10.8.1.0/24': 'nat-gateway:a' },
    { name: 'private' },
  ),
  routeTable('b-main', 'b', { '10.0.0.0/16': ab }, { name: 'main', main: true }),
  routeTable(
    'c-main',
    'c',
    { '10.0.0.0/16': ac, '10.3.0.0/16': cd, '10.1.0.0/16': 'vpc-peering-connection:bc' },
    { name: 'main', main: true },
  ),
  routeTable(
    'd-main',
    'd',
    { '10.2.0.0/16': cd, '0.0.0.0/0': 'internet-gateway:d' },
    { name: 'main', main: true },
  ),
  peering('ab', 'a', 'b', { name: hostile.hangul, requesterPeeringOptions: dns }),
  peering('ac', 'c', 'a', { name: 'a to c', accepterPeeringOptions: dns }),
  peering('bc', 'b', 'c', { name: 'b to c', status: 'failed' }),
  peering('cd', 'c', 'd', {
    name: 'c to d',
    requesterPeeringOptions: dns,
    accepterPeeringOptions: dns,
  }),
]

const guarded = [
  {
    ...securityGroup(
      'a1',
      'a',
      [
        tcp(443, '0.0.0.0/0'),
        { ...tcp(22, 'security-group:a2'), description: 'from ${a2} – "quoted"' },
        { ...tcp(443, '0.0.0.0/0'), ipProtocol: '6' },
        { ipProtocol: 'icmp', cidrIpv4: '10.1.0.0/16' },
        { ipProtocol: '50', cidrIpv4: '10.8.0.0/16' },
        all('security-group:c1'),
      ],
      [all('0.0.0.0/0'), { ...tcp(53, 'security-group:b1'), ipProtocol: 'udp' }],
    ),
    name: 'sg-웹',
    description: "client's side {{resolve:ssm:/x}}",
  },
  {
    ...securityGroup('a2', 'a', [tcp(22, 'security-group:a1')], []),
    name: 'default',
    description: 'no way out',
  },
  {
    ...securityGroup('b1', 'b', [tcp(8080, 'security-group:a1')], [all('security-group:b2')]),
    name: 'app',
    description: 'app',
  },
  { ...securityGroup('b2', 'b'), name: 'APP', description: 'app, again' },
  { ...securityGroup('c1', 'c', [tcp(80, 'security-group:d1')]), name: 'c', description: 'c' },
  { ...securityGroup('d1', 'd'), name: 'd', description: 'd' },
  workload('a', [], {
    name: 'bastion',
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
  }),
  workload('b', [], {
    name: 'service',
    workloadType: 'ecs-service',
    interfaces: { 'subnet:b1': {}, 'subnet:b2': { publicAddress: 'auto-assigned' } },
    securityGroupIds: ['security-group:b1'],
  }),
  workload('c', 'c1', { name: 'bare', workloadType: 'generic' }),
  { id: 'internet:1', kind: 'internet', name: 'Internet' },
  { id: 'public-address:1', kind: 'public-address', name: 'office', cidrBlock: '203.0.113.10/32' },
]

/** Several accounts and Regions, one of every trouble, and names that break careless printers. */
export function hostileDocument(
  shuffle: (list: readonly Resource[]) => readonly Resource[] = (list) => list,
): Document {
  const parsed = [...networks, ...routing, ...guarded].map((it) => resourceSchema.parse(it))
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
