import type { Id } from '../../kinds/resource'
import type { Group } from '../document'
import { snap, type Size } from '../layout'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A frame to be drawn, by a key that stays the same when the design is arranged again. */
export type Frame = readonly [key: string, group: Group]

/** A part of the drawing with the places in it, measured from its own corner. */
export interface Block extends Size {
  /** By its main resource or its frame: of two alike, one follows the other. */
  readonly key: string
  readonly at: ReadonlyMap<Id, Point & Size>
  readonly frames: readonly Frame[]
}

/** As wide as most screens are, compared with their height. */
export const screen = 1.6

/** How far away must a screen be held to show all of it? Less is better. */
export const spread = ({ width, height }: Size): number => Math.max(width / screen, height)

/** As people sort names, 2 before 10; what they take for the same, as 1 and 01, by its characters. */
export const compare = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : Number(a > b))

export const single = (id: Id, { width, height }: Size): Block => ({
  key: id,
  width,
  height,
  at: new Map([[id, { x: 0, y: 0, width, height }]]),
  frames: [],
})

/** The blocks at these corners, as one. */
export function together(key: string, parts: readonly (readonly [Block, Point])[]): Block {
  const left = Math.min(...parts.map(([, { x }]) => x))
  const top = Math.min(...parts.map(([, { y }]) => y))
  const at = new Map<Id, Point & Size>()
  let [width, height] = [0, 0]
  for (const [block, corner] of parts) {
    const [x, y] = [snap(corner.x - left), snap(corner.y - top)]
    for (const [id, own] of block.at) at.set(id, { ...own, x: own.x + x, y: own.y + y })
    width = Math.max(width, x + block.width)
    height = Math.max(height, y + block.height)
  }
  return { key, width, height, at, frames: parts.flatMap(([{ frames }]) => frames) }
}

/** What a frame takes around what it frames. */
const side = 24

/**
 * What the label of a frame takes above it. A drawing of many VPCs is looked at from afar, where the
 * label is large.
 */
export const roomForName = (vpcs: number): number => (vpcs <= 20 ? 64 : vpcs <= 60 ? 192 : 320)

/**
 * The block with a frame round all that is in it, and room for its name above. Two frames round the
 * same become one, with both names.
 */
export function framed(block: Block, key: string, name: string, room: number): Block {
  const members = [...block.at.keys()].toSorted()
  const [only] = block.frames.filter(([, group]) => group.members.length === members.length)
  if (only) {
    const one: Frame = [only[0], { name: `${name} · ${only[1].name}`, members }]
    return { ...block, frames: block.frames.map((frame) => (frame === only ? one : frame)) }
  }
  return {
    key: block.key,
    width: block.width + 2 * side,
    height: block.height + room + side,
    at: new Map(
      [...block.at].map(([id, own]) => [id, { ...own, x: own.x + side, y: own.y + room }]),
    ),
    frames: [...block.frames, [key, { name, members }]],
  }
}

const turn = ({ x, y, width, height }: Point & Size): Point & Size => ({
  x: y,
  y: x,
  width: height,
  height: width,
})

/** Its mirror image along the diagonal: rows become columns. */
export function turned<Part extends Block>(block: Part): Part {
  return {
    ...block,
    width: block.height,
    height: block.width,
    at: new Map([...block.at].map(([id, own]) => [id, turn(own)])),
  }
}
