import type { Document } from '../model/document'
import { fail, ok, type Result } from '../base/result'
import type { Elk } from '../model/arranged'
import { arrangedAtFirst } from '../model/arranged-anew'
import { importAnswers } from './aws/import'
import { finished } from './cloudformation/finish'
import { readTemplates } from './cloudformation/read'
import type { Tell } from './progress'
import type { StackParameter } from './parameter'
import type { ImportReport, Remark } from './report'
import { sorted, type Sorted } from './sorted'
import { terraformIn, type ParseCode } from './terraform/terraform'
import { limits, type InputFile } from './unpack'

export type { ParseCode } from './terraform/terraform'
export type { InputFile } from './unpack'

/** Nothing in the files could be used. */
export interface ImportProblem {
  readonly code: 'import/nothing-known' | 'import/too-large'
  readonly text: string
  readonly remarks: readonly Remark[]
  /** What might still make something of templates among them. */
  readonly parameters: readonly StackParameter[]
}

export interface ImportedDesign {
  readonly document: Document
  readonly report: ImportReport
  /** What templates may be deployed with instead; empty where there are none. */
  readonly parameters: readonly StackParameter[]
}

export interface ImportOptions {
  readonly name: string
  readonly tell?: Tell
  /** Values of parameters of templates: for all of them by name, for one stack as `stack/Name`, or by their keys. */
  readonly parameters?: Readonly<Record<string, string>>
}

/**
 * Makes a design of whatever the files describe; they are told apart by what is in them. Code of
 * Terraform and a layout need what takes time to load: `importWithCode` loads it.
 */
export const importFiles = (
  files: readonly InputFile[],
  options: ImportOptions,
): Result<ImportedDesign, ImportProblem> => importSorted(sorted(files), null, options)

/**
 * The same, with a parser of Terraform's language that is loaded once some of it is there, and with
 * the layout kernel, by which everything finds its place.
 */
export async function importWithCode(
  files: readonly InputFile[],
  options: ImportOptions,
  load: () => Promise<ParseCode>,
  elk: Elk,
): Promise<Result<ImportedDesign, ImportProblem>> {
  const known = sorted(files)
  const parse = known && known.code.length > 0 ? await load() : null
  const read = importSorted(known, parse, options)
  if (!read.ok) return read
  const { document } = read.value
  const done = Object.keys(document.resources).length
  options.tell?.({ step: 'arrange', done, of: null })
  return ok({ ...read.value, document: { ...document, ...(await arrangedAtFirst(document, elk)) } })
}

function importSorted(
  known: Sorted | null,
  parse: ParseCode | null,
  { name, tell, parameters = {} }: ImportOptions,
): Result<ImportedDesign, ImportProblem> {
  if (!known) {
    const text = `The files are more than ${limits.files} or larger than ${limits.all / 1024 / 1024} MB unpacked.`
    return fail({ code: 'import/too-large', text, remarks: [], parameters: [] })
  }
  const { answers, templates, manifests, remarks } = known
  const code = templates.length > 0 ? readTemplates(templates, manifests, parameters) : null
  tell?.({ step: 'describe', done: 0, of: null })
  const terraform = terraformIn(known, parse, parameters)
  const imported = importAnswers([
    ...answers,
    ...(code?.answers ?? []),
    ...(terraform?.answers ?? []),
  ])
  const deployed = code ? finished(imported, code) : imported
  const { accounts, resources, report } = terraform ? finished(deployed, terraform) : deployed
  const all = {
    ...report,
    remarks: [
      ...remarks,
      ...(code?.remarks ?? []),
      ...(terraform?.remarks ?? []),
      ...report.remarks,
    ],
    ...(code && code.asks.length > 0 && { asks: code.asks }),
  }
  if (Object.keys(resources).length === 0) {
    const text =
      'Nothing in these files describes a network: answers of the AWS CLI in JSON, templates of CloudFormation, and states, plans and code of Terraform are known.'
    return fail({
      code: 'import/nothing-known',
      text,
      remarks: all.remarks,
      parameters: code?.parameters ?? [],
    })
  }
  return ok({
    document: { name, description: '', accounts, resources, layout: {} },
    report: all,
    parameters: code?.parameters ?? [],
  })
}
