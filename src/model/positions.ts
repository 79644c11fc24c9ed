import { visit } from 'jsonc-parser'
import type { Path, Position } from './problem'

/** A place that is looked for, and those below it. */
interface Sought {
  readonly below: Map<string, Sought>
  at: Position | null
}

const seek = (): Sought => ({ below: new Map(), at: null })

/**
 * Where in this sound JSON text do the values at these paths stand? A value that is not there stands
 * where the innermost one around it that is there begins. One walk finds them all.
 */
export function positionsOf(text: string, paths: readonly Path[]): readonly Position[] {
  const root = seek()
  const ways = paths.map((path) => wayTo(root, path))
  walk(text, root)
  const start: Position = { line: 1, column: 1 }
  return ways.map((way) => way.findLast(({ at }) => at !== null)?.at ?? start)
}

function wayTo(root: Sought, path: Path): readonly Sought[] {
  const way = [root]
  let here = root
  for (const key of path) {
    const next = here.below.get(String(key)) ?? seek()
    here.below.set(String(key), next)
    way.push(next)
    here = next
  }
  return way
}

interface Level {
  /** Undefined inside what nobody looks for. */
  readonly sought: Sought | undefined
  /** The key of the value that comes next: a property's name, an element's index. */
  next: string | number
}

function walk(text: string, root: Sought): void {
  const levels: Level[] = []
  const met = (line: number, column: number): Sought | undefined => {
    const level = levels.at(-1)
    const sought = level ? level.sought?.below.get(String(level.next)) : root
    if (typeof level?.next === 'number') level.next += 1
    if (sought) sought.at = { line: line + 1, column: column + 1 }
    return sought
  }
  const begin = (next: string | number) => (_o: number, _l: number, line: number, col: number) => {
    const sought = met(line, col)
    levels.push({ sought, next })
    // what lies in something that nobody looks for is passed over; its end is told all the same
    return sought !== undefined
  }
  const end = () => {
    levels.pop()
  }
  visit(text, {
    onObjectBegin: begin(''),
    onArrayBegin: begin(0),
    onObjectProperty: (key) => {
      const level = levels.at(-1)
      if (level) level.next = key
    },
    onLiteralValue: (_value, _offset, _length, line, column) => {
      met(line, column)
    },
    onObjectEnd: end,
    onArrayEnd: end,
  })
}
