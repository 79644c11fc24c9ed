// npm test: installs what is missing, then runs every check by name and stops at the first failure.
import { installPackages, prepare, runScript } from './install.mjs'

/** @type {readonly [name: string, step: () => number | Promise<number>][]} */
const steps = [
  ['Install packages', installPackages],
  // only now are there packages to look for Playwright's own browser with
  ['Find or install a browser', async () => (await import('./browser.mjs')).provideBrowser()],
  ['Format', () => runScript('format:check')],
  ['Types', () => runScript('types')],
  ['Lint', () => runScript('lint')],
  ['Unit and property tests', () => runScript('unit')],
  ['Build', () => runScript('build')],
  ['End-to-end tests', () => runScript('e2e')],
]

prepare()
const lines = []
let failed = 0
for (const [name, step] of steps) {
  if (failed > 0) {
    lines.push(`not run            ${name}`)
    continue
  }
  console.log(`\n== ${name}`)
  const start = performance.now()
  const code = await step()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (code !== 0) failed += 1
  lines.push(`${code === 0 ? 'passed' : 'FAILED '}  ${seconds.padStart(6)} s  ${name}`)
}

const notRun = lines.filter((line) => line.startsWith('not run')).length
const passed = steps.length - failed - notRun
console.log(`\n${lines.join('\n')}\n`)
console.log(
  `Steps: ${passed} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ''}; ${(performance.now() / 1000).toFixed(0)} s`,
)
process.exit(failed)
