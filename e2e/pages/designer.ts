import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { Canvas } from './canvas'
import { ExportPanel } from './export-panel'
import { Inspector } from './inspector'
import { Keyboard } from './keyboard'
import { MatrixPanel } from './matrix-panel'
import { takeEntry } from './menu'
import { PathPanel } from './path-panel'
import { StartPage } from './start-page'

/** The whole page as its user sees it: rooms, and what is done across them. */
export class Designer {
  readonly start: StartPage
  readonly canvas: Canvas
  readonly inspector: Inspector
  readonly path: PathPanel
  readonly matrix: MatrixPanel
  readonly exporting: ExportPanel
  readonly keyboard: Keyboard
  readonly undo: Locator
  readonly redo: Locator
  readonly savedState: Locator
  private readonly bar: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.start = new StartPage(page)
    this.canvas = new Canvas(page)
    this.inspector = new Inspector(page)
    this.path = new PathPanel(page)
    this.matrix = new MatrixPanel(page)
    this.exporting = new ExportPanel(page)
    this.keyboard = new Keyboard(page)
    this.bar = page.getByRole('banner')
    this.undo = this.bar.getByRole('button', { name: /^Undo/ })
    this.redo = this.bar.getByRole('button', { name: /^Redo/ })
    this.savedState = this.bar.getByText('Saved', { exact: true })
  }

  /** Opens the properties of a route table, a security group or a link. */
  async inspect(label: string, within?: string): Promise<void> {
    await this.canvas.button(label, within).dblclick()
  }

  /** One of the ends that the dialog offers for a link. */
  linkEnd(vpc: string): Locator {
    return this.page.getByRole('alertdialog').getByRole('button', { name: vpc })
  }

  async addAccount(name: string, id: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Design', exact: true }).click()
    const panel = this.page.getByRole('tabpanel', { name: 'Design' })
    await panel.getByRole('button', { name: 'Add account' }).click()
    await panel.getByLabel('Name of the new account').fill(name)
    await panel.getByLabel('ID of the new account').fill(id)
    await panel.getByRole('button', { name: 'Save account' }).click()
  }

  /** Presses a button of the bar until it has no more to give; returns how often. */
  async exhaust(button: Locator): Promise<number> {
    // the pointer rests on the button and only clicks
    await button.hover()
    for (let times = 0; ; times++) {
      if (await button.isDisabled()) return times
      await this.page.mouse.down()
      await this.page.mouse.up()
    }
  }

  /** The design as the file that its user saves. */
  async savedFile(): Promise<string> {
    await this.bar.getByRole('button', { name: 'More actions' }).click()
    const downloading = this.page.waitForEvent('download')
    await takeEntry(this.page, 'Save to a file')
    const download = await downloading
    return readFile(await download.path(), 'utf8')
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }
}
