// Puts an entry of the sources together for Node: the command line, the benchmark, the JSON Schemas.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @param {string} entry below the root
 * @param {string} made where to, below the root: `dist-cli/causeway.js`
 * @returns {Promise<string>} the address to import it by
 */
export async function bundle(entry, made) {
  const { build } = await import('vite')
  const [name = '', ...folders] = made.split('/').toReversed()
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folders.toReversed().join('/'),
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name } },
    },
  })
  return pathToFileURL(join(root, made)).href
}
