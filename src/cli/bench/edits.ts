import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { invariant } from '../../base/invariant'
import { findingsOf } from '../../engine/findings/findings'
import { matrixAfter, type Remembered } from '../../engine/matrix/after'
import { matrixOf } from '../../engine/matrix/matrix'
import { resolve } from '../../engine/network'
import type { Kind, Resource, ResourceOf } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { cidrAt } from '../../net/cidr'
import { ms, times, usually, type Row } from './measure'
import { segmented } from './segments'

const https = { protocol: 'tcp', port: 443 } as const

type Edit = (document: Document, nth: number) => Document

/** Edits that people make, each a little different from the one before. */
const edits: Readonly<Record<string, Edit>> = {
  'a route added': (document, nth) => {
    const it = one(document, 'route-table', nth)
    const route = { target: Object.values(it.routes)[0]?.target ?? null }
    return withIt(document, { ...it, routes: { ...it.routes, [elsewhere(nth)]: route } })
  },
  'a CIDR changed': (document, nth) => {
    const it = one(document, 'vpc', nth)
    return withIt(document, { ...it, secondaryCidrBlocks: [elsewhere(nth)] })
  },
  'a rule of a security group opened': (document, nth) => {
    const it = one(document, 'security-group', nth)
    const [key = '', rule] = Object.entries(it.ingress)[0] ?? []
    invariant(rule, `${it.id} has no rule`)
    const opened = { ...rule, cidrIpv4: elsewhere(nth) }
    return withIt(document, { ...it, ingress: { ...it.ingress, [key]: opened } })
  },
  'a VPC renamed': (document, nth) => {
    const it = one(document, 'vpc', nth)
    return withIt(document, { ...it, name: `renamed ${nth}` })
  },
}

/** A block that no spoke has. */
const elsewhere = (nth: number) => cidrAt(0xac_10_00_00 + (nth % 4096) * 256, 24)

const withIt = (document: Document, it: Resource): Document => ({
  ...document,
  resources: { ...document.resources, [it.id]: it },
})

function one<K extends Kind>(document: Document, kind: K, nth: number): ResourceOf<K> {
  const all = designOf(document).all(kind)
  const it = all[(nth * 7919) % all.length]
  invariant(it, `The design has no ${kind}`)
  return it
}

/** Edit after edit, each from the same design and judged anew, beside one that remembers nothing. */
export function editRows(): readonly Row[] {
  return [10, 1000].flatMap((count) => {
    const document = segmented(count)
    const first = matrixAfter([], document, https)
    return Object.entries(edits).map(([what, edit]): Row => {
      const [after, fresh]: [number[], number[]] = [[], []]
      for (let nth = 0; nth < 60; nth += 1) {
        const edited = edit(document, nth)
        after.push(cpu(() => matrixAfter([first], edited, https)))
        if (nth % (count > 100 ? 12 : 1) > 0) continue
        const copy = { ...edited, resources: { ...edited.resources } }
        fresh.push(cpu(() => matrixOf(resolve(copy), https)))
      }
      const [ours, plain] = [usually(after), usually(fresh)]
      return {
        what: `${what} at ${count} spokes: every pair again, in 95 of 100 cases`,
        ratio: times(plain / ours),
        figures: `${ms(ours)}; afresh ${ms(plain)}; of processor time`,
      }
    })
  })
}

/** What is still held after very many edits of 100 spokes, of which the last four are remembered. */
export function memoryRow(count: number): Row {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const start = segmented(100)
  const all = Object.values(edits)
  let latest: readonly Remembered[] = []
  let document = start
  const heaps: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    // now and then people go back to where they began
    document = nth % 100 === 0 ? start : (all[nth % all.length]?.(document, nth) ?? start)
    findingsOf(resolve(document))
    latest = [matrixAfter(latest, document, https), ...latest].slice(0, 4)
    if ((nth + 1) % Math.ceil(count / 5) === 0) heaps.push(held())
  }
  const [early = 1] = heaps
  const late = heaps.at(-1) ?? early
  return {
    what: `memory held after ${count.toLocaleString('en')} edits of 100 spokes, to a fifth of them`,
    ratio: times(late / early),
    figures: heaps.map((heap) => `${Math.round(heap)} MB`).join(', '),
  }
}

/** How much processor time this takes: others on the machine do not count. */
function cpu(run: () => unknown): number {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
