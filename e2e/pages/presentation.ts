import type { Locator, Page } from '@playwright/test'

/** The lit path, hop by hop over the whole screen. */
export class Presentation {
  readonly root: Locator
  /** What decides at the hop that is shown, or the verdict before the first. */
  readonly caption: Locator
  readonly position: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('region', { name: 'Presentation' })
    this.caption = this.root.getByRole('paragraph')
    this.position = this.root.getByLabel('Position')
  }

  async start(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Present' }).click()
    await this.root.waitFor()
  }

  async forth(): Promise<void> {
    await this.page.keyboard.press('ArrowRight')
  }

  async back(): Promise<void> {
    await this.page.keyboard.press('ArrowLeft')
  }

  async leave(): Promise<void> {
    await this.page.keyboard.press('Escape')
  }
}
