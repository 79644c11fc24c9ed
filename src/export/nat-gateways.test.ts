import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  routeTable,
  subnet,
  vpc,
} from '../model/testing/build'
import { exportDesign } from './export'

const base = [
  vpc('a', '10.0.0.0/16'),
  mainTable('a-main', 'a'),
  internetGateway('igw', 'a'),
  subnet('s', 'a', '10.0.0.0/24'),
  routeTable('r', 'a', { '0.0.0.0/0': 'nat-gateway:n' }),
]
const regional = (more: Readonly<Record<string, unknown>> = {}) =>
  natGateway('n', '', { subnetId: null, vpcId: 'vpc:a', availabilityMode: 'regional', ...more })

function exported(to: 'terraform' | 'cloudformation', nat: unknown) {
  const { files, gaps } = exportDesign(documentOf(base, nat), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), gaps: gaps.map(({ text }) => text) }
}

const addresses = (code: string) => code.match(/resource "aws_eip"|Type: AWS::EC2::EIP$/gm) ?? []

describe('NET-19: a regional NAT gateway', () => {
  it('lies in the VPC, and AWS chooses its zones and addresses', () => {
    const { code } = exported('terraform', regional())
    expect(code).toContain('availability_mode = "regional"')
    expect(code).toContain('vpc_id = aws_vpc.a.id')
    expect(code).not.toContain('subnet_id = aws_subnet.a_s.id\n allocation')
    expect(addresses(code)).toHaveLength(0)
    expect(code).toContain('nat_gateway_id = aws_nat_gateway.a_n.id')
    const template = exported('cloudformation', regional()).code
    expect(template).toContain('AvailabilityMode: regional')
    expect(addresses(template)).toHaveLength(0)
  })

  it('has an address of its own for each zone in manual mode, more where more are drawn', () => {
    const zones = { availabilityZones: ['eu-west-1a', 'eu-west-1b'] }
    expect(addresses(exported('terraform', regional(zones)).code)).toHaveLength(2)
    const more = regional({ ...zones, secondaryAddresses: [{}, {}] })
    const { code } = exported('terraform', more)
    expect(addresses(code)).toHaveLength(3)
    expect(code.match(/availability_zone_address \{/g)).toHaveLength(2)
    expect(code).toContain(
      'allocation_ids = [aws_eip.a_n_eu_west_1a.id, aws_eip.a_n_eu_west_1a_2.id]',
    )
    expect(exported('cloudformation', more).code).toContain('- AvailabilityZone: eu-west-1a')
  })

  it('routes by a table that AWS makes, which is said', () => {
    const { gaps } = exported('terraform', regional({ routeTableId: 'route-table:r' }))
    expect(gaps).toContainEqual(expect.stringContaining('n routes by r is not exported'))
  })
})

describe('a zonal NAT gateway with several addresses', () => {
  it('allocates one for each of them when it is public', () => {
    const nat = natGateway('n', 's', {
      secondaryAddresses: [{ privateIp: '10.0.0.20', publicIp: '203.0.113.8' }],
    })
    const { code, gaps } = exported('terraform', nat)
    expect(code).toContain('allocation_id = aws_eip.a_n.id')
    expect(code).toContain('secondary_allocation_ids = [aws_eip.a_n_2.id]')
    expect(code).toContain('secondary_private_ip_addresses = ["10.0.0.20"]')
    expect(gaps).toContainEqual(expect.stringContaining('203.0.113.8'))
    const template = exported('cloudformation', nat).code
    expect(template).toContain('SecondaryAllocationIds:\n - !GetAtt')
    expect(template).toContain('SecondaryPrivateIpAddresses:\n - 10.0.0.20')
  })

  it.each([
    [
      [{ privateIp: '10.0.0.20' }, { privateIp: '10.0.0.21' }],
      'addresses = ["10.0.0.20", "10.0.0.21"]',
      0,
    ],
    [[{}, {}], 'address_count = 2', 0],
    [[{ privateIp: '10.0.0.20' }, {}], 'address_count = 2', 1],
  ])('chooses its private addresses as drawn: %j', (secondaryAddresses, line, said) => {
    const nat = natGateway('n', 's', { connectivityType: 'private', secondaryAddresses })
    const { code, gaps } = exported('terraform', nat)
    expect(code).toContain(`secondary_private_ip_${line}`)
    expect(addresses(code)).toHaveLength(0)
    expect(gaps.filter((text) => text.includes('only some of them'))).toHaveLength(said)
  })
})
