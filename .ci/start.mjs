// npm start: installs what is missing, builds, serves the built site and opens it.
import { spawn } from 'node:child_process'
import { installPackages, prepare, runScript } from './install.mjs'

prepare()
const failed = installPackages() || runScript('build')
if (failed) process.exit(failed)

const { preview } = await import('vite')
// a taken port makes it look for the next free one
const server = await preview({
  preview: { port: 4173, strictPort: false, host: 'localhost', open: false },
})
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0))
  })

const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/'
console.log(`\nCauseway is at ${address}  (Ctrl-C stops it)`)
if (!process.env.CI && !process.argv.includes('--no-open')) openInBrowser(address)

/**
 * Opens the page. A machine without a desktop has nothing to open it with; the address is printed
 * all the same.
 * @param {string} url
 */
function openInBrowser(url) {
  const { platform, env } = process
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, args] =
    platform === 'darwin'
      ? ['open', [url]]
      : platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
