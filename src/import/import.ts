import { strFromU8 } from 'fflate'
import type { Raw } from '../kinds/describe'
import type { Document } from '../model/document'
import { fail, ok, type Result } from '../base/result'
import { arrangedAtFirst } from '../model/arranged-anew'
import { importAnswers } from './aws/import'
import type { Answer } from './aws/gather'
import { finished } from './cloudformation/finish'
import { readManifest, type ManifestStack } from './cloudformation/manifest'
import { readTemplates } from './cloudformation/read'
import { templateInJson, templateInText, type Template } from './cloudformation/template'
import type { Tell } from './progress'
import { planIn } from './terraform/plan'
import { readStates } from './terraform/read'
import { isCode, isPlan, stateIn, type Shown } from './terraform/shown'
import type { StackParameter } from './parameter'
import type { ImportReport, Remark } from './report'
import { limits, unpack, type InputFile } from './unpack'

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

/** Makes a design of whatever the files describe; they are told apart by what is in them. */
export function importFiles(
  files: readonly InputFile[],
  { name, tell, parameters = {} }: ImportOptions,
): Result<ImportedDesign, ImportProblem> {
  const remarks: Remark[] = []
  const answers: Answer[] = []
  const unpacked = unpack(files, remarks)
  if (!unpacked) {
    const text = `The files are more than ${limits.files} or larger than ${limits.all / 1024 / 1024} MB unpacked.`
    return fail({ code: 'import/too-large', text, remarks, parameters: [] })
  }
  const templates: Template[] = []
  const manifests: ManifestStack[] = []
  const states: Shown[] = []
  const plans: { readonly path: string; readonly plan: Raw }[] = []
  const unread: string[] = []
  for (const { path, bytes } of unpacked) {
    const text = textOf(bytes)
    const value = readAnswer(text)
    const template = value === null ? templateInText(path, text) : templateInJson(path, value)
    const manifest = value === null ? null : readManifest(path, value)
    const state = stateIn(value)
    if (template) templates.push(template)
    else if (state) for (const it of state) states.push(it)
    else if (isPlan(value)) plans.push({ path, plan: value })
    else if (manifest) manifests.push(...manifest)
    else if (value !== null) answers.push({ path, value })
    else if (isCode(text))
      remarks.push({
        type: 'skipped',
        what: path,
        text: 'The language of Terraform is not read, only states: terraform show -json, once it is applied.',
      })
    else unread.push(path)
  }
  // what an export of Causeway holds beside its templates tells nothing more
  const isKnown = (path: string) =>
    manifests.some(({ folder }) => path.slice(0, path.lastIndexOf('/') + 1) === folder)
  for (const what of unread.filter((path) => !isKnown(path)))
    remarks.push({
      type: 'skipped',
      what,
      text: 'It holds no JSON that could be read, and no template of CloudFormation.',
    })
  const code = templates.length > 0 ? readTemplates(templates, manifests, parameters) : null
  tell?.({ step: 'describe', done: 0, of: null })
  const planned = plans.map(({ path, plan }) => planIn(plan, path, plans.length > 1 ? path : ''))
  const shown = [...planned.flatMap((it) => it.shown), ...states]
  const terraform = shown.length > 0 ? readStates(shown) : null
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
      ...planned.flatMap((it) => it.remarks),
      ...(terraform?.remarks ?? []),
      ...report.remarks,
    ],
    ...(code && code.asks.length > 0 && { asks: code.asks }),
  }
  if (Object.keys(resources).length === 0) {
    const text =
      'Nothing in these files describes a network: answers of the AWS CLI in JSON, templates of CloudFormation and states of Terraform are known.'
    return fail({
      code: 'import/nothing-known',
      text,
      remarks: all.remarks,
      parameters: code?.parameters ?? [],
    })
  }
  tell?.({ step: 'arrange', done: Object.keys(resources).length, of: null })
  const drawn = arrangedAtFirst({ accounts, resources })
  return ok({
    document: { name, description: '', accounts, resources, ...drawn },
    report: all,
    parameters: code?.parameters ?? [],
  })
}

// some shells on Windows begin what they write with a byte order mark
const textOf = (bytes: Uint8Array) => strFromU8(bytes).replace(/^\uFEFF/, '')

/** What a file says; null for what is no JSON, or nested deeper than any answer is. */
function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
