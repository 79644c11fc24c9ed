import type { Result } from '../base/result'
import type { ImportProblem } from '../import/import'
import type { Tell } from '../import/progress'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import type {
  Imported,
  ImportFile,
  ImportReply,
  ImportRequest,
  ParameterTexts,
} from './importer-protocol'

export type { Imported, ParameterTexts } from './importer-protocol'

/** An import under way in a worker of its own, so that the page stays alive meanwhile. */
export interface ImportJob {
  readonly outcome: Promise<Result<Imported, ImportProblem>>
  /** Reads the same files with other values for parameters; once the outcome before is there. */
  readonly again: (parameters: ParameterTexts) => Promise<Result<Imported, ImportProblem>>
  /** What is wrong with values for parameters, by their keys. */
  readonly check: (texts: ParameterTexts) => Promise<ParameterTexts>
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
    parameters,
    tell,
  }: {
    readonly name: string
    readonly open: Document | null
    readonly parameters: ParameterTexts
    readonly tell: Tell
  },
): ImportJob {
  const worker = new Worker(new URL('./importer-entry.ts', import.meta.url), { type: 'module' })
  const ask = (request: ImportRequest) => {
    worker.postMessage(request)
  }
  const answer = <Type extends ImportReply['type']>(
    type: Type,
    isMeant: (reply: Extract<ImportReply, { readonly type: Type }>) => boolean = () => true,
  ) =>
    new Promise<Extract<ImportReply, { readonly type: Type }>>((resolve, reject) => {
      const settled = new AbortController()
      const { signal } = settled
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ImportReply>) => {
          if (data.type === 'failed') {
            settled.abort()
            reject(new Error(data.message))
          } else if (data.type === type) {
            const reply = data as Extract<ImportReply, { readonly type: Type }>
            if (!isMeant(reply)) return
            settled.abort()
            resolve(reply)
          }
        },
        { signal },
      )
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault()
          settled.abort()
          reject(new Error(event.message))
        },
        { signal },
      )
    })
  worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
    if (data.type === 'progress') tell(data.progress)
  })
  const outcome = answer('imported').then((reply) => reply.outcome)
  ask({ type: 'import', files, name, open, parameters })
  let calls = 0
  return {
    outcome,
    again: (given) => {
      const next = answer('imported').then((reply) => reply.outcome)
      ask({ type: 'again', parameters: given })
      return next
    },
    check: (texts) => {
      const call = (calls += 1)
      const checked = answer('checked', (reply) => reply.call === call)
      ask({ type: 'check', call, texts })
      return checked.then(({ problems }) => problems)
    },
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
