// npm run explore: the property tests from a fresh random start, many runs of each. Arguments name
// the files or folders to explore; CAUSEWAY_SEED and CAUSEWAY_RUNS repeat what a run printed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, run } from './install.mjs'

prepare()
const seed = process.env.CAUSEWAY_SEED ?? String(Math.floor(Math.random() * 2 ** 31))
const runs = process.env.CAUSEWAY_RUNS ?? '2000'
const asked = process.argv.slice(2).map((path) => path.replaceAll('\\', '/'))

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => asked.length === 0 || asked.some((it) => path.includes(it)))
  .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"))

if (files.length === 0) {
  console.error('No property tests there.')
  process.exit(1)
}
const again = `CAUSEWAY_SEED=${seed} CAUSEWAY_RUNS=${runs} npm run explore`
console.log(`Seed ${seed}, ${runs} runs of each property in ${files.length} files.`)
process.env.CAUSEWAY_SEED = seed
process.env.CAUSEWAY_RUNS = runs
const code = run('npx', ['vitest', 'run', '--testTimeout=0', ...files])
console.log(`The same again: ${[again, ...asked].join(asked.length > 0 ? ' -- ' : ' ')}`)
process.exit(code)
