import type { Page } from '@playwright/test'

/** Where a visit begins. */
export class StartPage {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async blank(): Promise<void> {
    await this.page.goto('./')
    await this.page.getByRole('button', { name: 'Blank design' }).click()
  }

  async example(title: string): Promise<void> {
    await this.page.goto('./')
    await this.page.getByRole('button', { name: title }).click()
  }
}
