// Installs what is missing before anything else runs. Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const oldestNode = [20, 19, 0]
const stamp = 'node_modules/.causeway-lock'

/** Goes to the repository's root and stops with a clear word when this Node is too old. */
export function prepare() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const version = process.versions.node.split('.').map(Number)
  const differing = oldestNode.findIndex((part, index) => part !== version[index])
  if (differing === -1 || (version[differing] ?? 0) > (oldestNode[differing] ?? 0)) return
  console.error(`Causeway needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`)
  process.exit(1)
}

/**
 * Runs a command with its output in sight and returns its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
  // npm and npx are batch files on Windows, which only a shell starts
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/**
 * Runs one of the package's scripts.
 * @param {string} name
 */
export function runScript(name) {
  return run('npm', ['run', '--silent', name])
}

/** Installs the packages of the lock file, unless they are what is there already. */
export function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0
  console.log('Installing packages …')
  // NODE_ENV=production would leave out the tools that build and test
  const code = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code === 0) writeFileSync(stamp, lock)
  return code
}
