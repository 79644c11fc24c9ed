import { ok } from '../base/result'
import { importWithCode, type InputFile } from '../import/import'
import { compared, type Plan } from '../import/merge'
import { merged } from '../import/merge-apply'
import { problemIn, type StackParameter } from '../import/parameter'
import type { Progress } from '../import/progress'
import type { Document } from '../model/document'
import { printDocument } from '../model/print'
import { elk } from './elk'
import type {
  Imported,
  ImportFile,
  ImportReply,
  ImportRequest,
  ParameterTexts,
} from './importer-protocol'

/** What is read, as other values may be given for its parameters. */
interface Reading {
  readonly files: readonly InputFile[]
  readonly name: string
  readonly open: Document | null
}

let reading: Reading | null = null
let parameters: readonly StackParameter[] = []

/** What was imported, until the page has said what of it to merge. */
let kept: { readonly open: Document; readonly imported: Document; readonly plan: Plan } | null =
  null

const say = (reply: ImportReply) => {
  self.postMessage(reply)
}
const tell = (progress: Progress) => {
  say({ type: 'progress', progress })
}

/** The import's own line: off the page's own thread, however much there is to read. */
self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  answer(data).catch((error: unknown) => {
    say({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})

async function answer(request: ImportRequest): Promise<void> {
  switch (request.type) {
    case 'import': {
      const { name, open } = request
      reading = { files: await bytesOf(request.files), name, open }
      await read(reading, request.parameters)
      return
    }
    case 'again':
      if (reading) await read(reading, request.parameters)
      return
    case 'check':
      say({ type: 'checked', call: request.call, problems: problemsOf(request.texts) })
      return
    case 'merge': {
      if (!kept) return
      const { open, imported, plan } = kept
      say({ type: 'merged', document: merged(open, imported, new Set(request.chosen), plan) })
    }
  }
}

/** The parser is large: it is fetched only where there is something for it to read. */
const loadParser = async () => {
  const page = await import('./hcl-in-page')
  return page.loadParser()
}

async function read({ files, name, open }: Reading, given: ParameterTexts): Promise<void> {
  const outcome = await importWithCode(files, { name, tell, parameters: given }, loadParser, elk)
  parameters = outcome.ok
    ? outcome.value.parameters
    : outcome.problems.flatMap((it) => it.parameters)
  if (!outcome.ok) {
    say({ type: 'imported', outcome })
    return
  }
  const { document } = outcome.value
  const plan = open ? compared(open, document) : null
  if (open && plan) kept = { open, imported: document, plan }
  const comparison = plan ? { changes: plan.changes, unchanged: plan.unchanged } : null
  const printed = open ? null : printDocument(document)
  const imported: Imported = { ...outcome.value, comparison, printed }
  say({ type: 'imported', outcome: ok(imported) })
}

function problemsOf(texts: ParameterTexts): ParameterTexts {
  return Object.fromEntries(
    parameters.flatMap((it) => {
      const text = Object.hasOwn(texts, it.key) ? texts[it.key] : undefined
      const problem = text === undefined ? null : problemIn(it, text)
      return problem === null ? [] : [[it.key, problem] as const]
    }),
  )
}

async function bytesOf(files: readonly ImportFile[]): Promise<readonly InputFile[]> {
  const bytes: InputFile[] = []
  for (const { path, file } of files) {
    if (bytes.length % 50 === 0) tell({ step: 'read', done: bytes.length, of: files.length })
    bytes.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return bytes
}
