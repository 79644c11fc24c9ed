import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../import'

const resource = (type: string, values: object) => ({
  address: `${type}.this`,
  mode: 'managed',
  type,
  name: 'this',
  values,
})

const endpointIn = (type: string, own: object, associated: object | null) => {
  const network = [
    resource('aws_vpc', {
      id: 'vpc-0a',
      arn: 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0a',
      cidr_block: '10.0.0.0/16',
      main_route_table_id: 'rtb-0main',
      default_security_group_id: 'sg-0d',
    }),
    resource('aws_subnet', { id: 'subnet-0a', vpc_id: 'vpc-0a', cidr_block: '10.0.1.0/24' }),
    resource('aws_route_table', { id: 'rtb-0a', vpc_id: 'vpc-0a', route: [] }),
    resource('aws_security_group', { id: 'sg-0a', name: 'a', vpc_id: 'vpc-0a' }),
    resource('aws_vpc_endpoint', {
      id: 'vpce-0a',
      vpc_id: 'vpc-0a',
      service_name: 'com.amazonaws.eu-west-1.s3',
      ...own,
    }),
    ...(associated ? [resource(type, { vpc_endpoint_id: 'vpce-0a', ...associated })] : []),
  ]
  const state = { format_version: '1.0', values: { root_module: { resources: network } } }
  const read = importFiles([{ path: 'x', bytes: strToU8(JSON.stringify(state)) }], { name: 'x' })
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join())
  return read.value.document.resources['vpc-endpoint:vpce-0a']
}

describe('an endpoint in a state that is older than what it was given', () => {
  it.each([
    [
      'aws_vpc_endpoint_route_table_association',
      { vpc_endpoint_type: 'Gateway', route_table_ids: [] },
      { route_table_id: 'rtb-0a' },
      { routeTableIds: [] },
      { routeTableIds: ['route-table:rtb-0a'] },
    ],
    [
      'aws_vpc_endpoint_subnet_association',
      { vpc_endpoint_type: 'Interface', subnet_ids: [] },
      { subnet_id: 'subnet-0a' },
      { subnets: {} },
      { subnets: { 'subnet:subnet-0a': {} } },
    ],
    [
      'aws_vpc_endpoint_security_group_association',
      { vpc_endpoint_type: 'Interface', security_group_ids: ['sg-0d'] },
      { security_group_id: 'sg-0a' },
      { securityGroupIds: ['security-group:sg-0d'] },
      { securityGroupIds: ['security-group:sg-0d', 'security-group:sg-0a'] },
    ],
    [
      'aws_vpc_endpoint_security_group_association',
      { vpc_endpoint_type: 'Interface', security_group_ids: ['sg-0d'] },
      { security_group_id: 'sg-0a', replace_default_association: true },
      { securityGroupIds: ['security-group:sg-0d'] },
      { securityGroupIds: ['security-group:sg-0a'] },
    ],
  ])('has it by %s', (type, own, associated, without, given) => {
    expect(endpointIn(type, own, null)).toMatchObject(without)
    expect(endpointIn(type, own, associated)).toMatchObject(given)
  })

  it('has it once where the state tells it twice', () => {
    const own = { vpc_endpoint_type: 'Gateway', route_table_ids: ['rtb-0a'] }
    const type = 'aws_vpc_endpoint_route_table_association'
    expect(endpointIn(type, own, { route_table_id: 'rtb-0a' })).toMatchObject({
      routeTableIds: ['route-table:rtb-0a'],
    })
  })
})
