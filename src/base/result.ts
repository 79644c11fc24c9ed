/** The outcome of reading outside input: a value, or every problem that was found. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value }
}

export function fail<Problem>(...problems: Problem[]): Result<never, Problem> {
  return { ok: false, problems }
}
