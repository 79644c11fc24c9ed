import type { Locator, Page } from '@playwright/test'

/** Does this tab edit the design, or follow one that does? */
export class TabNotice {
  /** Only where the design may be edited. */
  readonly palette: Locator
  readonly editHere: Locator

  constructor(page: Page) {
    this.palette = page.getByRole('navigation', { name: 'Palette' })
    this.editHere = page.getByRole('button', { name: 'Edit here' })
  }
}
