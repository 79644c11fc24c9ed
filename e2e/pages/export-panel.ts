import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { takeOption } from './menu'

/** The design as code. */
export class ExportPanel {
  readonly root: Locator
  readonly files: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('tabpanel', { name: 'Export' })
    this.files = this.root.getByRole('tree', { name: 'Files' }).getByRole('treeitem')
  }

  async show(language: 'Terraform' | 'CloudFormation' | 'Review'): Promise<void> {
    await this.page.getByRole('tab', { name: 'Export' }).click()
    await this.root.getByRole('tab', { name: language }).click()
  }

  /** The code that is shown; its label is the path of its file. */
  code(path: string): Locator {
    return this.root.getByRole('region', { name: path })
  }

  file(path: string): Locator {
    return this.files.filter({ hasText: path })
  }

  /** Chooses how the design is written. */
  async option(name: string, value: string): Promise<void> {
    await this.root.getByText('Options', { exact: true }).click()
    await this.root.getByRole('combobox', { name }).click()
    await takeOption(this.page, value)
  }

  /** Searches all files and goes to the first place. */
  async find(text: string): Promise<void> {
    await this.root.getByRole('searchbox').fill(text)
    await this.root.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
  }

  /** Takes the zip and opens it: texts by path. */
  async download(): Promise<Readonly<Record<string, string>>> {
    const downloading = this.page.waitForEvent('download')
    await this.root.getByRole('button', { name: /^Download \d+ files/ }).click()
    const download = await downloading
    const entries = Object.entries(unzipSync(await readFile(await download.path())))
    return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]))
  }
}
