// Installs what is missing before anything else runs. Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const oldestNode = [20, 19, 0]
const stamp = 'node_modules/.causeway-lock'

/** Stops with a clear word when this Node is too old to run what follows. */
export function checkNode() {
  const version = process.versions.node.split('.').map(Number)
  const differing = oldestNode.findIndex((part, index) => part !== version[index])
  if (differing === -1 || version[differing] > oldestNode[differing]) return
  console.error(`Causeway needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`)
  process.exit(1)
}

/** Runs a command with its output in sight and returns its exit code. */
export function run(command, args, options = {}) {
  // npm and npx are batch files on Windows, which only a shell starts
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell, ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/** Installs the packages of the lock file, unless they are what is there already. */
export function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0
  console.log('Installing packages …')
  const code = run('npm', ['ci', '--no-audit', '--no-fund'])
  if (code === 0) writeFileSync(stamp, lock)
  return code
}
