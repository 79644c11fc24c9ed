// npm run tools: every document of the exports through Terraform, cfn-lint and an emulated AWS, where
// those tools stand beside the repository. Takes some minutes; npm test judges S1 alone. Arguments go
// to vitest: `npm run tools -- -t S4`.
import { existsSync } from 'node:fs'
import { prepare, run } from './install.mjs'

prepare()
process.env.CAUSEWAY_TOOLS = 'all'
const files = [
  'export/iac-check',
  'export/strings',
  'export/failing-designs',
  'export/variants',
  'cli/round-trip',
]
const setup = '../shared/iac-check/bin/setup'
// the tools fetch what they need on first use; several at once would do so in each other's way
if (existsSync(setup)) run(setup, [])
process.exit(
  run('npx', [
    'vitest',
    'run',
    ...files.map((name) => `src/${name}.test.ts`),
    ...process.argv.slice(2),
  ]),
)
