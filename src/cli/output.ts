/** What a command hands back: the result for standard output, the exit code, words for the user. */
export interface Outcome {
  readonly code: number
  readonly out?: string
  readonly messages?: readonly string[]
}

/** A mistake in how a command is called, or input that cannot be used: one clear line, exit code 2. */
export class UsageError extends Error {}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
