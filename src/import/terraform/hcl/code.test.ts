import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../../base/testing/runs'
import { exportDesign } from '../../../export/export'
import { s4 } from '../../../model/examples/s4'
import { finishedS1 } from '../../../export/testing/finished-s1'
import type { Document } from '../../../model/document'
import { differences } from '../../cloudformation/testing/same'
import { importFiles } from '../../import'
import { byAddress, readCode } from '../testing/parser'
import { codeIn } from './code'

const golden = (name: string) => readFileSync(join(import.meta.dirname, '../goldens', name), 'utf8')

const network = `
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["123456789012"]
}
resource "aws_vpc" "a" { cidr_block = "10.0.0.0/16" }
resource "aws_route_table" "a" { vpc_id = aws_vpc.a.id }
resource "aws_subnet" "a" {
  count             = 2
  vpc_id            = aws_vpc.a.id
  cidr_block        = cidrsubnet(aws_vpc.a.cidr_block, 8, count.index)
  availability_zone = "eu-west-1a"
}
resource "aws_security_group" "a" { vpc_id = aws_vpc.a.id }
`

const of = async (code: string, more: Readonly<Record<string, string>> = {}) => {
  const imported = await readCode({ 'main.tf': network, 'more.tf': code, ...more })
  return { found: byAddress(imported), remarks: imported.report.remarks }
}

/** An export as its files. */
const exported = (document: Document) =>
  Object.fromEntries(
    exportDesign(document, { to: 'terraform' })
      .files.filter(({ path }) => path.endsWith('.tf'))
      .map(({ path, text }) => [path, text]),
  )

describe('code of Terraform', () => {
  it('makes what its plan says it makes', async () => {
    const files = ['main.tf', 'modules/vpc/main.tf']
    const code = await readCode(
      Object.fromEntries(files.map((path) => [path, golden(`by-hand/${path}`)])),
    )
    const bytes = strToU8(golden('by-hand.plan.json'))
    const plan = importFiles([{ path: 'plan', bytes }], { name: 'Code' })
    expect(plan.ok && code.document.resources).toEqual(plan.ok && plan.value.document.resources)
  })

  it.each([
    ['S1', finishedS1()],
    ['S4', s4.document],
  ])('of an export of %s is the same network', async (_, document) => {
    const { document: again } = await readCode(exported(document))
    const networks = /^(?:vpc|internet-gateway|nat-gateway|security-group|vpc-peering-connection) /
    const lost = [...differences(document, again)].filter(([what]) => networks.test(what))
    expect(lost).toEqual([])
  })

  it('does not know what holds an address that AWS chooses', async () => {
    const rule = (cidr: string) => `
resource "aws_instance" "a" { subnet_id = aws_subnet.a[0].id }
resource "aws_security_group" "web" {
  vpc_id = aws_vpc.a.id
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["${cidr}"]
  }
}
`
    const web = 'aws_security_group.web'
    expect((await of(rule('10.0.0.7/32'))).found[web]?.undescribed).toBeUndefined()
    const open = rule('${aws_instance.a.private_ip}/32')
    expect((await of(open)).found[web]?.undescribed).toContain('cidr_blocks')
  })

  it('has the blocks that loops make, and values given beside it', async () => {
    const { found } = await of(
      `
variable "ports" { type = list(number) }
variable "open" { default = ["0.0.0.0/0"] }
resource "aws_security_group" "web" {
  vpc_id = aws_vpc.a.id
  dynamic "ingress" {
    for_each = var.ports
    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = var.open
    }
  }
}`,
      { 'terraform.tfvars': 'ports = [80, 443]\n' },
    )
    const web = found['aws_security_group.web']
    const rules = web?.kind === 'security-group' ? Object.values(web.ingress) : []
    expect(rules.map((rule) => [rule.fromPort, rule.toPort])).toEqual(
      expect.arrayContaining([
        [80, 80],
        [443, 443],
      ]),
    )
  })

  it.each([
    ['count of nothing', 'count = false ? 1 : 0', []],
    ['a set', 'for_each = toset(["x", "y"])', ['["x"]', '["y"]']],
    ['a map of a loop', 'for_each = { for i, z in ["p", "q"] : z => i if z != "q" }', ['["p"]']],
  ])('makes as many as it says: %s', async (_, many, keys) => {
    const { found } = await of(`resource "aws_security_group" "m" {
  ${many}
  vpc_id = one(aws_vpc.a[*].id)
}`)
    const made = Object.keys(found).filter((it) => it.startsWith('aws_security_group.m'))
    expect(made.toSorted()).toEqual(keys.map((key) => `aws_security_group.m${key}`))
  })

  it.each([
    ['a data source', 'data "aws_subnet" "x" {}', 'data.aws_subnet.x.id', 'looked up'],
    ['a variable', 'variable "x" {}', 'var.x', 'no value'],
    ['a function', 'locals { x = jsondecode("1") }', 'local.x', 'jsondecode'],
    ['a module', 'module "x" { source = "some/where/aws" }', 'module.x.id', 'not among the files'],
    ['itself', 'locals { x = local.x }', 'local.x', 'itself'],
    ['a computed number', 'variable "n" {}', 'aws_subnet.a[var.n].id', 'no value'],
  ])('guesses nothing of %s', async (_, code, subnetId, why) => {
    const { found, remarks } = await of(`${code}
resource "aws_route_table_association" "x" {
  subnet_id      = ${subnetId}
  route_table_id = aws_route_table.a.id
}`)
    expect(found['aws_subnet.a[0]']?.undescribed).toContain('subnet_id')
    expect(found['aws_route_table.a']?.undescribed).toContain('subnet_id')
    expect(found['aws_vpc.a']?.undescribed).toBeUndefined()
    expect(remarks).toContainEqual({
      type: 'missing',
      what: 'aws_route_table_association.x',
      text: expect.stringContaining(why) as string,
    })
  })

  it('knows nothing of a group that a module may add to whose code is not there', async () => {
    const { found } = await of(
      'module "rules" {\n  source = "some/where/aws"\n  ids = [aws_security_group.a.id]\n}',
    )
    expect(found['aws_security_group.a']?.undescribed).toContain('module.rules')
    expect(found['aws_subnet.a[0]']?.undescribed).toBeUndefined()
  })

  it('knows nothing of what may not be made at all', async () => {
    const { found } = await of(`variable "x" {}
resource "aws_security_group_rule" "x" {
  count             = var.x ? 1 : 0
  type              = "ingress"
  security_group_id = aws_security_group.a.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}`)
    expect(found['aws_security_group.a']?.undescribed).toContain('count')
  })

  it('tells what a plan of it leaves open', async () => {
    const code = `${network}
locals { table = aws_route_table.a.id }
resource "aws_route_table_association" "a" {
  count          = 2
  subnet_id      = aws_subnet.a[1 - count.index].id
  route_table_id = local.table
}`
    const resource = (address: string, id: string | null, values: object, unknown: object) => {
      const [, type = '', name = '', index] = /^(\w+)\.(\w+)(?:\[(\d)\])?$/.exec(address) ?? []
      return {
        shown: {
          address,
          mode: 'managed',
          type,
          name,
          ...(index && { index: Number(index) }),
          values: { ...values, id },
        },
        change: {
          address,
          change: { after_unknown: { ...unknown, ...(id === null && { id: true }) } },
        },
        said: {
          mode: 'managed',
          type,
          name,
          expressions: Object.fromEntries(
            Object.keys(unknown).map((key) => [key, { references: ['local.x'] }]),
          ),
        },
      }
    }
    const block = { availability_zone: 'eu-west-1a', vpc_id: 'vpc-0a' }
    const all = [
      resource('aws_vpc.a', 'vpc-0a', { cidr_block: '10.0.0.0/16' }, {}),
      resource('aws_route_table.a', 'rtb-0a', { vpc_id: 'vpc-0a' }, {}),
      resource('aws_subnet.a[0]', null, { ...block, cidr_block: '10.0.0.0/24' }, {}),
      resource('aws_subnet.a[1]', null, { ...block, cidr_block: '10.0.1.0/24' }, {}),
      resource(
        'aws_route_table_association.a[0]',
        null,
        {},
        { subnet_id: true, route_table_id: true },
      ),
    ]
    const plan = {
      format_version: '1.2',
      planned_values: { root_module: { resources: all.map(({ shown }) => shown) } },
      resource_changes: all.map(({ change }) => change),
      configuration: { root_module: { resources: all.map(({ said }) => said) } },
    }
    const alone = await readCode({ plan: JSON.stringify(plan) })
    expect(byAddress(alone)['aws_subnet.a[1]']?.undescribed).toBeDefined()
    const both = byAddress(await readCode({ plan: JSON.stringify(plan), 'main.tf': code }))
    expect(both['aws_subnet.a[1]']).toMatchObject({
      routeTableId: 'route-table:rtb-0a',
      vpcId: 'vpc:vpc-0a',
    })
    expect(both['aws_subnet.a[0]']).toMatchObject({ routeTableId: null })
    expect(both['aws_subnet.a[1]']?.undescribed).toBeUndefined()
  })

  it('keeps folders apart that do not call each other', async () => {
    const { report } = await readCode({ 'one/main.tf': network, 'two/main.tf': network })
    expect(report.counts).toMatchObject({ vpc: 2, subnet: 4 })
  })

  it('says of files that its parser refuses why', async () => {
    const imported = await readCode({ 'main.tf': network, 'bad.tf': 'resource "aws_vpc" "x" {\n' })
    expect(imported.report.remarks).toContainEqual(
      expect.objectContaining({ type: 'skipped', what: 'bad.tf' }),
    )
  })

  it('is survived whatever it is', () => {
    const name = fc.constantFrom(
      'resource',
      'module',
      'variable',
      'locals',
      'data',
      'provider',
      'x',
      '__proto__',
      'aws_vpc',
      'source',
      'count',
      'for_each',
      'dynamic',
      'vpc_id',
      'default',
    )
    const text = fc.constantFrom(
      '${aws_vpc.x.id}',
      '${var.x}',
      '${local.x}',
      './',
      '../x',
      '${module.x.y}',
      '${each.value}',
      '${',
      '',
    )
    const blocks = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(name, tie('any'), { maxKeys: 4 }),
      ),
    })).any
    fc.assert(
      fc.property(blocks, fc.dictionary(name, blocks), (one, other) => {
        codeIn(
          [
            { path: 'x', blocks: one },
            { path: 'y', blocks: other },
            {
              path: 'x/z',
              blocks: { resource: { aws_vpc: { x: [one] } }, module: { x: [other] } },
            },
          ],
          {},
        )
        expect(({} as Record<string, unknown>)['x']).toBeUndefined()
      }),
      runs(0.5),
    )
  })
})
