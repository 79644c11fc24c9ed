import { strFromU8 } from 'fflate'
import type { Document } from '../model/document'
import { fail, ok, type Result } from '../base/result'
import { arranged } from '../model/arranged'
import { importAnswers } from './aws/import'
import type { Answer } from './aws/gather'
import type { Tell } from './progress'
import type { ImportReport, Remark } from './report'
import { limits, unpack, type InputFile } from './unpack'

export type { InputFile } from './unpack'

/** Nothing in the files could be used. */
export interface ImportProblem {
  readonly code: 'import/nothing-known' | 'import/too-large'
  readonly text: string
  readonly remarks: readonly Remark[]
}

export interface ImportedDesign {
  readonly document: Document
  readonly report: ImportReport
}

/** Makes a design of whatever the files describe; they are told apart by what is in them. */
export function importFiles(
  files: readonly InputFile[],
  { name, tell }: { readonly name: string; readonly tell?: Tell },
): Result<ImportedDesign, ImportProblem> {
  const remarks: Remark[] = []
  const answers: Answer[] = []
  const unpacked = unpack(files, remarks)
  if (!unpacked) {
    const text = `The files are more than ${limits.files} or larger than ${limits.all / 1024 / 1024} MB unpacked.`
    return fail({ code: 'import/too-large', text, remarks })
  }
  for (const { path, bytes } of unpacked) {
    const value = readAnswer(bytes)
    if (value === null)
      remarks.push({ type: 'skipped', what: path, text: 'It holds no JSON that could be read.' })
    else answers.push({ path, value })
  }
  tell?.({ step: 'describe', done: 0, of: null })
  const { accounts, resources, report } = importAnswers(answers)
  const all = { ...report, remarks: [...remarks, ...report.remarks] }
  if (Object.keys(resources).length === 0) {
    const text =
      'Nothing in these files describes a network: answers of the AWS CLI in JSON are known.'
    return fail({ code: 'import/nothing-known', text, remarks: all.remarks })
  }
  tell?.({ step: 'arrange', done: Object.keys(resources).length, of: null })
  const layout = arranged({ accounts, resources })
  return ok({ document: { name, description: '', accounts, resources, layout }, report: all })
}

/** What a file says; null for what is no JSON, or nested deeper than any answer is. */
function readAnswer(bytes: Uint8Array): unknown {
  // some shells on Windows begin what they write with a byte order mark
  const text = strFromU8(bytes).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
