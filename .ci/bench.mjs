// npm run bench: how fast the engine and the exports are, as ratios measured in one run.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { prepare } from './install.mjs'

prepare()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { build } = await import('vite')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/bench/entry.ts',
    outDir: 'dist-cli/bench',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.js' } },
  },
})
const { run } = await import(pathToFileURL(join(root, 'dist-cli/bench/bench.js')).href)
run()
