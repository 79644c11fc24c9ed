import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError, type Outcome } from './output'

/** A word after `causeway`. */
export interface CliCommand {
  readonly usage: string
  readonly about: string
  readonly run: (args: readonly string[]) => Outcome | Promise<Outcome>
}

type Options = NonNullable<ParseArgsConfig['options']>

/** The options and names in these arguments; what is not known is a mistake of the caller. */
export function readArguments<const Given extends Options>(
  args: readonly string[],
  options: Given,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one name that a command takes. */
export function onlyOne(positionals: readonly string[], what: string): string {
  const [only, ...others] = positionals
  if (only === undefined) throw new UsageError(`Name ${what}.`)
  if (others.length > 0) throw new UsageError(`Name only one: ${what}.`)
  return only
}
