import type { Document } from '../model/document'

/** Lays out a design in a worker of its own, so that the page stays alive meanwhile. */
export function arrangeInWorker(document: Document): Promise<Document['layout']> {
  const worker = new Worker(new URL('./arranger-entry.ts', import.meta.url), { type: 'module' })
  return new Promise<Document['layout']>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Document['layout']>) => {
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(new Error(event.message))
    })
    worker.postMessage(document)
  }).finally(() => {
    worker.terminate()
  })
}
