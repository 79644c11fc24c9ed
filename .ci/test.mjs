// npm test: installs what is missing, then runs every check by name and stops at the first failure.
import { checkNode, installPackages, run } from './install.mjs'

checkNode()

/** @type {[name: string, step: () => number | Promise<number>][]} */
const steps = [
  ['Install packages', () => installPackages()],
  [
    'Find or install a browser',
    async () => {
      const { installBrowser } = await import('./browser.mjs')
      return installBrowser()
    },
  ],
  ['Format', () => run('npm', ['run', '--silent', 'format:check'])],
  ['Types', () => run('npm', ['run', '--silent', 'types'])],
  ['Lint', () => run('npm', ['run', '--silent', 'lint'])],
  ['Unit and property tests', () => run('npm', ['run', '--silent', 'unit'])],
  ['Build', () => run('npm', ['run', '--silent', 'build'])],
  ['End-to-end tests', () => run('npm', ['run', '--silent', 'e2e'])],
]

const done = []
let failed = null
for (const [name, step] of steps) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const code = await step()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  done.push(`${code === 0 ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`)
  if (code !== 0) {
    failed = name
    break
  }
}

console.log(`\n${done.join('\n')}`)
const skipped = steps.length - done.length
console.log(
  `\nsteps: ${done.length - (failed ? 1 : 0)} passed, ${failed ? 1 : 0} failed${skipped ? `, ${skipped} skipped` : ''}`,
)
process.exit(failed ? 1 : 0)
