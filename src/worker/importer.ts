import type { Result } from '../base/result'
import type { ImportedDesign, ImportProblem, InputFile } from '../import/import'

type Outcome = Result<ImportedDesign, ImportProblem>

/** Makes a design of files in a worker of its own, so that the page stays alive meanwhile. */
export function importInWorker(files: readonly InputFile[], name: string): Promise<Outcome> {
  const worker = new Worker(new URL('./importer-entry.ts', import.meta.url), { type: 'module' })
  return new Promise<Outcome>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome>) => {
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(new Error(event.message))
    })
    worker.postMessage(
      { files, name },
      files.map(({ bytes }) => bytes.buffer),
    )
  }).finally(() => {
    worker.terminate()
  })
}
