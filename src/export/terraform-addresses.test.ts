import { describe, expect, it } from 'vitest'
import type { Document } from '../model/document'
import { documentOf, routeTable, subnet, vpc } from '../model/testing/build'
import { exportDesign } from './export'
import { usualOptions, type ExportOptions } from './options'

const network = (...names: readonly string[]) =>
  names.flatMap((name, at) => [
    vpc(`v${at}`, `10.${at}.0.0/16`, { name }),
    subnet(`s${at}`, `v${at}`, `10.${at}.0.0/24`, { name: 'private' }),
  ])

/** The design as it is saved once its export was taken. */
function taken(document: Document, options: Partial<ExportOptions> = {}): Document {
  const exporting = { options: { ...usualOptions, ...options }, addresses: {} }
  const before = document.exporting ?? exporting
  const { addresses } = exportDesign({ ...document, exporting: before }, { to: 'terraform' })
  return { ...document, exporting: { ...before, addresses: addresses ?? {} } }
}

/** Another state of the same design. */
const later = (before: Document, after: Document): Document => ({
  ...after,
  ...(before.exporting && { exporting: before.exporting }),
})

const fileOf = (document: Document, path: string) =>
  exportDesign(document, { to: 'terraform' }).files.find((it) => it.path === path)?.text

const moves = (document: Document) =>
  [...(fileOf(document, 'moved.tf') ?? '').matchAll(/from = (\S+)\n {2}to {3}= (\S+)/g)].map(
    ([, from, to]) => `${from} -> ${to}`,
  )

describe('addresses of an export that was taken', () => {
  it('move with a rename', () => {
    const before = taken(documentOf(network('a')))
    expect(moves(before)).toEqual([])
    expect(moves(later(before, documentOf(network('b'))))).toEqual([
      'aws_subnet.a_private -> aws_subnet.b_private',
      'aws_vpc.a -> aws_vpc.b',
    ])
  })
  it('stay when a new resource wants the same name', () => {
    const before = taken(documentOf(vpc('z', '10.0.0.0/16', { name: 'Shop' })))
    const now = documentOf(
      vpc('a', '10.1.0.0/16', { name: 'Shop' }),
      vpc('z', '10.0.0.0/16', { name: 'Shop' }),
    )
    const { addresses } = exportDesign(later(before, now), { to: 'terraform' })
    expect(addresses).toMatchObject({
      'vpc:z': { '': 'aws_vpc.shop' },
      'vpc:a': { '': 'aws_vpc.shop_2' },
    })
  })
  it('never take over the name of another, which Terraform would follow as a chain', () => {
    const before = taken(documentOf(network('a', 'b')))
    const swapped = later(before, documentOf(network('b', 'a')))
    const now = moves(swapped).filter((it) => it.startsWith('aws_vpc'))
    expect(now).toEqual(['aws_vpc.b -> aws_vpc.a_2', 'aws_vpc.a -> aws_vpc.b_2'])
    expect(moves(taken(swapped))).toEqual([])
  })
  it('move into modules and back', () => {
    const flat = taken(documentOf(network('a')))
    const options = { ...usualOptions, terraformLayout: 'modules' as const }
    const addresses = flat.exporting?.addresses ?? {}
    expect(moves({ ...flat, exporting: { options, addresses } })).toContain(
      'aws_vpc.a -> module.a.aws_vpc.a',
    )
    const modular = taken(documentOf(network('a')), { terraformLayout: 'modules' })
    const back = { options: usualOptions, addresses: modular.exporting?.addresses ?? {} }
    expect(moves({ ...modular, exporting: back })).toContain('module.a.aws_vpc.a -> aws_vpc.a')
  })
})

describe('imports', () => {
  const live = documentOf(
    vpc('a', '10.0.0.0/16', { awsId: 'vpc-0a' }),
    { ...subnet('a', 'a', '10.0.0.0/24'), awsId: 'subnet-0a', routeTableId: 'route-table:a' },
    {
      id: 'internet-gateway:a',
      kind: 'internet-gateway',
      name: 'igw',
      vpcId: 'vpc:a',
      awsId: 'igw-0a',
    },
    routeTable('a', 'a', { '0.0.0.0/0': 'internet-gateway:a' }, { awsId: 'rtb-0a' }),
    vpc('new', '10.1.0.0/16'),
  )
  const written = fileOf(live, 'imports.tf') ?? ''
  it.each([
    ['aws_vpc.a', 'vpc-0a'],
    ['aws_subnet.a', 'subnet-0a'],
    ['aws_internet_gateway.a_igw', 'igw-0a'],
    ['aws_route_table.a', 'rtb-0a'],
    ['aws_route.a_default', 'rtb-0a_0.0.0.0/0'],
    ['aws_route_table_association.a', 'subnet-0a/rtb-0a'],
  ])('%s is %s', (to, id) => {
    expect(written).toContain(`import {\n  to = ${to}\n  id = "${id}"\n}`)
  })
  it('leave out what is not in the account yet', () => {
    expect(written).not.toContain('aws_vpc.new')
    expect(fileOf(documentOf(vpc('new', '10.1.0.0/16')), 'imports.tf')).toBeUndefined()
  })
  it('say what they cannot tell', () => {
    const wide = documentOf(
      vpc('a', '10.0.0.0/16', { awsId: 'vpc-0a', secondaryCidrBlocks: ['10.1.0.0/16'] }),
    )
    const { gaps } = exportDesign(wide, { to: 'terraform' })
    expect(gaps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^aws_vpc_ipv4_cidr_block_association\..* has no import block/),
    )
  })
})
