import type { Locator, Page } from '@playwright/test'

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
}
