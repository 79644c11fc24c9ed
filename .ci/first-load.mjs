// A build plugin: how much JavaScript does the first page load take? Fails above a limit.
import { gzipSync } from 'node:zlib'

const limitBytes = 250 * 1024

/** @param {number} bytes */
const inWords = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

/** @param {string | Uint8Array} source */
const gzipped = (source) => gzipSync(source).length

/** @param {readonly import('vite').Rollup.OutputChunk[]} chunks */
const weigh = (chunks) => chunks.reduce((sum, { code }) => sum + gzipped(code), 0)

/**
 * The files that a page loads before it can run: the entries and all they import statically.
 * What they import on demand does not count.
 * @param {import('vite').Rollup.OutputBundle} bundle
 */
export function firstLoadOf(bundle) {
  /** @type {Set<import('vite').Rollup.OutputChunk>} */
  const loaded = new Set()
  /** @param {string} name */
  const load = (name) => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || loaded.has(chunk)) return
    loaded.add(chunk)
    chunk.imports.forEach(load)
  }
  for (const [name, chunk] of Object.entries(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry) load(name)
  return [...loaded]
}

/** @returns {import('vite').Plugin} */
export function firstLoadBudget() {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = firstLoadOf(bundle)
        // workers are built apart and arrive here as assets
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.js'))
            this.info(`worker ${file.fileName}: ${inWords(gzipped(file.source))} gzip`)
        const total = weigh(chunks)
        const later = Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .filter((chunk) => !chunks.includes(chunk))
        this.info(`on demand: ${inWords(weigh(later))} gzip in ${later.length} files`)
        const words = `first load: ${inWords(total)} gzip of JavaScript in ${chunks.length} files, limit ${inWords(limitBytes)}`
        if (total > limitBytes) this.error(words)
        else this.info(words)
      },
    },
  }
}
