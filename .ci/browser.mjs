// Which browser do the end-to-end tests drive? In order: a configured path, an installed Chrome or
// Chromium, Playwright's own; the last resort installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './install.mjs'

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
}

/** The path of a browser to start, or null where Playwright shall use its own. */
export function installedBrowser() {
  const configured = process.env.CAUSEWAY_BROWSER
  if (configured) return configured
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return (
    [...onPath, ...(usualPlaces[process.platform] ?? [])].find((path) => existsSync(path)) ?? null
  )
}

async function playwrightHasOne() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

/** Makes sure that there is a browser; returns an exit code. */
export async function installBrowser() {
  const configured = process.env.CAUSEWAY_BROWSER
  if (configured && !existsSync(configured)) {
    console.error(`CAUSEWAY_BROWSER names ${configured}, which does not exist.`)
    return 1
  }
  if (installedBrowser() || (await playwrightHasOne())) return 0
  console.log('No Chrome or Chromium found; installing one …')
  if (run('npx', ['playwright', 'install', 'chromium']) === 0) return 0
  const isDebian = spawnSync('apt-get', ['--version']).status === 0
  if (isDebian && process.getuid?.() === 0) {
    run('apt-get', ['update'])
    if (run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']) === 0) return 0
  }
  console.error(
    'No browser for the end-to-end tests. Install Chrome or Chromium, or set CAUSEWAY_BROWSER to one.',
  )
  return 1
}
