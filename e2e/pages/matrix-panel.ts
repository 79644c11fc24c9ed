import type { Locator, Page } from '@playwright/test'
import { takeOption } from './menu'

/** Every pair at once. */
export class MatrixPanel {
  readonly changes: Locator
  readonly changedPairs: Locator
  readonly verdict: Locator
  private readonly panel: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('tabpanel', { name: 'Matrix' })
    this.changes = this.panel.getByRole('region', { name: 'What changed' })
    this.changedPairs = this.panel.getByRole('list', { name: 'Changed pairs' }).getByRole('button')
    this.verdict = this.panel.getByRole('region', { name: 'Verdict' })
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Matrix' }).click()
  }

  /** The cell of a pair, which says its verdict. */
  cell(from: string, to: string): Locator {
    return this.panel.getByRole('table').getByRole('button', { name: `${from} to ${to}: ` })
  }

  /** Opens or closes a group by the head of its row. */
  async toggle(group: string): Promise<void> {
    await this.panel.getByRole('rowheader', { name: group }).getByRole('button').click()
  }

  async filter(words: string): Promise<void> {
    await this.panel.getByRole('searchbox', { name: 'Filter by name or block' }).fill(words)
  }

  async groupBy(grouping: 'By VPC' | 'By account' | 'By route table'): Promise<void> {
    await this.panel.getByRole('combobox', { name: 'Grouped' }).click()
    await takeOption(this.page, grouping)
  }

  /** The heads of the rows. */
  get heads(): Locator {
    return this.panel.getByRole('rowheader')
  }

  /** Compares the design with one in a file. */
  async compareWith(path: string): Promise<void> {
    const asking = this.page.waitForEvent('filechooser')
    await this.changes.getByRole('button', { name: 'Compare with a file…' }).click()
    await (await asking).setFiles(path)
  }
}
