import { z } from '../base/zod'
import { linksOf } from '../kinds/catalogue'
import { resourceSchema, type Id, type Resource } from '../kinds/resource'
import type { Account, Box, Document } from './document'
import { accountSchema, boxSchema } from './file'

/** Resources on their way from one place to another, in this design or the next. */
export interface Clip {
  /** What was chosen, without what lies inside it. */
  readonly chosen: readonly Id[]
  readonly resources: readonly Resource[]
  readonly layout: Readonly<Record<Id, Box>>
  /** The accounts of the VPCs among them. */
  readonly accounts: readonly Account[]
}

/** Tells our clips from any other JSON on the clipboard. */
const marker = 'causeway/clip/1'

/** These resources with everything inside them, and the links that have both ends among them. */
export function clipOf(document: Document, ids: readonly Id[]): Clip {
  const inside = new Set<Id>(ids.filter((id) => Object.hasOwn(document.resources, id)))
  const resources: readonly Resource[] = Object.values(document.resources)
  for (let size = -1; size !== inside.size;) {
    size = inside.size
    for (const it of resources) {
      const links = linksOf(it)
      const holders = links.filter((link) => link.relation === 'inside')
      const ends = links.filter((link) => link.relation === 'joins')
      if (holders.some((link) => inside.has(link.to))) inside.add(it.id)
      if (ends.length > 0 && ends.every((link) => inside.has(link.to))) inside.add(it.id)
      // a workload across several subnets goes along when all of them do
      const subnets = links.filter((link) => link.field.startsWith('interfaces.'))
      if (subnets.length > 0 && subnets.every((link) => inside.has(link.to))) inside.add(it.id)
    }
  }
  const kept = resources.filter((it) => inside.has(it.id))
  const carried = new Set(
    kept.flatMap((it) =>
      linksOf(it).some(
        (link) =>
          inside.has(link.to) && (link.relation !== 'uses' || link.field.startsWith('interfaces.')),
      )
        ? [it.id]
        : [],
    ),
  )
  return {
    chosen: kept.filter((it) => !carried.has(it.id)).map((it) => it.id),
    resources: kept,
    layout: Object.fromEntries(
      kept.flatMap((it) => {
        const box = document.layout[it.id]
        return box ? [[it.id, box]] : []
      }),
    ),
    accounts: document.accounts.filter(({ id }) =>
      kept.some((it) => 'ownerId' in it && it.ownerId === id),
    ),
  }
}

export function printClip(clip: Clip): string {
  return JSON.stringify({ format: marker, ...clip }, null, 2)
}

const clipSchema = z.object({
  format: z.literal(marker),
  chosen: z.array(z.string()),
  resources: z.array(resourceSchema),
  layout: z.record(z.string(), boxSchema),
  accounts: z.array(accountSchema),
})

/** The clip in this text; null when the text is something else, or was damaged on the way. */
export function readClip(text: string): Clip | null {
  if (!text.includes(marker)) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const read = clipSchema.safeParse(value)
  if (!read.success) return null
  const { chosen, resources, layout, accounts } = read.data
  const known = new Set<string>(resources.map((it) => it.id))
  const isKnown = (id: string): id is Id => known.has(id)
  return {
    chosen: chosen.filter(isKnown),
    resources,
    layout: Object.fromEntries(
      Object.entries(layout).flatMap(([id, { x, y, width, height }]) =>
        isKnown(id)
          ? [[id, { x, y, ...(width && { width }), ...(height && { height }) }] as const]
          : [],
      ),
    ),
    accounts,
  }
}
