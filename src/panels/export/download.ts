import type { ExportedFile } from '../../export/report'

/** Gives one file as it is, or several as one zip, to the browser's downloads. */
export async function download(
  files: readonly Pick<ExportedFile, 'path' | 'text'>[],
  name: string,
): Promise<void> {
  const [only, ...others] = files
  if (!only) return
  if (others.length === 0) {
    const fileName = only.path.split('/').at(-1) ?? only.path
    hand(new Blob([only.text], { type: 'text/plain' }), fileName)
    return
  }
  const { zipOf } = await import('../../export/zip')
  const bytes = new Uint8Array(zipOf(files))
  hand(new Blob([bytes], { type: 'application/zip' }), `${safe(name)}.zip`)
}

/** A file name that every system takes. */
function safe(name: string): string {
  const parts = name.normalize('NFC').match(/[\p{L}\p{N}_-]+/gu)
  return parts?.join('-').slice(0, 80) ?? 'design'
}

function hand(blob: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // the download has its own hold on the data once it has begun
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 60_000)
}
