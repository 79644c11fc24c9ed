import { defineConfig } from '@playwright/test'
import { findBrowser } from '../.ci/browser.mjs'
import { freePort } from './site/free-port'

// Every worker process reads this file again and inherits the environment: look once, decide once
process.env['CAUSEWAY_BROWSER'] ??= (await findBrowser()) ?? ''
process.env['CAUSEWAY_E2E_PORT'] ??= String(await freePort())
const executablePath = process.env['CAUSEWAY_BROWSER']
const port = process.env['CAUSEWAY_E2E_PORT']
const address = `http://localhost:${port}/`

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // generous: a slow or busy machine is no failure
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        // Chromium's sandbox cannot start as root, as in most containers
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort --host localhost`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
})
