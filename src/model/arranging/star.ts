import type { Id } from '../../kinds/resource'
import { roomForLink, snap, type Size } from '../layout'
import { single, spread, together, turned, type Block, type Point } from './blocks'

/** How far a line keeps from the boxes that it passes. */
const clearance = 16

/** More rows than this let no more lines pass: half of each box lies beside its line. */
const mostRows = 4

/** So much further away may the screen be held for lines that run straight. */
const worthOfLines = 1.6

/** Blocks in so many rows over a bar, or under one. */
type Lay = (blocks: readonly Block[], rows: number, isAbove: boolean) => Block

/** VPCs that stay together, as those of one account in its frame; `of` lays them out in so many rows. */
export interface Bunch {
  readonly count: number
  readonly inRows: (lay: (blocks: readonly Block[]) => Block, isTurned: boolean) => Block
}

/**
 * A transit gateway between its VPCs, above and below it or at its two sides, as long as lets every
 * line run straight. Rows stand askew, so that the lines of those further away pass between those
 * that are nearer. It takes the number of rows and the direction that show most on a screen. Where
 * that would be a strip that nobody can read, as of a hundred VPCs in one frame, the rows are as many
 * as fill a screen, and lines pass behind the VPCs.
 */
export function star(hub: Id, own: Size, bunches: readonly Bunch[]): Block {
  const tried = (rows: readonly number[], lay: Lay): readonly Block[] =>
    [false, true].flatMap((isUpright) =>
      rows.map((count) => {
        const size = isUpright ? { width: own.height, height: own.width } : own
        const block = lying(hub, size, bunches, { rows: count, lay, isTurned: isUpright })
        return isUpright ? turned(block) : block
      }),
    )
  const straight = clearest(tried(upTo(1, mostRows), comb))
  const count = bunches.reduce((sum, it) => sum + it.count, 0)
  const filling = clearest(tried(upTo(mostRows + 1, Math.ceil(Math.sqrt(2 * count))), grid))
  if (!straight || !filling) return straight ?? filling ?? single(hub, own)
  return spread(straight) <= spread(filling) * worthOfLines ? straight : filling
}

const upTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** What shows most on a screen; of nearly the same the first. */
function clearest(blocks: readonly Block[]): Block | null {
  const [first = null, ...rest] = blocks
  return rest.reduce(
    (best, next) => (best && spread(next) < spread(best) * 0.95 ? next : best),
    first,
  )
}

function lying(
  hub: Id,
  own: Size,
  bunches: readonly Bunch[],
  { rows, lay, isTurned }: { readonly rows: number; readonly lay: Lay; readonly isTurned: boolean },
): Block {
  const half = bunches.reduce((sum, { count }) => sum + count, 0) / 2
  let before = 0
  const sides: [Block[], Block[]] = [[], []]
  for (const bunch of bunches) {
    // by its middle: one large account and one small stand on two sides
    const isAbove = before + bunch.count / 2 <= half
    before += bunch.count
    const inBunch = (blocks: readonly Block[]) =>
      lay(blocks, Math.min(rows, Math.ceil(blocks.length / 3)), isAbove)
    sides[isAbove ? 0 : 1].push(bunch.inRows(inBunch, isTurned))
  }
  const [above, below] = [lay(sides[0], rows, true), lay(sides[1], rows, false)]
  const width = snap(Math.max(own.width, above.width, below.width))
  const bar = single(hub, { width, height: own.height })
  const middle = above.height === 0 ? 0 : above.height + roomForLink
  const centred = (block: Block, y: number): readonly [Block, Point] => [
    block,
    { x: (width - block.width) / 2, y },
  ]
  return together(hub, [
    [bar, { x: 0, y: middle }],
    ...(above.height > 0 ? [centred(above, 0)] : []),
    ...(below.height > 0 ? [centred(below, middle + own.height + roomForLink)] : []),
  ])
}

/** Where the lines of what is in the block run, from left to right. */
const linesOf = ({ at }: Block): readonly number[] =>
  [...at.values()].map(({ x, width }) => x + width / 2)

const nothing: Block = { key: '', width: 0, height: 0, at: new Map(), frames: [] }

/** The blocks in so many rows, as full as the first. */
function inRows(blocks: readonly Block[], rows: number): readonly (readonly Block[])[] {
  const perRow = Math.ceil(blocks.length / Math.max(1, rows))
  return Array.from({ length: rows }, (_, row) =>
    blocks.slice(row * perRow, (row + 1) * perRow),
  ).filter((list) => list.length > 0)
}

/** Blocks in rows and columns. */
function grid(blocks: readonly Block[], rows: number, isAbove: boolean): Block {
  const corners: (readonly [Block, Point])[] = []
  const lists = inRows(blocks, rows)
  const lefts = [0]
  for (const column of lists[0]?.keys() ?? []) {
    const widths = lists.map((list) => list[column]?.width ?? 0)
    lefts.push(snap((lefts[column] ?? 0) + Math.max(...widths) + roomForLink / 2))
  }
  let y = 0
  for (const list of lists) {
    const tall = Math.max(...list.map(({ height }) => height))
    for (const [column, block] of list.entries())
      corners.push([block, { x: lefts[column] ?? 0, y: y + (isAbove ? tall - block.height : 0) }])
    y = snap(y + tall + roomForLink / 2)
  }
  return corners.length === 0 ? nothing : together('', corners)
}

/** Blocks in rows over a bar, or under one, whose lines to it all run straight past the others. */
function comb(blocks: readonly Block[], rows: number, isAbove: boolean): Block {
  const lists = inRows(blocks, rows)
  const fromFar = isAbove ? lists : lists.toReversed()
  const ends = fromFar.map(() => -roomForLink)
  const passed = fromFar.map(() => -Infinity)
  const corner = new Map<Block, Point>()
  let y = 0
  const tops = new Map(
    lists.map((list) => {
      const tall = Math.max(...list.map(({ height }) => height))
      const top = y
      y += tall + roomForLink / 2
      return [list, { top, tall }]
    }),
  )
  for (let column = 0; column < (lists[0]?.length ?? 0); column += 1) {
    for (const [row, list] of fromFar.entries()) {
      const block = list[column]
      const stands = tops.get(list)
      if (!block || !stands) continue
      const lines = linesOf(block)
      const nearer = Math.max(...ends.slice(row + 1), -Infinity)
      const further = Math.max(...passed.slice(0, row), -Infinity)
      const least = Math.max(
        (ends[row] ?? 0) + roomForLink,
        nearer + clearance - Math.min(...lines),
        further + clearance,
      )
      const x = Math.ceil(least / 8) * 8
      // those above stand on one line, those below hang from one
      corner.set(block, { x, y: stands.top + (isAbove ? stands.tall - block.height : 0) })
      ends[row] = x + block.width
      passed[row] = x + Math.max(...lines)
    }
  }
  if (corner.size === 0) return nothing
  return together('', [...corner])
}
