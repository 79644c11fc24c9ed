// npm start: installs what is missing, builds, serves the built site and opens it.
import { spawn } from 'node:child_process'
import { checkNode, installPackages, run } from './install.mjs'

checkNode()
const installed = installPackages()
if (installed !== 0) process.exit(installed)
const built = run('npm', ['run', '--silent', 'build'])
if (built !== 0) process.exit(built)

const { preview } = await import('vite')
const quiet = process.env.CI || process.argv.includes('--no-open')
const server = await preview({ preview: { port: 4173, host: 'localhost' } })
const [address] = server.resolvedUrls?.local ?? []
console.log(`\nCauseway is at ${address}  (Ctrl-C stops it)`)
if (!quiet) openInBrowser(address)

function openInBrowser(url) {
  const [command, args] = {
    darwin: ['open', [url]],
    win32: ['cmd', ['/c', 'start', '', url]],
  }[process.platform] ?? ['xdg-open', [url]]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  // a machine without a desktop has no browser to open; the address is printed all the same
  opener.on('error', () => {})
  opener.unref()
}
