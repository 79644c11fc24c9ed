import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import { matrixEnds } from '../../engine/matrix/ends'
import { matrixOf } from '../../engine/matrix/matrix'
import { cellAt } from '../../engine/matrix/table'
import { resolve } from '../../engine/network'
import { finishedS1 } from '../../export/testing/finished-s1'
import type { Id, Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { differences } from '../cloudformation/testing/same'
import { importFiles, type ImportedDesign } from '../import'

const golden = (name: string) =>
  readFileSync(join(import.meta.dirname, 'goldens', `${name}.plan.json`), 'utf8')

function read(...plans: readonly string[]): ImportedDesign {
  const files = plans.map((text, index) => ({ path: `${index}/plan`, bytes: strToU8(text) }))
  const imported = importFiles(files, { name: 'Plan' })
  if (!imported.ok) throw new Error(imported.problems.map(({ text }) => text).join())
  return imported.value
}

/** What came in, by its address. */
const byAddress = ({ document }: ImportedDesign): Readonly<Record<string, Resource>> =>
  Object.fromEntries(
    Object.values<Resource>(document.resources).map((it) => [it.sourceAddress ?? it.id, it]),
  )

/** Every pair of subnets, told by names. */
function pairs(document: Document): readonly string[] {
  const network = resolve(document)
  const table = matrixOf(
    network,
    { protocol: 'tcp', port: 443 },
    matrixEnds(network.document, false),
  )
  const nameOf = (id: Id | undefined) => (id ? network.design.get(id)?.name : '')
  return table.ends
    .flatMap((from, i) =>
      table.ends.map((to, j) => `${nameOf(from)} ${nameOf(to)} ${cellAt(table, i, j)?.verdict}`),
    )
    .toSorted()
}

interface Given {
  readonly values?: object
  readonly unknown?: object
  readonly said?: object
  readonly forEach?: object
  readonly id?: string
}

/** A plan as Terraform shows it, of resources by their addresses. */
function planOf(resources: Readonly<Record<string, Given>>, more: object = {}): string {
  const parts = Object.entries(resources).map(([address, it]) => {
    const [, type = '', name = '', key] = /^(\w+)\.(\w+)(?:\[(.*)\])?$/.exec(address) ?? []
    const index = key === undefined ? {} : { index: JSON.parse(key) as unknown }
    return { address, mode: 'managed', type, name, ...index, it }
  })
  return JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: parts.map(({ it, ...each }) => ({
          ...each,
          values: { ...it.values, ...(it.id && { id: it.id }) },
        })),
      },
    },
    resource_changes: parts.map(({ it, address }) => ({
      address,
      change: { after_unknown: { ...it.unknown, ...(!it.id && { id: true }) } },
    })),
    configuration: {
      provider_config: {
        aws: {
          expressions: {
            region: { constant_value: 'eu-west-1' },
            allowed_account_ids: { constant_value: ['123456789012'] },
          },
        },
      },
      root_module: {
        resources: parts.map(({ type, name, it }) => ({
          mode: 'managed',
          type,
          name,
          provider_config_key: 'aws',
          expressions: it.said ?? {},
          ...(it.forEach && { for_each_expression: it.forEach }),
        })),
      },
    },
    ...more,
  })
}

const to = (...references: readonly string[]) => ({ references })
const ofVpc = { vpc_id: to('aws_vpc.a.id', 'aws_vpc.a') }
const inVpc = { unknown: { vpc_id: true }, said: ofVpc }
const subnet = (cidr_block: string): Given => ({
  ...inVpc,
  values: { cidr_block, availability_zone: 'eu-west-1a' },
})
const small: Readonly<Record<string, Given>> = {
  'aws_vpc.a': { values: { cidr_block: '10.0.0.0/16' } },
  'aws_subnet.a[0]': subnet('10.0.0.0/24'),
  'aws_subnet.a[1]': subnet('10.0.1.0/24'),
  'aws_route_table.a': inVpc,
}
const association = (subnetId: object): Given => ({
  unknown: { subnet_id: true, route_table_id: true },
  said: {
    subnet_id: subnetId,
    route_table_id: to('aws_route_table.a.id', 'aws_route_table.a'),
  },
})

describe('a plan of Terraform', () => {
  it('of an export with modules is the design: the same networks, the same pairs reach each other', () => {
    const { document } = read(golden('s1-modules'))
    const lost = [...differences(finishedS1(), document).keys()]
    expect(lost.filter((what) => !/^(?:workload|target-group|load-balancer) /.test(what))).toEqual(
      [],
    )
    expect(pairs(document)).toEqual(pairs(finishedS1()))
  })

  it('as people write it, with count, for_each, modules and providers, is what it makes', () => {
    const imported = read(golden('by-hand'))
    const found = byAddress(imported)
    expect(Object.values(found).filter(({ undescribed }) => undescribed)).toEqual([])
    const idAt = (address: string) => found[address]?.id
    expect(found['aws_subnet.tier["web"]']).toMatchObject({
      name: 'web',
      cidrBlock: '10.0.0.0/24',
      routeTableId: idAt('aws_route_table.tier["web"]'),
    })
    expect(found['aws_subnet.public[1]']).toMatchObject({
      name: 'public[1]',
      availabilityZone: 'eu-west-1b',
      routeTableId: idAt('aws_route_table.public'),
    })
    expect(found['aws_nat_gateway.one']).toMatchObject({
      subnetId: idAt('aws_subnet.public[0]'),
    })
    expect(found['aws_route_table.tier["app"]']).toMatchObject({
      routes: {
        '0.0.0.0/0': { target: idAt('aws_nat_gateway.one') },
        '10.1.0.0/16': { target: idAt('aws_vpc_peering_connection.blue') },
      },
    })
    expect(found['module.other["blue"].aws_vpc.this']).toMatchObject({
      ownerId: '210987654321',
      region: 'us-east-1',
      name: 'blue',
    })
    expect(found['aws_vpc_peering_connection.blue']).toMatchObject({
      requesterVpcId: idAt('aws_vpc.main'),
      accepterVpcId: idAt('module.other["blue"].aws_vpc.this'),
      status: 'active',
    })
    expect(found['aws_instance.app["app"]']).toMatchObject({
      securityGroupIds: [idAt('aws_security_group.app')],
    })
    expect(Object.values(found).every(({ awsId }) => awsId === undefined)).toBe(true)
  })

  it('has the same ids whenever it is read', () => {
    const ids = () => Object.keys(read(golden('by-hand')).document.resources)
    expect(ids()).toEqual(ids())
  })

  it.each([
    ['of the only one', to('aws_vpc.a.id', 'aws_vpc.a')],
    ['of one behind a condition', to('var.x', 'aws_vpc.a.id', 'aws_vpc.a')],
    ['of a gateway beside it', to('aws_route_table.a.vpc_id', 'aws_route_table.a')],
  ])('knows the VPC %s', (_, said) => {
    const gateway = { unknown: { vpc_id: true }, said: { vpc_id: said } }
    const found = byAddress(read(planOf({ ...small, 'aws_internet_gateway.x': gateway })))
    expect(found['aws_internet_gateway.x']).toMatchObject({
      vpcId: found['aws_vpc.a']?.id,
    })
  })

  it.each([
    ['by its index', 'aws_subnet.a[1].id', ['aws_subnet.a[1]', 'aws_subnet.a']],
    ['through a splat of one', 'aws_subnet.b', []],
  ])('knows which subnet is meant %s', (_, reference, parents) => {
    const plan = planOf({
      ...small,
      'aws_subnet.b[0]': subnet('10.0.2.0/24'),
      'aws_route_table_association.x': association(to(reference, ...parents)),
    })
    const found = byAddress(read(plan))
    const meant = reference === 'aws_subnet.b' ? 'aws_subnet.b[0]' : 'aws_subnet.a[1]'
    for (const address of ['aws_subnet.a[0]', 'aws_subnet.a[1]', 'aws_subnet.b[0]']) {
      expect(found[address]).toMatchObject({
        routeTableId: address === meant ? found['aws_route_table.a']?.id : null,
      })
      expect(found[address]?.undescribed).toBeUndefined()
    }
  })

  it.each([
    ['one of several', to('aws_subnet.a')],
    ['one of several by a number that is computed', to('aws_subnet.a', 'count.index', 'var.shift')],
    [
      'the first or the second',
      to(
        'var.x',
        'aws_subnet.a[0].id',
        'aws_subnet.a[0]',
        'aws_subnet.a',
        'aws_subnet.a[1].id',
        'aws_subnet.a[1]',
        'aws_subnet.a',
      ),
    ],
    ['one that a local value names', to('local.subnet')],
    ['one that a module of another file names', to('module.gone.subnet_id', 'module.gone')],
  ])('guesses nothing: %s', (_, said) => {
    const plan = planOf({ ...small, 'aws_route_table_association.x[0]': association(said) })
    const imported = read(plan)
    const found = byAddress(imported)
    expect(found['aws_subnet.a[0]']?.undescribed).toContain('subnet_id')
    expect(found['aws_subnet.a[1]']?.undescribed).toContain('subnet_id')
    expect(found['aws_vpc.a']?.undescribed).toBeUndefined()
    expect(imported.report.remarks).toContainEqual(
      expect.objectContaining({ type: 'missing', what: 'aws_route_table_association.x[0]' }),
    )
  })

  it('takes the one of its number where what is true or false chooses between numbers', () => {
    const said = to('aws_subnet.a', 'var.single', 'count.index')
    const all = {
      ...small,
      'aws_route_table_association.x[0]': association(said),
      'aws_route_table_association.x[1]': association(said),
    }
    const routed = (variables: object) => {
      const found = byAddress(read(planOf(all, { variables })))
      const second = found['aws_subnet.a[1]']
      return second?.kind === 'subnet' && second.routeTableId === found['aws_route_table.a']?.id
    }
    expect(routed({ single: { value: false } })).toBe(true)
    expect(routed({ single: { value: 'true' } })).toBe(true)
    expect(routed({ single: { value: 1 } })).toBe(false)
  })

  it.each([
    ['whose route tables are the same', {}, 1],
    [
      'whose route tables differ',
      {
        'aws_route_table_association.x': association(
          to('aws_subnet.a[1].id', 'aws_subnet.a[1]', 'aws_subnet.a'),
        ),
      },
      0,
    ],
  ])('has a NAT gateway in the first of the subnets that it may be in, %s', (_, more, count) => {
    const gateway = {
      unknown: { subnet_id: true },
      said: { subnet_id: to('aws_subnet.a', 'var.single', 'count.index') },
    }
    const imported = read(planOf({ ...small, ...more, 'aws_nat_gateway.x[0]': gateway }))
    expect(imported.report.counts['nat-gateway'] ?? 0).toBe(count)
    const type = count === 1 ? 'assumed' : 'missing'
    expect(imported.report.remarks).toContainEqual(
      expect.objectContaining({ type, what: 'aws_nat_gateway.x[0]' }),
    )
  })

  it.each([
    ['the only one that there is', {}, 1],
    ['one of two', { 'aws_vpc.b': small['aws_vpc.a'] ?? {} }, 0],
  ])('has what a local value stands for where it can be only one: %s', (_, more, count) => {
    const gateway = { unknown: { vpc_id: true }, said: { vpc_id: to('local.vpc_id') } }
    const plan = planOf({ ...small, ...more, 'aws_internet_gateway.a': gateway })
    const found = byAddress(read(plan))
    const vpcId = found['aws_vpc.a']?.id
    const inIt = Object.values(found).filter(
      (it) => it.kind === 'internet-gateway' && it.vpcId === vpcId,
    )
    expect(inIt).toHaveLength(count)
  })

  it('leaves unknown what names something that lies in nothing known', () => {
    const plan = planOf({
      ...small,
      'aws_route_table.a': {
        unknown: { vpc_id: true },
        said: { vpc_id: to('module.gone.vpc_id', 'module.gone') },
      },
      'aws_route_table_association.x': association(
        to('aws_subnet.a[0].id', 'aws_subnet.a[0]', 'aws_subnet.a'),
      ),
    })
    const found = byAddress(read(plan))
    expect(found['aws_subnet.a[0]']?.undescribed).toContain('vpc_id of aws_route_table.a')
    expect(found['aws_subnet.a[1]']?.undescribed).toBeUndefined()
  })

  it('pairs what is made with the same keys, and says so', () => {
    const plan = planOf({
      ...small,
      'aws_route_table_association.x[0]': association(to('aws_subnet.a', 'count.index')),
      'aws_route_table_association.x[1]': association(to('aws_subnet.a', 'count.index')),
    })
    const imported = read(plan)
    expect(byAddress(imported)['aws_subnet.a[1]']).toMatchObject({
      routeTableId: byAddress(imported)['aws_route_table.a']?.id,
    })
    expect(imported.report.remarks).toContainEqual(
      expect.objectContaining({ type: 'assumed', what: 'aws_route_table_association.x' }),
    )
  })

  it('tells the targets of inline routes apart, and the blocks that are left open', () => {
    const plan = planOf({
      ...small,
      'aws_internet_gateway.x': inVpc,
      'aws_nat_gateway.x': {
        unknown: { subnet_id: true },
        said: { subnet_id: to('aws_subnet.a[0].id', 'aws_subnet.a[0]', 'aws_subnet.a') },
      },
      'aws_route_table.a': {
        values: {
          route: [{ cidr_block: '0.0.0.0/0' }, { cidr_block: '10.9.0.0/16' }],
        },
        unknown: { vpc_id: true, route: [{ gateway_id: true }, { nat_gateway_id: true }] },
        said: {
          ...ofVpc,
          route: to(
            'aws_internet_gateway.x.id',
            'aws_internet_gateway.x',
            'aws_nat_gateway.x.id',
            'aws_nat_gateway.x',
          ),
        },
      },
    })
    const found = byAddress(read(plan))
    expect(found['aws_route_table.a']).toMatchObject({
      routes: {
        '0.0.0.0/0': { target: found['aws_internet_gateway.x']?.id },
        '10.9.0.0/16': { target: found['aws_nat_gateway.x']?.id },
      },
    })
  })

  it('knows what exists by its ID in AWS, and what is made beside it by its address', () => {
    const plan = planOf({
      ...small,
      'aws_vpc.a': {
        id: 'vpc-0a',
        values: {
          cidr_block: '10.0.0.0/16',
          arn: 'arn:aws:ec2:eu-west-1:210987654321:vpc/vpc-0a',
          default_route_table_id: 'rtb-0d',
        },
      },
      'aws_subnet.a[0]': {
        id: 'subnet-0a',
        values: { vpc_id: 'vpc-0a', cidr_block: '10.0.0.0/24', availability_zone: 'eu-west-1a' },
      },
      'aws_subnet.a[1]': {
        values: { vpc_id: 'vpc-0a', cidr_block: '10.0.1.0/24', availability_zone: 'eu-west-1b' },
      },
    })
    const found = byAddress(read(plan))
    expect(found['vpc:vpc-0a']).toMatchObject({ awsId: 'vpc-0a', ownerId: '210987654321' })
    expect(found['route-table:rtb-0d']).toMatchObject({ awsId: 'rtb-0d', main: true })
    expect(found['subnet:subnet-0a']?.sourceAddress).toBeUndefined()
    expect(found['aws_subnet.a[1]']).toMatchObject({ vpcId: 'vpc:vpc-0a' })
  })

  it('keeps two plans with the same addresses apart', () => {
    const { report } = read(planOf(small), planOf(small))
    expect(report.counts).toMatchObject({ vpc: 2, subnet: 4 })
  })

  it('ends where modules hand on what they are given many times over', () => {
    const nested = (level: number): object => ({
      resources: [],
      outputs: {
        x: { expression: to(...(level === 0 ? ['local.x'] : ['module.m.x', 'module.m.x'])) },
      },
      module_calls: level === 0 ? {} : { m: { module: nested(level - 1) } },
    })
    const tree = (level: number, address: string): object => ({
      address,
      child_modules: level === 0 ? [] : [tree(level - 1, `${address}.module.m`)],
    })
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_vpc.a',
              mode: 'managed',
              type: 'aws_vpc',
              name: 'a',
              values: { cidr_block: '10.0.0.0/16' },
            },
            { address: 'aws_subnet.a', mode: 'managed', type: 'aws_subnet', name: 'a', values: {} },
          ],
          child_modules: [tree(30, 'module.m')],
        },
      },
      resource_changes: [
        { address: 'aws_subnet.a', change: { after_unknown: { id: true, vpc_id: true } } },
      ],
      configuration: {
        root_module: {
          resources: [
            {
              mode: 'managed',
              type: 'aws_subnet',
              name: 'a',
              expressions: { vpc_id: to('module.m.x', 'module.m') },
            },
          ],
          module_calls: { m: { module: nested(30) } },
        },
      },
    }
    const { report } = read(JSON.stringify(plan))
    expect(report.remarks).toContainEqual(
      expect.objectContaining({
        what: 'aws_subnet.a',
        text: expect.stringContaining('local.x') as string,
      }),
    )
  })

  it('knows nothing of a prefix list whose entries are made apart from it', () => {
    const list = { values: { name: 'offices', address_family: 'IPv4', max_entries: 5, entry: [] } }
    const reference = 'aws_ec2_managed_prefix_list.a'
    const entry = {
      values: { cidr: '10.9.0.0/16' },
      unknown: { prefix_list_id: true },
      said: { prefix_list_id: to(`${reference}.id`, reference) },
    }
    const alone = byAddress(read(planOf({ ...small, [reference]: list })))
    expect(alone[reference]?.undescribed).toBeUndefined()
    const plan = planOf({
      ...small,
      [reference]: list,
      'aws_ec2_managed_prefix_list_entry.a': entry,
    })
    expect(byAddress(read(plan))[reference]?.undescribed).toContain('list_entry.a')
  })

  it('leaves out what is to be deleted', () => {
    const text = planOf(small, {
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                address: 'aws_vpc.gone',
                mode: 'managed',
                type: 'aws_vpc',
                name: 'gone',
                values: { id: 'vpc-0f', cidr_block: '10.9.0.0/16' },
              },
            ],
          },
        },
      },
    })
    expect(read(text).report.counts.vpc).toBe(1)
  })

  it('is survived whatever it is', () => {
    const word = fc.constantFrom(
      'aws_subnet.a[0].id',
      'each.value',
      'module.x',
      '__proto__',
      'a[',
      'var.constructor',
      '',
    )
    const anything = fc.anything({
      maxDepth: 3,
      key: fc.constantFrom(
        'references',
        'root_module',
        'resources',
        'module_calls',
        'address',
        '__proto__',
        'values',
      ),
    })
    const given = fc.record({
      values: fc.object(),
      unknown: fc.object(),
      said: fc.dictionary(
        fc.constantFrom('vpc_id', 'subnet_id', 'route', '__proto__'),
        fc.oneof(
          fc.array(word).map((list) => to(...list)),
          anything,
        ),
      ),
    })
    fc.assert(
      fc.property(given, anything, (one, configuration) => {
        const plans = [planOf({ ...small, 'aws_subnet.x': one }), planOf(small, { configuration })]
        for (const text of plans) importFiles([{ path: 'x', bytes: strToU8(text) }], { name: 'x' })
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      }),
      runs(0.2),
    )
  })
})
