// A build plugin: how much JavaScript loads before the start page, and before a design, can be used?
// Fails where the start page takes more than its limit.
import { gzipSync } from 'node:zlib'

const limitBytes = 250 * 1024

/** @param {number} bytes */
const inWords = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

/** @param {string | Uint8Array} source */
const gzipped = (source) => gzipSync(source).length

/** @param {readonly import('vite').Rollup.OutputChunk[]} chunks */
const weigh = (chunks) => chunks.reduce((sum, { code }) => sum + gzipped(code), 0)

/**
 * The files that these bring along: themselves and all they import statically. What they import on
 * demand does not count.
 * @param {import('vite').Rollup.OutputBundle} bundle
 * @param {readonly import('vite').Rollup.OutputChunk[]} entries
 */
function loadedWith(bundle, entries) {
  /** @type {Set<import('vite').Rollup.OutputChunk>} */
  const loaded = new Set()
  /** @param {import('vite').Rollup.OutputAsset | import('vite').Rollup.OutputChunk | undefined} chunk */
  const load = (chunk) => {
    if (chunk?.type !== 'chunk' || loaded.has(chunk)) return
    loaded.add(chunk)
    for (const name of chunk.imports) load(bundle[name])
  }
  entries.forEach(load)
  return [...loaded]
}

/** The module of the designer, which the page imports when a design is opened. */
const designerModule = '/src/app/shell/Shell.tsx'

/**
 * Weighs what the start page loads, and what a design that is opened at once loads: canvas, palette
 * and the panel that is open at first.
 * @returns {import('vite').Plugin}
 */
export function firstLoadBudget() {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        // workers are built apart and arrive here as assets
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.js'))
            this.info(`worker ${file.fileName}: ${inWords(gzipped(file.source))} gzip`)
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const entries = chunks.filter((chunk) => chunk.isEntry)
        const designer = chunks.filter((chunk) => chunk.facadeModuleId?.endsWith(designerModule))
        if (designer.length === 0) this.error(`${designerModule} is no longer loaded on demand`)
        const start = loadedWith(bundle, entries)
        const opened = loadedWith(bundle, [...entries, ...designer])
        const later = chunks.filter((chunk) => !opened.includes(chunk))
        this.info(`on demand: ${inWords(weigh(later))} gzip in ${later.length} files`)
        this.info(
          `first load of an opened design: ${inWords(weigh(opened))} gzip of JavaScript in ${opened.length} files`,
        )
        const words = `first load of the start page: ${inWords(weigh(start))} gzip of JavaScript in ${start.length} files, limit ${inWords(limitBytes)}`
        if (weigh(start) > limitBytes) this.error(words)
        else this.info(words)
      },
    },
  }
}
