import fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Id, Kind } from '../kinds/resource'
import { overlaps } from '../net/cidr'
import { clipOf, pasteInto, printClip, readClip, type Pasted } from './clipboard'
import type { Document } from './document'
import { vpcBlocks } from './edits/free-cidr'
import { s1 } from './examples/s1'
import { s2 } from './examples/s2'
import { parseDocument } from './parse'
import { printDocument } from './print'
import { documents } from './testing/documents'

function ids() {
  let count = 0
  return <K extends Kind>(kind: K): Id<K> => {
    count += 1
    return `${kind}:copy${count}`
  }
}

function pasted(document: Document, chosen: readonly Id[], into: Id | null = null) {
  const clip = readClip(printClip(clipOf(document, chosen)))
  let outcome: Pasted = { ids: [], skipped: [] }
  const next = produce(document, (draft) => {
    outcome = pasteInto(draft, clip ?? expect.fail('no clip'), { newId: ids(), into })
  })
  return { next, ...outcome }
}

/** How many pairs of VPC blocks overlap. */
function clashes(document: Document): number {
  const blocks = vpcBlocks(document)
  return blocks.flatMap((a, i) => blocks.slice(i + 1).filter((b) => overlaps(a, b))).length
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
        .flatMap((it) => ('cidrBlock' in it ? it.cidrBlock : []))
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

  it('other text is no clip', () => {
    expect(readClip('hello')).toBeNull()
    expect(readClip('{"format":"causeway/clip/1","resources":[{"kind":"vpc"}]}')).toBeNull()
  })

  it('leaves a document that the parser accepts, and adds no overlap of VPCs', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.nat(50), { maxLength: 3 }),
        fc.option(fc.nat(50)),
        (document, picks, place) => {
          const all = Object.keys(document.resources) as Id[]
          const chosen = picks.flatMap((pick) => all[pick % all.length] ?? [])
          const into = place === null ? null : (all[place % all.length] ?? null)
          const { next } = pasted(document, chosen, into)
          expect(parseDocument(printDocument(next))).toMatchObject({ ok: true })
          expect(clashes(next)).toBeLessThanOrEqual(clashes(document))
        },
      ),
      { numRuns: 200 },
    )
  })
})
