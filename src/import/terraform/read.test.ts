import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { importFiles } from '../import'

const inState = (address: string, values: object, mode = 'managed') => {
  const [type = '', name = ''] = address.replace(/^data\./, '').split('.')
  return { address, mode, type, name, values }
}

const read = (resources: readonly object[]) => {
  const state = {
    format_version: '1.0',
    terraform_version: '1.9.0',
    values: { root_module: { child_modules: [{ address: 'module.network', resources }] } },
  }
  return importFiles([{ path: 'x', bytes: strToU8(JSON.stringify(state)) }], { name: 'State' })
}

const resourcesOf = (resources: readonly object[]): Readonly<Record<string, Resource>> => {
  const imported = read(resources)
  if (!imported.ok) throw new Error(imported.problems.map(({ text }) => text).join())
  return imported.value.document.resources
}

const arn = 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0a'
const vpc = inState('aws_vpc.this', {
  id: 'vpc-0a',
  arn,
  cidr_block: '10.0.0.0/16',
  enable_dns_support: true,
  enable_dns_hostnames: true,
  main_route_table_id: 'rtb-0main',
  default_network_acl_id: 'acl-0d',
  default_security_group_id: 'sg-0d',
  tags: { Name: 'shop' },
})
const subnet = inState('aws_subnet.public', {
  id: 'subnet-0a',
  vpc_id: 'vpc-0a',
  cidr_block: '10.0.1.0/24',
  availability_zone: 'eu-west-1b',
  map_public_ip_on_launch: true,
})
const gateway = inState('aws_internet_gateway.this', { id: 'igw-0a', vpc_id: 'vpc-0a' })
const table = inState('aws_route_table.public', {
  id: 'rtb-0a',
  vpc_id: 'vpc-0a',
  route: [{ cidr_block: '0.0.0.0/0', ipv6_cidr_block: '', gateway_id: 'igw-0a' }],
})
const association = inState('aws_route_table_association.public', {
  id: 'rtbassoc-0a',
  subnet_id: 'subnet-0a',
  route_table_id: 'rtb-0a',
})
const all = [association, table, gateway, subnet, vpc]

describe('a state of Terraform', () => {
  it('is the network that was made, with the IDs of AWS', () => {
    const resources = resourcesOf(all)
    expect(resources['vpc:vpc-0a']).toMatchObject({
      name: 'shop',
      awsId: 'vpc-0a',
      ownerId: '123456789012',
      region: 'eu-west-1',
      enableDnsHostnames: true,
    })
    expect(resources['subnet:subnet-0a']).toMatchObject({
      availabilityZone: 'eu-west-1b',
      routeTableId: 'route-table:rtb-0a',
      mapPublicIpOnLaunch: true,
    })
    expect(resources['route-table:rtb-0a']).toMatchObject({
      routes: { '0.0.0.0/0': { target: 'internet-gateway:igw-0a' } },
    })
    expect(resources['route-table:rtb-0main']).toMatchObject({ main: true, awsId: 'rtb-0main' })
  })

  it('has groups without the rule that EC2 makes, and each rule once', () => {
    const group = inState('aws_security_group.web', {
      id: 'sg-0a',
      name: 'web',
      vpc_id: 'vpc-0a',
      egress: [],
      ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['0.0.0.0/0'] }],
    })
    const rule = inState('aws_vpc_security_group_ingress_rule.web', {
      id: 'sgr-0a',
      security_group_id: 'sg-0a',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      cidr_ipv4: '0.0.0.0/0',
    })
    const web = resourcesOf([...all, group, rule])['security-group:sg-0a']
    expect(web?.kind === 'security-group' && Object.keys(web.ingress)).toHaveLength(1)
    expect(web?.kind === 'security-group' && Object.keys(web.egress)).toHaveLength(0)
  })

  it('adds to the main route table and the default network ACL what is managed of them', () => {
    const main = inState('aws_default_route_table.main', {
      id: 'rtb-0main',
      default_route_table_id: 'rtb-0main',
      route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-0a' }],
    })
    const acl = inState('aws_default_network_acl.main', {
      id: 'acl-0d',
      default_network_acl_id: 'acl-0d',
      ingress: [],
      egress: [],
    })
    const resources = resourcesOf([...all, main, acl])
    expect(resources['route-table:rtb-0main']).toMatchObject({
      routes: { '0.0.0.0/0': { target: 'internet-gateway:igw-0a' } },
    })
    expect(resources['network-acl:acl-0d']).toMatchObject({ ingress: {}, egress: {} })
  })

  it('leaves unknown what is beside a VPC that is only looked up', () => {
    const looked = { ...vpc, address: 'data.aws_vpc.this', mode: 'data' }
    const resources = resourcesOf([association, table, gateway, subnet, looked])
    expect(resources['route-table:rtb-0main']?.undescribed).toContain('only looks up')
  })

  it('says what of it is not read', () => {
    const balancer = inState('aws_elb.web', { id: 'x' })
    const imported = read([...all, balancer])
    expect(imported.ok && imported.value.report.remarks).toContainEqual(
      expect.objectContaining({ type: 'missing', what: 'aws_elb' }),
    )
  })

  it.each([
    ['transit_gateway_id', 'tgw-0a', 'transit-gateway:tgw-0a'],
    ['gateway_id', 'vgw-0a', 'vpn-gateway:vgw-0a'],
  ])(
    'leaves unknown what a route by %s does, where nothing else tells of it',
    (key, id, unknown) => {
      const route = inState('aws_route.out', {
        route_table_id: 'rtb-0a',
        destination_cidr_block: '10.9.0.0/16',
        [key]: id,
      })
      expect(resourcesOf([...all, route])[unknown]?.undescribed).toBeDefined()
      expect(resourcesOf(all)[unknown]?.undescribed).toBeUndefined()
    },
  )

  it('says of the language of Terraform that its parser is not there', () => {
    const code = 'variable "x" {}\n\nresource "aws_vpc" "main" {\n  cidr_block = var.x\n}\n'
    const imported = importFiles([{ path: 'main.tf', bytes: strToU8(code) }], { name: 'Code' })
    const [problem] = imported.ok ? [] : imported.problems
    expect(problem?.remarks).toEqual([
      expect.objectContaining({
        what: 'main.tf',
        text: expect.stringContaining('terraform show -json'),
      }),
    ])
  })

  it('has a peering connection as its accepter saw it last', () => {
    const ends = { id: 'pcx-0a', vpc_id: 'vpc-0a', peer_vpc_id: 'vpc-0b' }
    const other = inState('aws_vpc.other', {
      id: 'vpc-0b',
      arn: 'arn:aws:ec2:eu-west-1:210987654321:vpc/vpc-0b',
      cidr_block: '10.1.0.0/16',
    })
    const peering = inState('aws_vpc_peering_connection.this', {
      ...ends,
      accept_status: 'pending-acceptance',
    })
    const accepter = inState('aws_vpc_peering_connection_accepter.this', {
      id: 'pcx-0a',
      vpc_peering_connection_id: 'pcx-0a',
      accept_status: 'active',
    })
    const before = resourcesOf([...all, other, peering])['vpc-peering-connection:pcx-0a']
    const after = resourcesOf([...all, other, peering, accepter])['vpc-peering-connection:pcx-0a']
    expect([before, after].map((it) => it && 'status' in it && it.status)).toEqual([
      'pending-acceptance',
      'active',
    ])
  })

  it.each([
    ['prototypes', '{"__proto__": {"polluted": true}, "id": "vpc-0b", "cidr_block": 7}'],
    ['nesting', `{"id": "vpc-0b", "x": ${'['.repeat(500)}${']'.repeat(500)}}`],
  ])('that is hostile is survived: %s', (_, values) => {
    const one = inState('aws_vpc.x', JSON.parse(values) as object)
    expect(read([...all, one]).ok).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('knows nothing of a subnet whose route table or network ACL it does not hold', () => {
    const known = resourcesOf(all)
    expect(known['subnet:subnet-0a']?.undescribed).toBeUndefined()
    const far = resourcesOf([association, gateway, subnet, vpc])
    expect(far['subnet:subnet-0a']?.undescribed).toContain('rtb-0a')
    const acl = inState('aws_network_acl_association.far', {
      id: 'aclassoc-0a',
      subnet_id: 'subnet-0a',
      network_acl_id: 'acl-0far',
    })
    const guarded = resourcesOf([...all, acl])
    expect(guarded['subnet:subnet-0a']?.undescribed).toContain('acl-0far')
  })

  it('gives an instance the security groups that are attached to its interface elsewhere, known or not', () => {
    const instance = inState('aws_instance.web', {
      id: 'i-0a',
      subnet_id: 'subnet-0a',
      private_ip: '10.0.1.10',
      primary_network_interface_id: 'eni-0a',
      vpc_security_group_ids: [],
      instance_state: 'running',
    })
    const more = inState('aws_network_interface_sg_attachment.more', {
      id: 'sg-0x_eni-0a',
      network_interface_id: 'eni-0a',
      security_group_id: 'sg-0x',
    })
    expect(resourcesOf([...all, instance])['workload:i-0a']).toMatchObject({ securityGroupIds: [] })
    const resources = resourcesOf([...all, instance, more])
    expect(resources['workload:i-0a']).toMatchObject({ securityGroupIds: ['security-group:sg-0x'] })
    expect(resources['security-group:sg-0x']?.undescribed).toBeDefined()
  })
})
