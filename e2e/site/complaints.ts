import type { Page } from '@playwright/test'

/** What a page must never do, each a line that says what happened. */
export interface Complaints {
  /** Errors in the console, of the page or of its policy, and errors nobody caught. */
  readonly errors: string[]
  /** Requests to another origin than the page's own. */
  readonly strangers: string[]
  /** Requests that the host could not answer. */
  readonly missing: string[]
}

/** Listens from before the first load. `blob:` and `data:` never leave the browser. */
export function complaintsOf(page: Page): Complaints {
  const complaints: Complaints = { errors: [], strangers: [], missing: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text())
  })
  page.on('pageerror', (error) => complaints.errors.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol === 'blob:' || protocol === 'data:') return
    const own = page.url() === 'about:blank' ? origin : new URL(page.url()).origin
    if (origin !== own) complaints.strangers.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.missing.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}
