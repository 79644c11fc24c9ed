import { printDocument } from '../../model/print'
import { readArguments, type CliCommand } from '../command'
import { readDesign, readText, writeText } from '../files'
import { UsageError } from '../output'

/** Writes designs as the page would. */
export const fmtCommand: CliCommand = {
  usage: 'fmt <design>… [--check]',
  about: 'Writes designs in their one form; with --check only says which are not.',
  run: (args) => {
    const { values, positionals } = readArguments(args, { check: { type: 'boolean' } })
    if (positionals.length === 0) throw new UsageError('Name the designs.')
    const changed = positionals.filter((path) => {
      const printed = printDocument(readDesign(path))
      if (printed === readText(path)) return false
      if (!values.check) writeText(path, printed)
      return true
    })
    return {
      code: values.check && changed.length > 0 ? 1 : 0,
      out: changed.map((path) => `${path}\n`).join(''),
    }
  },
}
