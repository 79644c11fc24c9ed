import type { Locator, Page } from '@playwright/test'
import { takeEntry } from './menu'

/** The designs that this browser keeps, as the start page lists them. */
export class Library {
  readonly designs: Locator
  private readonly root: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('region', { name: 'Your designs' })
    this.designs = this.root.getByRole('link')
  }

  async show(): Promise<void> {
    await this.page.goto('./')
  }

  /** The names, newest first. */
  names(): Locator {
    return this.designs.getByRole('strong')
  }

  async open(name: string): Promise<void> {
    await this.card(name).click()
  }

  async rename(name: string, to: string): Promise<void> {
    await this.choose(name, 'Rename…')
    const dialog = this.page.getByRole('dialog', { name: 'Rename design' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(to)
    await dialog.getByRole('button', { name: 'Rename' }).click()
  }

  async duplicate(name: string): Promise<void> {
    await this.choose(name, 'Duplicate')
  }

  async delete(name: string): Promise<void> {
    await this.choose(name, 'Delete…')
    const dialog = this.page.getByRole('alertdialog', { name: `Delete ${name}?` })
    await dialog.getByRole('button', { name: 'Delete' }).click()
  }

  /** Takes the last deletion back. */
  async undoDelete(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
  }

  private card(name: string): Locator {
    return this.designs.filter({ has: this.page.getByText(name, { exact: true }) })
  }

  private async choose(name: string, entry: string): Promise<void> {
    await this.root.getByRole('button', { name: `More for ${name}`, exact: true }).click()
    await takeEntry(this.page, entry)
  }
}
