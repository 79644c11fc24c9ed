// A build plugin that says how much JavaScript the first page load takes, and fails above a limit.
import { gzipSync } from 'node:zlib'

const limit = 250 * 1024

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

/** @returns {import('vite').Plugin} */
export function firstLoadBudget() {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const entries = Object.values(bundle).filter((it) => it.type === 'chunk' && it.isEntry)
        const loaded = new Set()
        const load = (name) => {
          const chunk = bundle[name]
          if (loaded.has(name) || chunk?.type !== 'chunk') return
          loaded.add(name)
          for (const next of chunk.imports) load(next)
        }
        for (const entry of entries) load(entry.fileName)
        const sizes = [...loaded].map((name) => gzipSync(bundle[name].code).length)
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const words = `First load: ${kilobytes(total)} gzip of JavaScript in ${loaded.size} files (limit ${kilobytes(limit)})`
        if (total > limit) this.error(words)
        else this.info(words)
      },
    },
  }
}
