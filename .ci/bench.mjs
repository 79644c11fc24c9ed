// npm run bench: how fast the engine and the exports are, as ratios measured in one run.
import { bundle } from './bundle.mjs'
import { prepare } from './install.mjs'

prepare()
const { run } = await import(await bundle('src/cli/bench/entry.ts', 'dist-cli/bench/bench.js'))
run()
