import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'

const document = documentOf(
  vpc('a', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:1::/56'] }),
  mainTable('a-main', 'a', { '::/0': 'internet-gateway:igw' }),
  internetGateway('igw', 'a'),
  subnet('dual', 'a', '10.0.0.0/24', {
    ipv6CidrBlock: '2001:db8:1::/64',
    assignIpv6AddressOnCreation: true,
  }),
  subnet('only', 'a', null, { ipv6CidrBlock: '2001:db8:1:3::/64' }),
  subnet('inside', 'a', '10.0.1.0/24', { routeTableId: 'route-table:rt' }),
  natGateway('n', 'inside', { connectivityType: 'private' }),
  workload(
    'fw',
    'dual',
    { workloadType: 'appliance' },
    {
      privateIpAddress: '10.0.0.10',
      secondaryPrivateIpAddresses: ['10.0.0.11'],
      sourceDestCheck: false,
    },
  ),
  prefixList('offices', ['203.0.113.0/24']),
  routeTable('rt', 'a', { '0.0.0.0/0': 'workload:fw', 'prefix-list:offices': 'nat-gateway:n' }),
  securityGroup('g', 'a', [tcp(443, '2001:db8:9::/48'), tcp(80, 'prefix-list:offices')]),
)

function exported(to: 'terraform' | 'cloudformation') {
  const { files, gaps } = exportDesign(document, { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), gaps }
}

describe('IPv6, private NAT and routes to interfaces', () => {
  it.each([
    'assign_generated_ipv6_cidr_block = true',
    'ipv6_cidr_block = cidrsubnet(aws_vpc.a.ipv6_cidr_block, 8, 0)',
    'ipv6_cidr_block = cidrsubnet(aws_vpc.a.ipv6_cidr_block, 8, 3)',
    'ipv6_native = true',
    'destination_ipv6_cidr_block = "::/0"',
    'connectivity_type = "private"',
    'private_ips = ["10.0.0.10", "10.0.0.11"]',
    'source_dest_check = false',
    'network_interface_id = aws_network_interface.',
    'cidr_ipv6 = "2001:db8:9::/48"',
  ])('Terraform says %s', (line) => {
    expect(exported('terraform').code).toContain(line)
  })
  it.each([
    'AmazonProvidedIpv6CidrBlock: true',
    ', 4, 64]]',
    'Ipv6Native: true',
    'DestinationIpv6CidrBlock: "::/0"',
    'ConnectivityType: private',
    'SourceDestCheck: false',
    'NetworkInterfaceId: !Ref',
    'CidrIpv6: "2001:db8:9::/48"',
  ])('CloudFormation says %s', (line) => {
    expect(exported('cloudformation').code).toContain(line)
  })
  it.each(['terraform', 'cloudformation'] as const)('%s: a private one has no address', (to) => {
    expect(exported(to).code).not.toMatch(/aws_eip|AWS::EC2::EIP/)
  })
  it.each(['terraform', 'cloudformation'] as const)('%s: what is lost is said', (to) => {
    const about = (id: string) => exported(to).gaps.filter((it) => it.resourceId === id)
    expect(about('prefix-list:offices')).toEqual([])
    expect(about('vpc:a').map((it) => it.text)).toEqual([
      expect.stringContaining('2001:db8:1::/56'),
    ])
  })
})
