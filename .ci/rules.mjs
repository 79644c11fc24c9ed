// npm run rules: writes the page of all rules of AWS networking and the tests that cite each, to
// rules.md or the file that is named.
import { prepare, run } from './install.mjs'

prepare()
process.env.CAUSEWAY_RULES_PAGE = process.argv[2] ?? 'rules.md'
const code = run('npx', ['vitest', 'run', 'src/engine/rule-coverage.test.ts'])
if (code === 0) console.log(`Written: ${process.env.CAUSEWAY_RULES_PAGE}`)
process.exit(code)
