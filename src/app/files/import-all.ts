import type { Comparison } from '../../import/merge'
import type { StackParameter } from '../../import/parameter'
import type { Document } from '../../model/document'
import {
  startImport,
  type ImportJob,
  type Imported,
  type ParameterTexts,
} from '../../worker/importer'
import { hide, show, type Merged } from '../overlay'
import { routeOf } from '../route'
import type { Workspace } from '../workspace'
import type { FileAt } from './dropped'
import { isImporting, setImporting, setStep, type Decision, type Given } from './importing'
import { notImported } from './not-imported'
import { isComplete } from './parameter-words'

/**
 * Imports what the files describe, as a design of its own or into the open one, and shows the report.
 * False where nothing in them is known; then, and where it is cancelled, nothing is changed.
 */
export async function importAll(
  workspace: Workspace,
  files: readonly FileAt[],
  /** What the parameters of templates were read with before, to be changed. */
  before: ParameterTexts | null = null,
): Promise<boolean> {
  if (isImporting()) return true
  const open = openIn(workspace)
  const name = nameFor(files)
  let cancel: (() => void) | undefined
  const cancelled = new Promise<null>((resolve) => {
    cancel = () => {
      resolve(null)
    }
  })
  setImporting({
    name,
    step: { type: 'working', progress: null },
    cancel: () => cancel?.(),
  })
  show({ type: 'import' })
  const job = startImport(files, {
    name,
    open,
    parameters: before ?? {},
    tell: (progress) => {
      setStep({ type: 'working', progress })
    },
  })
  try {
    return await followed(workspace, job, { name, open, cancelled, files, before })
  } finally {
    job.stop()
    setImporting(null)
  }
}

interface Following {
  readonly name: string
  readonly open: Document | null
  /** Comes when the user wants no more of it. */
  readonly cancelled: Promise<null>
  readonly files: readonly FileAt[]
  readonly before: ParameterTexts | null
}

async function followed(
  workspace: Workspace,
  job: ImportJob,
  following: Following,
): Promise<boolean> {
  const { name, open, cancelled, files } = following
  const stopped = () => {
    hide()
    workspace.designer.announce('Import cancelled. Nothing was changed.')
    return true
  }
  const read = await readAndDecided(job, following)
  if (read === 'cancelled') return stopped()
  if (read === 'unknown') {
    hide()
    return false
  }
  if (read === 'left-empty') {
    show({ type: 'nothing-made' })
    return true
  }
  const { document, report, parameters, printed } = read.imported
  let merged: Merged | null = null
  if (read.decision.type === 'apart') await workspace.add(document, null, printed)
  else {
    const { chosen } = read.decision
    const next = await Promise.race([job.merge(chosen), cancelled])
    if (!next) return stopped()
    const { mergeImport } = await import('../../store/commands/merge')
    // another tab may have taken the design over meanwhile
    if (openIn(workspace) !== open) return stopped()
    workspace.designer.run(mergeImport, { document: next, name })
    workspace.designer.show({ type: 'fit' })
    merged = { name: next.name, changes: chosen.length }
  }
  const change = () => {
    void changed(workspace, files, read.texts)
  }
  show({ type: 'import-report', name: document.name, report, merged, parameters, change })
  return true
}

/** The same files with other values for the parameters of templates than before. */
async function changed(
  workspace: Workspace,
  files: readonly FileAt[],
  texts: ParameterTexts,
): Promise<void> {
  try {
    if (!(await importAll(workspace, files, texts))) show({ type: 'nothing-known' })
  } catch (error) {
    notImported(workspace, error)
  }
}

/** What became of the files once nobody wants other values for parameters any more. */
interface Read {
  readonly imported: Imported
  readonly texts: ParameterTexts
  readonly decision: Exclude<Decision, { readonly type: 'change' }>
}

/** Reads the files, with values for the parameters of templates as often as they are given. */
async function readAndDecided(
  job: ImportJob,
  { open, cancelled, before }: Following,
): Promise<Read | 'cancelled' | 'unknown' | 'left-empty'> {
  let reading = job.outcome
  let given: Given = { texts: before ?? {}, isEnough: false }
  let isWanted = before !== null
  for (;;) {
    const outcome = await Promise.race([reading, cancelled])
    if (!outcome) return 'cancelled'
    const parameters = parametersOf(outcome)
    const isAsked = isWanted ? parameters.length > 0 : !given.isEnough && !isComplete(parameters)
    if (!isAsked) {
      // what templates make may all hang on values that nobody gave
      if (!outcome.ok) return given.isEnough ? 'left-empty' : 'unknown'
      const { comparison } = outcome.value
      const deciding = open && comparison ? decided(comparison, open, parameters) : apart
      const decision = await Promise.race([deciding, cancelled])
      if (!decision) return 'cancelled'
      if (decision.type !== 'change')
        return { imported: outcome.value, texts: given.texts, decision }
    }
    const answer = await Promise.race([asked(job, parameters), cancelled])
    if (!answer) return 'cancelled'
    given = answer
    isWanted = false
    setStep({ type: 'working', progress: null })
    reading = job.again(given.texts)
  }
}

const parametersOf = (outcome: Awaited<ImportJob['outcome']>): readonly StackParameter[] =>
  outcome.ok ? outcome.value.parameters : outcome.problems.flatMap((it) => it.parameters)

const asked = (job: ImportJob, parameters: readonly StackParameter[]) =>
  new Promise<Given>((resolve) => {
    setStep({ type: 'parameters', parameters, check: job.check, answer: resolve })
  })

const apart = Promise.resolve<Decision>({ type: 'apart' })

const decided = (
  comparison: Comparison,
  { name }: Document,
  parameters: readonly StackParameter[],
) =>
  new Promise<Decision>((resolve) => {
    setStep({ type: 'review', parameters, comparison, open: name, decide: resolve })
  })

/** The design that an import may change; null on the start page, and where one only looks. */
function openIn({ designer }: Workspace): Document | null {
  const { designId, document, readOnly } = designer.getState()
  const route = routeOf(window.location.hash)
  return route.page === 'design' && route.designId === designId && !readOnly ? document : null
}

/** The folder that all lie in, or the name of the only file. */
function nameFor(files: readonly FileAt[]): string {
  const [first, ...others] = files
  const [folder, ...rest] = first?.path.split('/') ?? []
  if (folder && rest.length > 0 && others.every(({ path }) => path.startsWith(`${folder}/`)))
    return folder
  return others.length === 0 && first ? first.file.name.replace(/\.[^.]+$/, '') : 'Imported network'
}
