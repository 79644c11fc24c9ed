import fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import type { Id, Kind, Resource } from '../kinds/resource'
import { overlaps } from '../net/cidr'
import { clipOf, printClip, readClip } from './clipboard'
import { emptyDocument, type Account, type Document } from './document'
import { vpcBlocks } from './edits/free-cidr'
import { s1 } from './examples/s1'
import { s2 } from './examples/s2'
import { s3 } from './examples/s3'
import { parseDocument } from './parse'
import { pasteInto, type Pasted } from './paste'
import { printDocument } from './print'
import { documentOf, securityGroup, subnet, vpc, workload } from './testing/build'
import { documents } from './testing/documents'

function ids() {
  let count = 0
  return <K extends Kind>(kind: K): Id<K> => {
    count += 1
    return `${kind}:copy${count}`
  }
}

/** Copies from a document and pastes into it, or into another one. */
function pasted(
  document: Document,
  chosen: readonly Id[],
  into: Id | null = null,
  other: Document = document,
) {
  const clip = readClip(printClip(clipOf(document, chosen)))
  let outcome: Pasted = { ids: [], skipped: [] }
  const next = produce(other, (draft) => {
    outcome = pasteInto(draft, clip ?? expect.fail('no clip'), { newId: ids(), into })
  })
  return { next, ...outcome }
}

/** How many pairs of VPC blocks overlap. */
function clashes(document: Document): number {
  const blocks = vpcBlocks(document)
  return blocks.flatMap((a, i) => blocks.slice(i + 1).filter((b) => overlaps(a, b))).length
}

/** The accounts that own something; a design has one at least. */
function usedOnly({ accounts, resources }: Document): readonly Account[] {
  const used = accounts.filter(({ id }) =>
    Object.values<Resource>(resources).some((it) => 'ownerId' in it && it.ownerId === id),
  )
  return used.length > 0 ? used : accounts.slice(0, 1)
}

describe('copy and paste', () => {
  it('a VPC comes with all that lies in it, on the next free block', () => {
    const { next, ids: made } = pasted(s1.document, ['vpc:a'])
    const copy = next.resources[made[0] ?? expect.fail('nothing pasted')]
    expect(copy).toMatchObject({ name: 'VPC A-2', cidrBlock: '10.2.0.0/16' })
    const subnets = Object.values(next.resources).filter(
      (it) => it.kind === 'subnet' && it.vpcId === copy?.id,
    )
    expect(
      subnets
        .flatMap((it) => ('cidrBlock' in it && it.cidrBlock ? it.cidrBlock : []))
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['10.2.0.0/24', '10.2.1.0/24', '10.2.100.0/24', '10.2.101.0/24'])
    expect(
      Object.values(next.resources).filter(
        (it) => it.kind === 'workload' && it.name === 'Service A',
      ),
    ).toHaveLength(2)
  })

  it('a subnet takes the next free block of the VPC it is pasted into, and its main table', () => {
    const { next, ids: made } = pasted(s1.document, ['subnet:a-private-a'], 'vpc:b')
    expect(next.resources[made[0] ?? 'subnet:none']).toMatchObject({
      vpcId: 'vpc:b',
      cidrBlock: '10.1.2.0/24',
      routeTableId: null,
    })
  })

  it('a workload keeps its groups in its own VPC and loses them in another', () => {
    const same = pasted(s2.document, ['workload:a'], 'subnet:a')
    expect(same.next.resources[same.ids[0] ?? 'vpc:none']).toMatchObject({
      name: 'Host A-2',
      securityGroupIds: ['security-group:a'],
    })
    const other = pasted(s2.document, ['workload:a'], 'subnet:b')
    expect(other.next.resources[other.ids[0] ?? 'vpc:none']).toMatchObject({
      securityGroupIds: [],
    })
  })

  it('a workload that stays where it was loses a group that is pasted into another VPC', () => {
    const document = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      subnet('a', 'a', '10.0.1.0/24'),
      securityGroup('web', 'a'),
      securityGroup('ssh', 'a'),
      workload('app', 'a', {
        securityGroupIds: ['security-group:web', 'security-group:ssh'],
      }),
    )
    const { next } = pasted(document, ['workload:app', 'security-group:web'], 'vpc:b')
    const copies = Object.values(next.resources).filter((it) => it.id.includes('copy'))
    expect(copies).toMatchObject([
      { kind: 'security-group', vpcId: 'vpc:b' },
      { kind: 'workload', securityGroupIds: ['security-group:ssh'] },
    ])
    expect(parseDocument(printDocument(next))).toMatchObject({ ok: true })
  })

  it('a workload across subnets follows the one that is pasted into another VPC', () => {
    const chosen = ['subnet:a-private-b', 'workload:service-a'] as const
    const { next, ids: made } = pasted(s1.document, chosen, 'vpc:b')
    const [subnetId] = made.filter((id) => id.startsWith('subnet:'))
    const copy = Object.values(next.resources).find(
      (it) => it.kind === 'workload' && it.name.startsWith('Service A') && it.id.includes('copy'),
    )
    expect(copy && 'interfaces' in copy && Object.keys(copy.interfaces)).toEqual([subnetId])
  })

  it('a copy is no resource of AWS yet', () => {
    const own = { interfaces: { 'subnet:a': { networkInterfaceId: 'eni-0a' } }, awsId: 'i-0a' }
    const tags = { awsId: 'a tag of the user' }
    const original = documentOf(
      vpc('a', '10.0.0.0/16', { awsId: 'vpc-0a', tags }),
      subnet('a', 'a', '10.0.1.0/24'),
      workload('a', 'a', own),
    )
    expect(JSON.stringify(original)).toMatch(/vpc-0a.*i-0a.*eni-0a/)
    const { next, ids: made } = pasted(original, ['vpc:a'], null, emptyDocument('Empty'))
    const copies = made.map((id) => next.resources[id])
    expect(copies).toMatchObject([{ tags }])
    expect(JSON.stringify(next)).not.toMatch(/vpc-0a|i-0a|eni-0a/)
  })

  it('NET-1: a second internet gateway is not pasted, and it is said', () => {
    const { ids: made, skipped } = pasted(s1.document, ['internet-gateway:a'], 'vpc:b')
    expect(made).toEqual([])
    expect(skipped).toEqual(['VPC A igw: the VPC has an internet gateway already.'])
  })

  it('peered VPCs bring their connection along', () => {
    const { next } = pasted(s2.document, ['vpc:a', 'vpc:b'])
    const connections = Object.values(next.resources).filter(
      (it) => it.kind === 'vpc-peering-connection',
    )
    expect(connections).toHaveLength(3)
  })

  it('a VPC alone leaves its peering, and the routes into it, behind', () => {
    const { next, ids: made } = pasted(s2.document, ['vpc:a'])
    const table = Object.values(next.resources).find(
      (it) => it.kind === 'route-table' && it.vpcId === made[0],
    )
    expect(table).toMatchObject({ name: 'A main', main: true, routes: {} })
  })

  it('a peering connection is not pasted between VPCs that have one', () => {
    const { ids: made, skipped } = pasted(s2.document, ['vpc-peering-connection:a-b'])
    expect(made).toEqual([])
    expect(skipped).toEqual(['A to B: the two VPCs are peered already.'])
  })

  it('a VPC pasted into another design brings its account along', () => {
    const { next, ids: made } = pasted(s1.document, ['vpc:b'], null, s2.document)
    expect(next.accounts).toEqual([
      ...s2.document.accounts,
      { id: '222222222222', name: 'Payments' },
    ])
    expect(next.resources[made[0] ?? 'vpc:none']).toMatchObject({ cidrBlock: '10.3.0.0/16' })
  })

  it('a secondary block moves within its own range', () => {
    const vpc = { ...s3.document.resources['vpc:a'], secondaryCidrBlocks: ['100.64.0.0/16'] }
    const document = documentOf(vpc)
    const { next, ids: made } = pasted(document, ['vpc:a'])
    expect(next.resources[made[0] ?? 'vpc:none']).toMatchObject({
      cidrBlock: '10.1.0.0/16',
      secondaryCidrBlocks: ['100.65.0.0/16'],
    })
  })

  it('workloads across subnets that find no VPC are left out', () => {
    const chosen = ['subnet:a-private-a', 'subnet:a-private-b'] as const
    const { next, skipped } = pasted(s1.document, chosen, null, emptyDocument('Empty'))
    expect(next.resources).toEqual({})
    expect(skipped).toEqual([
      'A private a needs a VPC to lie in.',
      'A private b needs a VPC to lie in.',
    ])
  })

  it('other text is no clip', () => {
    expect(readClip('hello')).toBeNull()
    expect(readClip('{"format":"causeway/clip/1","resources":[{"kind":"vpc"}]}')).toBeNull()
    const clip = printClip(clipOf(s1.document, ['vpc:a']))
    expect(readClip(clip)?.chosen).toEqual(['vpc:a'])
    expect(readClip(clip.replace(/"width": \d+/, '"width": "wide"'))).toBeNull()
  })

  it('leaves a document that the parser accepts, and adds no overlap of VPCs', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.nat(50), { maxLength: 3 }),
        fc.option(fc.nat(50)),
        fc.option(documents),
        (document, picks, place, other) => {
          const all = Object.keys(document.resources) as Id[]
          const chosen = picks.flatMap((pick) => all[pick % all.length] ?? [])
          const target = other ? { ...other, accounts: usedOnly(other) } : document
          const places = Object.keys(target.resources) as Id[]
          const into = place === null ? null : (places[place % places.length] ?? null)
          const { next } = pasted(document, chosen, into, target)
          expect(parseDocument(printDocument(next))).toMatchObject({ ok: true })
          expect(clashes(next)).toBeLessThanOrEqual(clashes(target))
        },
      ),
      runs(2),
    )
  })
})
