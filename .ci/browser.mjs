// Which browser do the end-to-end tests drive? In order: a configured path, an installed Chrome or
// Chromium, Playwright's own; the last resort installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './install.mjs'

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']

/** Where installers put Chrome without putting it on the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform !== 'win32') return []
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
}

/** The path of Playwright’s own Chromium, installed or not. */
async function ownBrowser() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/**
 * Does this browser start? On Ubuntu `chromium-browser` may be a mere advice to install a snap, and
 * a bare container may lack libraries. On Windows asking for the version would open a window.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

/** The path somebody chose, or null. */
function configuredBrowser() {
  return process.env.CAUSEWAY_BROWSER || process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH || null
}

/** The path of a browser that starts, or null. A configured path is never overruled. */
export async function findBrowser() {
  const configured = configuredBrowser()
  if (configured) return starts(configured) ? configured : null
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const installed = [...onPath, ...usualPlaces()].find(starts)
  if (installed) return installed
  const own = await ownBrowser()
  return starts(own) ? own : null
}

/** Tries what can install a browser here, until one starts. */
async function installedNow() {
  const isRoot = process.getuid?.() === 0
  const isDebian = spawnSync('apt-get', ['--version']).status === 0
  run('npx', ['playwright', 'install', ...(isRoot && isDebian ? ['--with-deps'] : []), 'chromium'])
  const found = await findBrowser()
  if (found || !isRoot || !isDebian) return found
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  return findBrowser()
}

/** Makes sure that there is a browser and tells the steps that follow; returns an exit code. */
export async function provideBrowser() {
  const configured = configuredBrowser()
  let browser = await findBrowser()
  if (!browser && configured) {
    console.error(`The configured browser, ${configured}, does not exist or does not start.`)
    return 1
  }
  if (!browser) {
    console.log('No Chrome or Chromium that starts; installing one …')
    browser = await installedNow()
  }
  if (!browser) {
    console.error('No browser. Install Chrome or Chromium, or set CAUSEWAY_BROWSER to its path.')
    return 1
  }
  console.log(browser)
  process.env.CAUSEWAY_BROWSER = browser
  return 0
}
