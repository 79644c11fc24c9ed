import { roomForLink, type Size } from '../layout'
import { compare, screen, spread, together, type Block, type Point } from './blocks'
import type { Elk, Link } from './elk'

type Placed = Point & Size

const always = {
  'elk.aspectRatio': String(screen),
  'elk.spacing.nodeNode': String(roomForLink),
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.randomSeed': '1',
}

/** In the order of their names, in rows that fill a screen. */
const packed = { ...always, 'elk.algorithm': 'rectpacking' }

const layered = {
  ...always,
  'elk.algorithm': 'layered',
  'elk.spacing.componentComponent': String(roomForLink),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(roomForLink),
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
}

const byLinks = [
  { ...layered, 'elk.direction': 'RIGHT' },
  { ...layered, 'elk.direction': 'DOWN' },
  { ...layered, 'elk.direction': 'DOWN', 'elk.layered.layering.strategy': 'COFFMAN_GRAHAM' },
]

/** Beyond so many a drawing by links takes longer than anyone waits. */
const mostByLinks = 120

/**
 * Blocks that hang on nothing in common: by their links where that keeps the lines clear of other
 * blocks, else in rows; whichever shows more on a screen.
 */
export async function loose(
  key: string,
  blocks: readonly Block[],
  links: readonly Link[],
  elk: Elk,
): Promise<Block> {
  const [only] = blocks
  if (!only || blocks.length === 1) return together(key, only ? [[only, { x: 0, y: 0 }]] : [])
  const inner = between(blocks, links)
  const linked = inner.length > 0 && blocks.length <= mostByLinks ? byLinks : []
  let best: { readonly block: Block; readonly cost: number } | null = null
  for (const layoutOptions of [packed, ...linked]) {
    const at = await placed(blocks, inner, layoutOptions, elk)
    const block = together(
      key,
      blocks.map((it) => [it, at.get(it.key) ?? { x: 0, y: 0 }] as const),
    )
    // a line through a box is worth a drawing a tenth larger, lines that all run askew one twice as large
    const crooked = 0.1 * throughBoxes(at, inner) + askew(at, inner)
    const cost = spread(block) * (1 + crooked) + 0.1 * lengthOf(at, inner)
    if (!best || cost < best.cost) best = { block, cost }
  }
  return best?.block ?? together(key, [])
}

/** The links from one of the blocks to another, by the keys of the blocks; of several alike one. */
function between(blocks: readonly Block[], links: readonly Link[]): readonly Link[] {
  const home = new Map<string, string>(
    blocks.flatMap(({ at, key }) => [...at.keys()].map((id) => [id, key] as const)),
  )
  const found = new Map<string, Link>()
  for (const [from, to] of links) {
    const [start, end] = [home.get(from), home.get(to)]
    if (start && end && start !== end && !found.has(`${end} ${start}`))
      found.set(`${start} ${end}`, [start, end])
  }
  return [...found].toSorted(([a], [b]) => compare(a, b)).map(([, link]) => link)
}

async function placed(
  blocks: readonly Block[],
  links: readonly Link[],
  layoutOptions: Readonly<Record<string, string>>,
  elk: Elk,
): Promise<ReadonlyMap<string, Placed>> {
  const { children = [] } = await elk({
    id: 'whole',
    layoutOptions,
    children: blocks.map(({ key, width, height }) => ({ id: key, width, height })),
    edges: links.map(([from, to], index) => ({
      id: `link ${index}`,
      sources: [from],
      targets: [to],
    })),
  })
  const sizes = new Map(blocks.map((it) => [it.key, it]))
  return new Map(
    children.flatMap(({ id, x = 0, y = 0 }) => {
      const block = sizes.get(id)
      return block ? [[id, { x, y, width: block.width, height: block.height }] as const] : []
    }),
  )
}

const middleOf = ({ x, y, width, height }: Placed): Point => ({
  x: x + width / 2,
  y: y + height / 2,
})

/** How many boxes stand in the way of straight lines between the middles of the linked ones? */
function throughBoxes(at: ReadonlyMap<string, Placed>, links: readonly Link[]): number {
  let count = 0
  for (const [from, to] of links) {
    const [start, end] = [at.get(from), at.get(to)]
    if (!start || !end) continue
    for (const [id, box] of at)
      if (id !== from && id !== to && isCut(box, middleOf(start), middleOf(end))) count += 1
  }
  return count
}

/** The share of links between boxes that do not face each other. */
function askew(at: ReadonlyMap<string, Placed>, links: readonly Link[]): number {
  const found = links.filter(([from, to]) => {
    const [a, b] = [at.get(from), at.get(to)]
    if (!a || !b) return false
    const isBeside = a.y < b.y + b.height && b.y < a.y + a.height
    return !isBeside && (a.x >= b.x + b.width || b.x >= a.x + a.width)
  })
  return found.length / Math.max(1, links.length)
}

function lengthOf(at: ReadonlyMap<string, Placed>, links: readonly Link[]): number {
  const lengths = links.map(([from, to]) => {
    const [start, end] = [at.get(from), at.get(to)]
    if (!start || !end) return 0
    const [a, b] = [middleOf(start), middleOf(end)]
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
  })
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
}

/** Does the line from one point to the other pass through the box? */
function isCut(box: Placed, start: Point, end: Point): boolean {
  let [first, last] = [0, 1]
  const spans = [
    [start.x, end.x - start.x, box.x, box.x + box.width],
    [start.y, end.y - start.y, box.y, box.y + box.height],
  ] as const
  for (const [from, step, least, most] of spans) {
    if (step === 0) {
      if (from <= least || from >= most) return false
      continue
    }
    const [a, b] = [(least - from) / step, (most - from) / step]
    first = Math.max(first, Math.min(a, b))
    last = Math.min(last, Math.max(a, b))
  }
  return first < last
}
