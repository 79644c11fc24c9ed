import type { Id } from '../kinds/resource'
import type { Drawn } from '../model/arranged-anew'
import type { Document } from '../model/document'

export interface ArrangeRequest {
  readonly document: Document
  /** Only these, among themselves; the whole design where there are none. */
  readonly only: readonly Id[]
}

export type ArrangeReply =
  | { readonly type: 'arranged'; readonly drawn: Drawn }
  | { readonly type: 'failed'; readonly message: string }

/**
 * Arranges a design in a worker of its own, so that the page stays alive meanwhile. Null where it was
 * stopped before it was done.
 */
export function arrangeInWorker(request: ArrangeRequest, stop: AbortSignal): Promise<Drawn | null> {
  if (stop.aborted) return Promise.resolve(null)
  const worker = new Worker(new URL('./arranger-entry.ts', import.meta.url), { type: 'module' })
  return new Promise<Drawn | null>((resolve, reject) => {
    stop.addEventListener('abort', () => {
      resolve(null)
    })
    worker.addEventListener('message', ({ data }: MessageEvent<ArrangeReply>) => {
      if (data.type === 'arranged') resolve(data.drawn)
      else reject(new Error(data.message))
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(new Error(event.message))
    })
    worker.postMessage(request)
  }).finally(() => {
    worker.terminate()
  })
}
