/** Throws when a fact that our own code guarantees does not hold: a bug, never bad input. */
export function invariant(fact: unknown, message: string): asserts fact {
  if (!fact) throw new Error(`Bug: ${message}`)
}

/** Marks a place that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`Bug: unexpected ${JSON.stringify(value)}`)
}
