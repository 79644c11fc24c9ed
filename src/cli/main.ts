import { checkCommand } from './commands/check'
import { exportCommand } from './commands/export'
import { fmtCommand } from './commands/fmt'
import { importCommand } from './commands/import'
import { layoutCommand } from './commands/layout'
import { matrixCommand } from './commands/matrix'
import { traceCommand } from './commands/trace'
import type { CliCommand } from './command'
import { UsageError, type Outcome } from './output'

const commands: Readonly<Record<string, CliCommand>> = {
  import: importCommand,
  trace: traceCommand,
  matrix: matrixCommand,
  check: checkCommand,
  export: exportCommand,
  layout: layoutCommand,
  fmt: fmtCommand,
}

const help = (): string =>
  [
    'Usage: causeway <command>',
    '',
    ...Object.values(commands).map(
      ({ usage, about }) => `  ${usage.split('\n')[0]}\n      ${about}`,
    ),
    '  version',
    '',
    'causeway <command> --help says more.',
    '',
  ].join('\n')

/** What the command line answers to these words. */
export async function answer(args: readonly string[], version: string): Promise<Outcome> {
  const [word, ...rest] = args
  if (word === undefined) return { code: 2, messages: [help()] }
  if (word === '--help' || word === '-h' || word === 'help') return { code: 0, out: help() }
  if (word === 'version' || word === '--version') return { code: 0, out: `${version}\n` }
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined
  if (!command) return { code: 2, messages: [`There is no command ${word}.`, help()] }
  if (rest.includes('--help') || rest.includes('-h'))
    return { code: 0, out: `Usage: causeway ${command.usage}\n${command.about}\n` }
  try {
    return await command.run(rest)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, messages: [error.message] }
  }
}
