import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

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

  /** Takes the zip and opens it: texts by path. */
  async download(): Promise<Readonly<Record<string, string>>> {
    const downloading = this.page.waitForEvent('download')
    await this.root.getByRole('button', { name: /^Download \d+ files/ }).click()
    const download = await downloading
    const entries = Object.entries(unzipSync(await readFile(await download.path())))
    return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]))
  }
}
