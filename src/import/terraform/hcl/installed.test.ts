import { describe, expect, it } from 'vitest'
import { byAddress, readCode } from '../testing/parser'
import { callsIn } from './installed'

const block = (cidr: string) => `resource "aws_vpc" "this" { cidr_block = ${cidr} }\n`

const files = {
  'net/main.tf':
    'module "vpc" {\n  for_each = { a = "10.1.0.0/16" }\n  source = "terraform-aws-modules/vpc/aws"\n  cidr = each.value\n}\n',
  'net/.terraform/modules/vpc/main.tf': `variable "cidr" {}\n${block('var.cidr')}module "more" { source = "git::https://example.com/more" }\n`,
  'net/.terraform/modules/vpc/examples/simple/main.tf': `module "it" {\n  source = "../.."\n  cidr = "10.9.0.0/16"\n}\n`,
  'net/.terraform/modules/vpc.more/main.tf': block('"10.2.0.0/16"'),
}

const list = (modules: readonly object[]) => JSON.stringify({ Modules: modules })

describe('modules that terraform init fetched', () => {
  it('are read where it says that they are, and their examples are not deployed', async () => {
    const modules = list([
      { Key: '', Source: '', Dir: '.' },
      { Key: 'vpc', Source: 'registry.terraform.io/x', Dir: '.terraform/modules/vpc' },
      { Key: 'vpc.more', Source: 'git::x', Dir: '.terraform/modules/vpc.more' },
    ])
    const imported = await readCode({ ...files, 'net/.terraform/modules/modules.json': modules })
    const found = byAddress(imported)
    expect(imported.report.counts.vpc).toBe(2)
    expect(found['module.vpc["a"].aws_vpc.this']).toMatchObject({ cidrBlock: '10.1.0.0/16' })
    expect(found['module.vpc["a"].module.more.aws_vpc.this']).toMatchObject({
      cidrBlock: '10.2.0.0/16',
    })
    expect(imported.report.remarks.filter(({ type }) => type === 'missing')).toEqual([])
  })

  it.each([
    ['module.vpc', 'vpc'],
    ['module.vpc["a.b[0]"].module.more[3]', 'vpc.more'],
  ])('are called by %s as %s', (address, calls) => {
    expect(callsIn(address)).toBe(calls)
  })
})
