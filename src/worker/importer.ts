import type { Result } from '../base/result'
import type { ImportProblem } from '../import/import'
import type { Tell } from '../import/progress'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import type { Imported, ImportFile, ImportReply, ImportRequest } from './importer-protocol'

/** An import under way in a worker of its own, so that the page stays alive meanwhile. */
export interface ImportJob {
  readonly outcome: Promise<Result<Imported, ImportProblem>>
  /** The open design with what was chosen; once the outcome is there. */
  readonly merge: (chosen: readonly Id[]) => Promise<Document>
  /** Ends the worker, whatever it does; what has not come does not come any more. */
  readonly stop: () => void
}

export function startImport(
  files: readonly ImportFile[],
  {
    name,
    open,
    tell,
  }: { readonly name: string; readonly open: Document | null; readonly tell: Tell },
): ImportJob {
  const worker = new Worker(new URL('./importer-entry.ts', import.meta.url), { type: 'module' })
  const ask = (request: ImportRequest) => {
    worker.postMessage(request)
  }
  const answer = <Type extends 'imported' | 'merged'>(type: Type) =>
    new Promise<Extract<ImportReply, { readonly type: Type }>>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
        if (data.type === type) resolve(data as Extract<ImportReply, { readonly type: Type }>)
        else if (data.type === 'failed') reject(new Error(data.message))
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        reject(new Error(event.message))
      })
    })
  worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
    if (data.type === 'progress') tell(data.progress)
  })
  const outcome = answer('imported').then((reply) => reply.outcome)
  ask({ type: 'import', files, name, open })
  return {
    outcome,
    merge: (chosen) => {
      const merged = answer('merged').then(({ document }) => document)
      ask({ type: 'merge', chosen })
      return merged
    },
    stop: () => {
      worker.terminate()
    },
  }
}
