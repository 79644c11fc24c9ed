import { importFiles, type InputFile } from '../import/import'

/** Makes a design of files off the page's own thread. */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly files: readonly InputFile[]; readonly name: string }>) => {
    self.postMessage(importFiles(data.files, { name: data.name }))
  },
)
