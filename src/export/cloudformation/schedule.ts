import { blockKey } from '../../iac/block'
import type { Stack } from './stacks'

/** One deployment of a stack; a stack that comes again is updated. */
export interface Step {
  readonly stack: Stack
  readonly isUpdate: boolean
  /** Keys of the needs that are known by then. */
  readonly given: readonly string[]
}

/**
 * In which order are the stacks deployed, and which of them once more when the others have made
 * what they need? Stacks are in a ring where two VPCs are peered: the accepter's is deployed
 * without the connection, then the requester's, then the accepter's again with the connection.
 */
export function scheduleOf(stacks: readonly Stack[]): readonly Step[] {
  const steps: Step[] = []
  const made = new Set<string>()
  const given = new Map<string, readonly string[]>()
  const deploy = (stack: Stack) => {
    const known = stack.needs.filter((need) => made.has(blockOf(need.key))).map(({ key }) => key)
    const before = given.get(stack.key)
    if (before && before.length === known.length) return false
    given.set(stack.key, known)
    steps.push({ stack, isUpdate: before !== undefined, given: known })
    for (const block of stack.blocks)
      if (block.needs.every((key) => known.includes(key))) made.add(blockKey(block))
    return true
  }
  const ordered = inOrderOfNeed(stacks)
  while (ordered.map(deploy).includes(true));
  return steps
}

/** The block in the key of a need. */
const blockOf = (needKey: string) => needKey.slice(0, needKey.lastIndexOf(']') + 1)

/** Whoever makes something without needing anything comes before those who need it. */
function inOrderOfNeed(stacks: readonly Stack[]): readonly Stack[] {
  const free = new Set(
    stacks.flatMap(({ blocks }) => blocks.filter((it) => it.needs.length === 0).map(blockKey)),
  )
  const ordered = new Set<Stack>()
  const entered = new Set<Stack>()
  const visit = (stack: Stack) => {
    if (entered.has(stack)) return
    entered.add(stack)
    for (const need of stack.needs)
      if (need.isRead && free.has(blockOf(need.key)))
        for (const other of stacks) if (other.key === need.from) visit(other)
    ordered.add(stack)
  }
  for (const stack of stacks) visit(stack)
  return [...ordered]
}
