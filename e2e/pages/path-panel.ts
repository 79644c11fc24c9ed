import type { Locator, Page } from '@playwright/test'
import { takeOption } from './menu'

/** Can this reach that, which way, and why not? */
export class PathPanel {
  readonly root: Locator
  readonly verdict: Locator
  /** Each pair of interfaces with its own verdict, where the way splits. */
  readonly branches: Locator
  readonly repairs: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('tabpanel', { name: 'Path' })
    this.verdict = this.root.getByRole('region', { name: 'Verdict' })
    this.branches = this.root.getByRole('region', { name: /^Branches \d/ }).getByRole('listitem')
    this.repairs = this.root.getByRole('list', { name: 'Ways to make it pass' })
  }

  /** Brings the path into sight. */
  async zoomTo(): Promise<void> {
    await this.root.getByRole('button', { name: 'Zoom to the path' }).click()
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Path' }).click()
  }

  /** Picks an end by the beginning of its name, or types an address. */
  async end(which: 'Source' | 'Destination', text: string): Promise<void> {
    await this.root.getByRole('combobox', { name: which }).fill(text)
    await takeOption(this.page, text)
  }

  async port(port: number): Promise<void> {
    const box = this.root.getByRole('textbox', { name: 'Destination port' })
    await box.fill(String(port))
    await box.press('Enter')
  }

  repair(label: string): Locator {
    return this.repairs.getByRole('button', { name: label })
  }

  async mend(label: string): Promise<void> {
    await this.repair(label).click()
  }

  /** A hop by the name and the term of its component. */
  hop(leg: 'Request' | 'Reply', component: string): Locator {
    return this.hops(leg).getByRole('button', { name: component, exact: true })
  }

  /** The hops of one direction. */
  hops(leg: 'Request' | 'Reply'): Locator {
    return this.root.getByRole('region', { name: new RegExp(`^${leg} \\d`) }).getByRole('listitem')
  }
}
