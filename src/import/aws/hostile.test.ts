import fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { importFiles } from '../import'
import { filesOf, instance, openAcl, subnet, table, vpc } from '../testing/account'
import type { Id } from '../../kinds/resource'
import { collections } from './collections'
import { importAnswers } from './import'

const sound = {
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
  RouteTables: [
    table('rtb-a', 'vpc-a', [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }]),
  ],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
}

/** What may stand anywhere in an answer that somebody edited, cut or made up. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    '',
    '10.0.0.0/16',
    'vpc-a',
    'subnet-a',
    '__proto__',
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** The value with something else somewhere in it. */
function damaged(value: unknown, way: readonly number[], by: unknown): unknown {
  const [step, ...rest] = way
  if (step === undefined || typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return by
  const inner = damaged((value as Record<string, unknown>)[key], rest, by)
  return Array.isArray(value)
    ? value.map((each: unknown, index) => (String(index) === key ? inner : each))
    : { ...value, [key]: inner }
}

const readable = (resources: ReturnType<typeof importAnswers>) => {
  const document = { name: 'x', description: '', layout: {}, ...resources }
  const read = parseDocument(printDocument(document))
  return read.ok ? [] : read.problems
}

describe('answers that are damaged, partial or hostile', () => {
  const twoVpcs = {
    ...sound,
    Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')],
    RouteTables: [table('rtb-a', 'vpc-a', []), table('rtb-b', 'vpc-b', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a'), openAcl('acl-b', 'vpc-b')],
  }
  it.each([
    [
      'a subnet whose table is of another VPC',
      {
        RouteTables: [
          table('rtb-a', 'vpc-a', []),
          table('rtb-b', 'vpc-b', [], [{ Main: true }, { SubnetId: 'subnet-a' }]),
        ],
      },
      'subnet:subnet-a',
    ],
    [
      'two main tables of one VPC',
      { RouteTables: [table('rtb-a', 'vpc-a', []), table('rtb-b', 'vpc-a', [])] },
      'route-table:rtb-b',
    ],
    [
      'an attachment by a subnet of another VPC',
      {
        TransitGateways: [{ TransitGatewayId: 'tgw-1', State: 'available' }],
        TransitGatewayVpcAttachments: [
          {
            TransitGatewayAttachmentId: 'tgw-attach-1',
            TransitGatewayId: 'tgw-1',
            VpcId: 'vpc-b',
            State: 'available',
            SubnetIds: ['subnet-a'],
          },
        ],
      },
      'transit-gateway-vpc-attachment:tgw-attach-1',
    ],
    [
      'a peering of a VPC with itself',
      {
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-1',
            RequesterVpcInfo: { VpcId: 'vpc-a' },
            AccepterVpcInfo: { VpcId: 'vpc-a' },
          },
        ],
      },
      'vpc-peering-connection:pcx-1',
    ],
  ])('contradict each other: %s is unknown, or left out', (_, more, id) => {
    const imported = importAnswers(filesOf({ ...twoVpcs, ...more }))
    expect(readable(imported)).toEqual([])
    const about = imported.report.remarks.filter(({ text, what }) =>
      [text, what].some((each) => each.includes(id.replace(/^.*:/, ''))),
    )
    expect(imported.resources[id as Id]?.undescribed ?? about[0]?.type).toMatch(
      /contradict|skipped/,
    )
  })

  it('never stop an import, and never make a design that cannot be opened', () => {
    const answers = filesOf(sound)
    const way = fc.array(fc.nat(20), { maxLength: 9 })
    fc.assert(
      fc.property(fc.array(fc.tuple(way, junk), { maxLength: 4 }), (damages) => {
        let value: unknown = answers.map((it) => it.value)
        for (const [where, by] of damages) value = damaged(value, where, by)
        expect(readable(importAnswers([{ path: 'all.json', value }]))).toEqual([])
      }),
      runs(2),
    )
  })

  it('are no harm where lists hold anything at all', () => {
    const keys = [
      ...Object.keys(collections),
      'Reservations',
      'Attributes',
      '__proto__',
      'clusters',
    ]
    const lists = fc.dictionary(fc.constantFrom(...keys), fc.array(junk, { maxLength: 3 }))
    fc.assert(
      fc.property(lists, (value) => {
        expect(readable(importAnswers([{ path: 'all.json', value }]))).toEqual([])
      }),
      runs(1),
    )
  })

  it('reach no prototype', () => {
    const text =
      '{"Vpcs":[{"VpcId":"vpc-a","__proto__":{"polluted":true},"CidrBlock":"10.0.0.0/16"}],"__proto__":{"polluted":true}}'
    importAnswers([{ path: 'a.json', value: JSON.parse(text) as unknown }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('may be nested a thousand deep', () => {
    const text = `${'['.repeat(1000)}${']'.repeat(1000)}`
    expect(
      importAnswers([{ path: 'a.json', value: JSON.parse(text) as unknown }]).resources,
    ).toEqual({})
  })
})

describe('files', () => {
  const bytes = strToU8(JSON.stringify(Object.assign({}, ...filesOf(sound).map((it) => it.value))))

  it('in an archive are read like files beside each other', () => {
    const plain = importFiles([{ path: 'all.json', bytes }], { name: 'x' })
    const zip = zipSync({ 'inside/all.json': bytes, 'readme.txt': strToU8('hello') })
    const packed = importFiles([{ path: 'all.zip', bytes: zip }], { name: 'x' })
    expect(plain.ok && packed.ok && packed.value.document).toEqual(plain.ok && plain.value.document)
    expect(packed.ok && packed.value.report.remarks.map(({ what }) => what)).toContain(
      'all.zip/readme.txt',
    )
  })

  it('that hold nothing known make nothing, and it is said', () => {
    const read = importFiles([{ path: 'notes.json', bytes: strToU8('{"Volumes":[]}') }], {
      name: 'x',
    })
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'import/nothing-known' }] })
  })

  it('that unpack to more than a network takes are not unpacked', () => {
    const zip = zipSync({ 'a.json': bytes })
    // the directory at the end of an archive says how large each file will be
    const entry = zip.findLastIndex((_, at) =>
      [0x50, 0x4b, 1, 2].every((byte, i) => zip[at + i] === byte),
    )
    new DataView(zip.buffer).setUint32(entry + 24, 0x40_00_00_00, true)
    const read = importFiles([{ path: 'bomb.zip', bytes: zip }], { name: 'x' })
    expect(read.ok).toBe(false)
  })

  it('that are cut off in the middle are left out', () => {
    const zip = zipSync({ 'a.json': bytes })
    const read = importFiles(
      [
        { path: 'cut.zip', bytes: zip.slice(0, zip.length - 40) },
        { path: 'cut.json', bytes: bytes.slice(0, bytes.length - 10) },
        { path: 'all.json', bytes },
      ],
      { name: 'x' },
    )
    expect(read.ok && read.value.report.remarks.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['cut.zip', 'cut.json']),
    )
  })
})
