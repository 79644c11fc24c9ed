import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { takeEntry, takeOption } from './menu'

/** A file by its path, or one that was never on the disk. */
export type Chosen = string | { readonly name: string; readonly bytes: Buffer }

/** Designs and pictures on their way in and out of the page. */
export class Files {
  /** What is wrong with the file that was given last. */
  readonly problems: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.problems = page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
  }

  /** Opens a file through the browser's dialog, asked for by its key. */
  async open(chosen: Chosen): Promise<void> {
    await this.choose(chosen, () => this.page.keyboard.press('ControlOrMeta+O'))
  }

  /** The same from the start page, by its button. */
  async openFromStart(chosen: Chosen): Promise<void> {
    await this.choose(chosen, () => this.page.getByRole('button', { name: 'Open file' }).click())
  }

  /** Imports a file from the start page, by its button. */
  async importFromStart(chosen: Chosen): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Import from AWS' })
    await this.choose(chosen, () => button.click())
  }

  /** Imports a file while a design is open, by its menu. */
  async importInto(chosen: Chosen): Promise<void> {
    await this.choose(chosen, async () => {
      await this.page.getByRole('button', { name: 'More actions' }).click()
      await takeEntry(this.page, 'Import from AWS…')
    })
  }

  /** What an import would change in the open design. */
  review(name: string): Locator {
    return this.page.getByRole('dialog', { name: `Import ${name}` })
  }

  /** What templates are asked of before they are imported. */
  parameters(name: string): Locator {
    return this.page.getByRole('dialog', { name: `Parameters of ${name}` })
  }

  /** What an import says of itself. */
  report(name: string): Locator {
    return this.page.getByRole('dialog', { name: `${name} is imported` })
  }

  /** Waits for what an import says of itself, and closes it. */
  async closeReport(name: string): Promise<void> {
    await this.report(name).getByRole('button', { name: 'Look at it' }).click()
    await this.report(name).waitFor({ state: 'hidden' })
  }

  /** Drags a file of the disk onto the page, as the system's file manager does. */
  async drop(path: string): Promise<void> {
    const devTools = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devTools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    await devTools.detach()
  }

  /** The dialog that says why a file cannot be opened. */
  refusal(fileName: string): Locator {
    return this.page.getByRole('dialog', { name: `${fileName} cannot be opened` })
  }

  /** Exports the whole canvas, with the design in it. */
  async picture(format: 'PNG' | 'SVG'): Promise<Buffer> {
    await this.page.keyboard.press('ControlOrMeta+Shift+E')
    const dialog = this.page.getByRole('dialog', { name: 'Export a picture' })
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await takeOption(this.page, format)
    const downloading = this.page.waitForEvent('download')
    await dialog.getByRole('button', { name: `Download ${format}` }).click()
    return readFile(await (await downloading).path())
  }

  private async choose(chosen: Chosen, ask: () => Promise<void>): Promise<void> {
    const asking = this.page.waitForEvent('filechooser')
    await ask()
    const dialog = await asking
    await dialog.setFiles(
      typeof chosen === 'string'
        ? chosen
        : { name: chosen.name, mimeType: 'application/octet-stream', buffer: chosen.bytes },
    )
  }
}
