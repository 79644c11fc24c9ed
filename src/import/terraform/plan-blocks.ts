import type { Raw } from '../../kinds/describe'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Which block of the configuration each block of a plan comes from. Some blocks have no order: they
 * are known by what they say; where that could be several, each may come from any of them.
 */
export function aligned(
  list: readonly unknown[],
  unknown: readonly unknown[],
  expressions: readonly unknown[],
): readonly (readonly unknown[])[] {
  const [said] = expressions
  const isOfBlocks = expressions.length === 1 && Array.isArray(said)
  if (!isOfBlocks) return list.map(() => expressions)
  const blocks: readonly unknown[] = said
  // a loop makes more of them than are written
  if (blocks.length !== list.length) return list.map(() => [])
  if (blocks.length === 1) return [blocks]
  const fitting = list.map((each, index) =>
    blocks.filter((block) => mayBe(block, each, unknown[index])),
  )
  // where all say the same as far as it is known, either way of telling them apart is right
  const [first] = list
  const isAlike = list.every((each) => JSON.stringify(each) === JSON.stringify(first))
  if (isAlike && fitting.every((each) => each.length === blocks.length))
    return blocks.map((block) => [block])
  return fitting.every((each) => each.length > 0) ? settled(fitting) : fitting
}

/** Each block makes one of them: the one block that one of them can come from makes no other. */
function settled(fitting: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const taken = new Map<unknown, number>()
  for (const [index, [block, ...more]] of fitting.entries())
    if (more.length === 0 && !taken.has(block)) taken.set(block, index)
  const left = fitting.map((each, index) =>
    each.filter((block) => (taken.get(block) ?? index) === index),
  )
  const isLess = left.some((each, index) => each.length < (fitting[index]?.length ?? 0))
  return isLess && left.every((each) => each.length > 0) ? settled(left) : fitting
}

/** May a block of the configuration have come to this? */
function mayBe(block: unknown, value: unknown, unknown: unknown): boolean {
  if (!isObject(block) || !isObject(value)) return false
  return Object.entries(block).every(([key, said]) => {
    if (!isObject(said)) return true
    // what it is made of does not say what it comes to
    if (!Object.hasOwn(said, 'constant_value')) return true
    const own = Object.hasOwn(value, key) ? value[key] : undefined
    const isOpen = isObject(unknown) && Object.hasOwn(unknown, key) && unknown[key] === true
    return !isOpen && JSON.stringify(own) === JSON.stringify(said['constant_value'])
  })
}
