import { strFromU8 } from 'fflate'
import type { Raw } from '../kinds/describe'
import type { Answer } from './aws/gather'
import { readManifest, type ManifestStack } from './cloudformation/manifest'
import { templateInJson, templateInText, type Template } from './cloudformation/template'
import type { Remark } from './report'
import { installedIn, type Installed } from './terraform/hcl/installed'
import { isCode, isPlan, isValues, stateIn, type Shown } from './terraform/shown'
import { unpack, type InputFile } from './unpack'

/** A file that is a text, with its path. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** What files are, told by what is in them. */
export interface Sorted {
  readonly answers: readonly Answer[]
  readonly templates: readonly Template[]
  readonly manifests: readonly ManifestStack[]
  readonly states: readonly Shown[]
  readonly plans: readonly { readonly path: string; readonly plan: Raw }[]
  /** The language of Terraform, and values for it. */
  readonly code: readonly TextFile[]
  /** Where code that it calls was fetched to. */
  readonly installed: readonly Installed[]
  readonly remarks: readonly Remark[]
}

/** Tells files apart, those in archives among them; null where there is too much to read. */
export function sorted(files: readonly InputFile[]): Sorted | null {
  const remarks: Remark[] = []
  const answers: Answer[] = []
  const unpacked = unpack(files, remarks)
  if (!unpacked) return null
  const templates: Template[] = []
  const manifests: ManifestStack[] = []
  const states: Shown[] = []
  const plans: { readonly path: string; readonly plan: Raw }[] = []
  const code: TextFile[] = []
  const installed: Installed[] = []
  const unread: TextFile[] = []
  for (const { path, bytes } of unpacked) {
    const text = textOf(bytes)
    const value = readAnswer(text)
    const template = value === null ? templateInText(path, text) : templateInJson(path, value)
    const manifest = value === null ? null : readManifest(path, value)
    const state = stateIn(value)
    const list = installedIn(path, value)
    if (template) templates.push(template)
    else if (state) for (const it of state) states.push(it)
    else if (list) installed.push(list)
    else if (isPlan(value)) plans.push({ path, plan: value })
    else if (manifest) manifests.push(...manifest)
    else if (value !== null) answers.push({ path, value })
    else if (isCode(text)) code.push({ path: path.replaceAll('\\', '/'), text })
    else unread.push({ path: path.replaceAll('\\', '/'), text })
  }
  // what an export of Causeway holds beside its templates and its code tells nothing more
  const known = new Set([...manifests.map(({ folder }) => folder), ...code.map(folderOf)])
  const others = unread.filter((file) => !(isValues(file.text) && known.has(folderOf(file))))
  for (const file of others)
    if (!known.has(folderOf(file)))
      remarks.push({
        type: 'skipped',
        what: file.path,
        text: 'It holds no JSON that could be read, no template of CloudFormation and no code of Terraform.',
      })
  const values = unread.filter((file) => !others.includes(file))
  return {
    answers,
    templates,
    manifests,
    states,
    plans,
    code: [...code, ...values],
    installed,
    remarks,
  }
}

const folderOf = ({ path }: { readonly path: string }): string =>
  path.slice(0, path.lastIndexOf('/') + 1)

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
