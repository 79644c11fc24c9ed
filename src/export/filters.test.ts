import { describe, expect, it } from 'vitest'
import {
  documentOf,
  egressOnlyInternetGateway,
  internetGateway,
  mainTable,
  networkAcl,
  aclAllow,
  aclDeny,
  prefixList,
  routeTable,
  subnet,
  vpc,
} from '../model/testing/build'
import { exportDesign } from './export'
import { filtersDocument } from './testing/filters'

function exported(
  to: 'terraform' | 'cloudformation',
  ...more: readonly Parameters<typeof documentOf>[0][]
) {
  const document = more.length > 0 ? documentOf(...more) : filtersDocument()
  const { files, gaps } = exportDesign(document, { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), gaps: gaps.map(({ text }) => text) }
}

const base = [vpc('a', '10.0.0.0/16'), mainTable('a-main', 'a'), subnet('s', 'a', '10.0.0.0/24')]

describe('in Terraform', () => {
  const { code } = exported('terraform')
  it.each([
    ['a rule of a network ACL by protocol number', 'protocol = "6"\n cidr_block = "0.0.0.0/0"'],
    ['an ICMP rule with type and code', 'icmp_type = 8\n icmp_code = -1'],
    ['the default network ACL with its rules inside', 'resource "aws_default_network_acl"'],
    ['a route to a prefix list', 'destination_prefix_list_id = aws_ec2_managed_prefix_list'],
    ['an egress-only route', 'egress_only_gateway_id = aws_egress_only_internet_gateway'],
    ['an edge association', 'gateway_id = aws_internet_gateway'],
    ['an edge route to a network interface', 'network_interface_id = aws_network_interface'],
  ])('%s', (_, text) => {
    expect(code).toContain(text)
  })
})

describe('in CloudFormation', () => {
  const { code } = exported('cloudformation')
  it.each([
    ['a rule of a network ACL by protocol number', 'Protocol: 6\n'],
    ['an ICMP rule with type and code', 'Icmp:\n Type: 8\n Code: -1'],
    ['a route to a prefix list', 'DestinationPrefixListId: !'],
    ['an egress-only route', 'EgressOnlyInternetGatewayId: !'],
    ['an edge association', 'Type: AWS::EC2::GatewayRouteTableAssociation'],
  ])('%s', (_, text) => {
    expect(code).toContain(text)
  })
})

describe('what AWS would refuse, or a language cannot say, is told', () => {
  it.each([
    [
      'an IPv4 route to an egress-only internet gateway (RT-13)',
      'terraform',
      /carries IPv6 alone/,
      [
        egressOnlyInternetGateway('e', 'a'),
        routeTable('r', 'a', { '0.0.0.0/0': 'egress-only-internet-gateway:e' }),
      ],
    ],
    [
      'an edge table of a gateway that is detached (RT-15)',
      'terraform',
      /edge association/,
      [
        internetGateway('i', 'a', { attachmentState: 'detached' }),
        routeTable('r', 'a', {}, { gatewayId: 'internet-gateway:i' }),
      ],
    ],
    [
      'a block of the other family in a prefix list',
      'cloudformation',
      /holds IPv4 blocks/,
      [prefixList('l', ['10.0.0.0/8', '2001:db8::/32'])],
    ],
    [
      'a list longer than its room',
      'terraform',
      /room for 1/,
      [prefixList('l', ['10.0.0.0/8', '11.0.0.0/8'], { maxEntries: 1 })],
    ],
    [
      'a default network ACL that was changed',
      'cloudformation',
      /written as a custom one/,
      [
        networkAcl(
          'd',
          'a',
          { 90: aclDeny('1.0.0.0/8'), 100: aclAllow('0.0.0.0/0') },
          { 100: aclAllow('0.0.0.0/0') },
          { isDefault: true },
        ),
      ],
    ],
  ] as const)('%s', (_, to, text, more) => {
    expect(exported(to, ...base, ...more).gaps).toContainEqual(expect.stringMatching(text))
  })

  it('a default network ACL as AWS makes it is not written', () => {
    const acl = networkAcl(
      'd',
      'a',
      { 100: aclAllow('0.0.0.0/0') },
      { 100: aclAllow('0.0.0.0/0') },
      { isDefault: true },
    )
    expect(exported('cloudformation', ...base, acl).code).not.toContain('NetworkAcl')
  })
})
