import { positionsOf } from './positions'
import type { Path, Problem } from './problem'

/** Problems listed; a file with more is told how many there are. */
const listed = 100

/** Takes down one problem, and which value of the file it is about unless it says so itself. */
export type Report = (problem: Problem, path?: Path) => void

export interface Ledger {
  readonly report: Report
  readonly isClean: () => boolean
  /** The first hundred with their places in this text, and how many more there are. */
  readonly problems: (text: string) => readonly Problem[]
}

/** Collects problems. Junk may hold millions, so only those that will be listed are kept. */
export function ledger(): Ledger {
  const kept: { readonly problem: Problem; readonly path: Path | undefined }[] = []
  let count = 0
  return {
    report: (problem, path) => {
      count += 1
      if (kept.length < listed) kept.push({ problem, path })
    },
    isClean: () => count === 0,
    problems: (text) => {
      const positions = positionsOf(
        text,
        kept.map(({ path }) => path ?? []),
      )
      const placed = kept.map(({ problem, path }, index): Problem => {
        const at = positions[index]
        return path && at && 'at' in problem ? { ...problem, at } : problem
      })
      return count > listed ? [...placed, { code: 'more', count: count - listed }] : placed
    },
  }
}
