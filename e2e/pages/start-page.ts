import type { Locator, Page } from '@playwright/test'

/** Where a visit begins. */
export class StartPage {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('./')
  }

  exampleCard(title: string): Locator {
    return this.page.getByRole('button', { name: title })
  }

  async blank(): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: 'Blank design' }).click()
  }

  async example(title: string): Promise<void> {
    await this.open()
    await this.exampleCard(title).click()
  }
}
