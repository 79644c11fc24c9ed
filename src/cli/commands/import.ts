import { basename } from 'node:path'
import { definitionOf } from '../../kinds/catalogue'
import type { Kind } from '../../kinds/resource'
import { importWithCode } from '../../import/import'
import type { Ask, ImportReport } from '../../import/report'
import { printDocument } from '../../model/print'
import { elk } from '../elk'
import { readInput, writeText } from '../files'
import { loadParser } from '../hcl'
import { asJson, UsageError, type Outcome } from '../output'
import { readArguments, type CliCommand } from '../command'

const options = {
  output: { type: 'string', short: 'o' },
  report: { type: 'string' },
  name: { type: 'string' },
  parameter: { type: 'string', multiple: true },
} as const

/** Answers of the AWS CLI, templates and Terraform, from files, folders and archives, into one design. */
export const importCommand: CliCommand = {
  usage:
    'import <file or folder>… -o design.causeway.json [--name NAME] [--parameter Name=Value]… [--report report.json]',
  about:
    'Makes a design of what the AWS CLI described, templates of CloudFormation deploy, or Terraform makes: its states, plans (terraform show -json) and, as far as it needs no Terraform, its code.',
  run: async (args) => {
    const { values, positionals } = readArguments(args, options)
    if (positionals.length === 0) throw new UsageError('Name the files or folders to import.')
    const name = values.name ?? basename(positionals[0] ?? 'Imported').replace(/\.[a-z]+$/, '')
    const parameters = Object.fromEntries((values.parameter ?? []).map(parameterIn))
    const read = await importWithCode(readInput(positionals), { name, parameters }, loadParser, elk)
    if (!read.ok) return { code: 2, messages: read.problems.map(({ text }) => text) }
    const { document, report } = read.value
    const printed = printDocument(document)
    if (values.output) writeText(values.output, printed)
    if (values.report) writeText(values.report, asJson(report))
    return outcome(report, values.output ? '' : printed)
  },
}

/** @example parameterIn('VpcCidr=10.0.0.0/16') // ['VpcCidr', '10.0.0.0/16'] */
function parameterIn(written: string): readonly [string, string] {
  const at = written.indexOf('=')
  if (at < 1) throw new UsageError(`Write ${written} as Name=Value, or stack/Name=Value.`)
  return [written.slice(0, at), written.slice(at + 1)]
}

/** What templates need to be understood better, as the options that would say it. */
const asked = ({ stack, parameter, description, default: usual }: Ask): string =>
  `needed: --parameter ${stack}/${parameter}=… ${description}${usual === null ? '' : ` (${usual} meanwhile)`}`

function outcome(report: ImportReport, out: string): Outcome {
  const counts = Object.entries(report.counts).map(([kind, count]) => {
    const { term, plural } = definitionOf({ kind: kind as Kind })
    return `${String(count).padStart(7)} ${count === 1 ? term : plural}`
  })
  const remarks = report.remarks.map(({ type, what, text }) => `${type}: ${what}: ${text}`)
  const unknown = report.unknown.map((key) => `not read: ${key}`)
  const needed = (report.asks ?? []).map(asked)
  return { code: 0, out, messages: ['Imported:', ...counts, ...remarks, ...unknown, ...needed] }
}
