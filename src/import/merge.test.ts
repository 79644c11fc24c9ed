import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { resourceSchema, type Id, type Resource } from '../kinds/resource'
import { s1 } from '../model/examples/s1'
import type { Document } from '../model/document'
import { parseDocument } from '../model/parse'
import { printDocument } from '../model/print'
import { documents } from '../model/testing/documents'
import { importAnswers } from './aws/import'
import { compared } from './merge'
import { merged } from './merge-apply'
import { spelt } from './merge-fields'
import { account, filesOf, openAcl, subnet, table, vpc } from './testing/account'

/** The same document as if it had come from a live account. */
const asImported = (document: Document): Document => ({
  ...document,
  resources: Object.fromEntries(
    Object.values<Resource>(document.resources).map((it) => [
      it.id,
      { ...it, awsId: `aws-${it.id}` },
    ]),
  ),
})

const problemsOf = (document: Document) => {
  const read = parseDocument(printDocument(document))
  return read.ok ? [] : read.problems
}

const imported = (lists: Parameters<typeof filesOf>[0]): Document => {
  const { accounts, resources } = importAnswers(filesOf(lists))
  return { name: 'x', description: '', accounts, resources, layout: {} }
}

const network = (more: Parameters<typeof filesOf>[0] = {}) =>
  imported({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
    RouteTables: [table('rtb-a', 'vpc-a', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    ...more,
  })

const described = (open: Document, next: Document) =>
  compared(open, next).changes.map(({ type, id }) => `${type} ${id}`)

describe('an import into a design that is open', () => {
  it('leaves what was drawn by hand as it is, and what comes of it can be opened', () => {
    fc.assert(
      fc.property(documents, documents, (open, other) => {
        const after = merged(open, asImported(other))
        expect(problemsOf(after)).toEqual([])
        for (const it of Object.values<Resource>(open.resources)) {
          expect(after.resources[it.id]).toEqual(it)
          const { x, y } = open.layout[it.id] ?? {}
          if (x !== undefined) expect(after.layout[it.id]).toMatchObject({ x, y })
        }
      }),
      runs(0.3),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(documents, documents, (open, other) => {
        const next = asImported(other)
        const once = merged(open, next)
        expect(compared(once, next).changes).toEqual([])
        expect(merged(once, next)).toBe(once)
      }),
      runs(0.3),
    )
  })

  it('can be opened whatever is left out of it, and however much has changed since', () => {
    const some = fc.infiniteStream(fc.boolean())
    fc.assert(
      fc.property(documents, documents, documents, some, (hand, before, now, coins) => {
        const open = merged(hand, asImported(before))
        const next = asImported(now)
        const chosen = compared(open, next).changes.filter(() => coins.next().value)
        const after = merged(open, next, new Set(chosen.map(({ id }) => id)))
        expect(problemsOf(after)).toEqual([])
        for (const it of Object.values<Resource>(hand.resources))
          expect(after.resources[it.id]).toBeDefined()
      }),
      runs(0.5),
    )
  })

  it('tells what is new, changed and gone', () => {
    const open = merged(
      s1.document,
      network({
        InternetGateways: [
          { InternetGatewayId: 'igw-a', Attachments: [{ VpcId: 'vpc-a' }], OwnerId: account },
        ],
      }),
    )
    const next = network({
      Subnets: [
        subnet('subnet-a', 'vpc-a', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
        subnet('subnet-b', 'vpc-a', '10.0.2.0/24'),
      ],
    })
    const { changes, unchanged } = compared(open, next)
    expect(changes).toMatchObject([
      { type: 'gone', id: 'internet-gateway:igw-a', usual: false },
      {
        type: 'changed',
        id: 'subnet:subnet-a',
        fields: [{ field: 'Map public IP on launch', from: 'no', to: 'yes' }],
      },
      { type: 'new', id: 'subnet:subnet-b' },
    ])
    expect(unchanged).toBe(3)
  })

  it('takes out what is gone only where the same call told of others', () => {
    const two = [
      subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-b', 'vpc-a', '10.0.2.0/24'),
    ]
    const open = network({ Subnets: two })
    const after = merged(open, network())
    expect(Object.keys(after.resources)).not.toContain('subnet:subnet-b')
    expect(Object.keys(merged(open, network({ Subnets: [] })).resources)).toContain(
      'subnet:subnet-b',
    )
  })

  it('keeps what is gone where something drawn by hand stands on it', () => {
    const open = network({ Subnets: [subnet('subnet-b', 'vpc-a', '10.0.2.0/24')] })
    const shape = { kind: 'network-interface', name: 'mine', subnetId: 'subnet:subnet-b' }
    const face = resourceSchema.parse({ ...shape, id: 'network-interface:mine' })
    const drawn = { ...open, resources: { ...open.resources, [face.id]: face } }
    const after = merged(drawn, network())
    expect(Object.keys(after.resources)).toEqual(
      expect.arrayContaining(['subnet:subnet-b', 'network-interface:mine', 'subnet:subnet-a']),
    )
  })

  it('gives an unknown main route table its description, and takes none away', () => {
    const bare = network({ RouteTables: [] })
    const whole = network()
    const stub: Id = 'route-table:main-vpc-a'
    expect(bare.resources[stub]?.undescribed).toBeDefined()
    expect(described(bare, whole)).toContain(`changed ${stub}`)
    const after = merged(bare, whole)
    expect(after.resources[stub]).toMatchObject({ awsId: 'rtb-a', main: true })
    expect(after.resources[stub]?.undescribed).toBeUndefined()
    expect(merged(after, bare)).toBe(after)
  })

  it('keeps a name that the user gave, and takes a new one from AWS otherwise', () => {
    const open = network()
    const before = open.resources['vpc:vpc-a']
    if (!before) throw new Error('the VPC is there')
    const renamed = { ...before, name: 'Mine', importedName: before.name }
    const drawn = { ...open, resources: { ...open.resources, [renamed.id]: renamed } }
    const next = network({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16', { Tags: [{ Key: 'Name', Value: 'new' }] })],
    })
    expect(merged(drawn, next).resources['vpc:vpc-a']?.name).toBe('Mine')
    expect(merged(open, next).resources['vpc:vpc-a']?.name).toBe('new')
  })

  it('lets a route lead on to what this import does not describe and an earlier one did', () => {
    const routes = [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-a' }]
    const tables = { RouteTables: [table('rtb-a', 'vpc-a', routes)] }
    const gateways = [{ NatGatewayId: 'nat-a', SubnetId: 'subnet-a', State: 'available' }]
    const open = network({ ...tables, NatGateways: gateways })
    expect(described(open, network(tables))).toEqual(['gone nat-gateway:nat-a'])
  })
})

describe('a field of the EC2 API in words', () => {
  it.each([
    ['destinationCidrBlock', 'Destination CIDR block'],
    ['mapPublicIpOnLaunch', 'Map public IP on launch'],
    ['securityGroupIds', 'Security group IDs'],
    ['ipProtocol', 'IP protocol'],
    ['name', 'Name'],
  ])('%s: %s', (field, words) => {
    expect(spelt(field)).toBe(words)
  })
})
