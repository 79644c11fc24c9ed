import { ok } from '../base/result'
import { importFiles, type InputFile } from '../import/import'
import { compared, type Plan } from '../import/merge'
import { merged } from '../import/merge-apply'
import type { Progress } from '../import/progress'
import type { Document } from '../model/document'
import type { Imported, ImportFile, ImportReply, ImportRequest } from './importer-protocol'

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
  if (request.type === 'merge') {
    if (!kept) return
    const { open, imported, plan } = kept
    say({ type: 'merged', document: merged(open, imported, new Set(request.chosen), plan) })
    return
  }
  const { name, open } = request
  const read = importFiles(await bytesOf(request.files), { name, tell })
  if (!read.ok) {
    say({ type: 'imported', outcome: read })
    return
  }
  const { document, report } = read.value
  const plan = open ? compared(open, document) : null
  if (open && plan) kept = { open, imported: document, plan }
  const comparison = plan ? { changes: plan.changes, unchanged: plan.unchanged } : null
  const imported: Imported = { document, report, comparison }
  say({ type: 'imported', outcome: ok(imported) })
}

async function bytesOf(files: readonly ImportFile[]): Promise<readonly InputFile[]> {
  const read: InputFile[] = []
  for (const { path, file } of files) {
    if (read.length % 50 === 0) tell({ step: 'read', done: read.length, of: files.length })
    read.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return read
}
