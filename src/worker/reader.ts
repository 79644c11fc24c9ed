import type { Result } from '../base/result'
import type { Document } from '../model/document'
import type { Problem } from '../model/problem'

/** Parses a large file in a worker of its own, so that the page stays alive meanwhile. */
export function parseInWorker(text: string): Promise<Result<Document, Problem>> {
  const worker = new Worker(new URL('./reader-entry.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<Document, Problem>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Document, Problem>>) => {
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(new Error(event.message))
    })
    worker.postMessage(text)
  }).finally(() => {
    worker.terminate()
  })
}
