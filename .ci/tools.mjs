// npm run tools: every document of the exports through Terraform, cfn-lint and an emulated AWS, where
// those tools stand beside the repository. Takes some minutes; npm test judges S1 alone.
import { prepare, run } from './install.mjs'

prepare()
process.env.CAUSEWAY_TOOLS = 'all'
process.exit(
  run('npx', ['vitest', 'run', 'src/export/iac-check.test.ts', ...process.argv.slice(2)]),
)
