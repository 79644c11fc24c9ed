import type { Locator, Page } from '@playwright/test'

/** More stops than any page has: after so many a key goes round in circles. */
const mostStops = 200

/** A user without a mouse: keys only, and what has the focus. */
export class Keyboard {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Walks to something with Tab, or backwards with Shift+Tab. */
  async walkTo(it: Locator, key: 'Tab' | 'Shift+Tab' | '.' = 'Tab'): Promise<void> {
    await it.waitFor()
    for (let stops = 0; stops < mostStops; stops++) {
      if (await it.evaluate((element) => element === document.activeElement)) return
      await this.press(key)
    }
    throw new Error(`${it.toString()} is out of reach of ${key}`)
  }

  /** Walks over the canvas to something, in reading order, from its beginning. */
  async walkOverCanvasTo(it: Locator): Promise<void> {
    await it.waitFor()
    const stop = this.page.getByRole('application', { name: 'Drawing' }).locator(':focus')
    for (let stops = 0; stops < mostStops && (await stop.count()) === 0; stops++)
      await this.press('Tab')
    await this.press('Home')
    await this.walkTo(it, '.')
  }

  /** What has the focus. */
  get focused(): Locator {
    return this.page.locator(':focus')
  }

  /** Walks to something and presses it. */
  async use(it: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.walkTo(it, key)
    await this.press('Enter')
  }

  /** Runs an action by its name, from the command palette. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+KeyK')
    await this.search(this.page.getByRole('combobox', { name: 'Search for a command' }), name)
  }

  /** Finds something on the canvas by its name and opens its properties. */
  async find(name: string): Promise<void> {
    await this.command('Find on the canvas')
    await this.search(this.page.getByRole('combobox', { name: /^Find by name/ }), name)
  }

  /** Types into a list with a search line and takes the first, once it is the one that was meant. */
  private async search(line: Locator, name: string): Promise<void> {
    await line.and(this.page.locator(':focus')).waitFor()
    await this.type(name)
    const first = this.page.getByRole('option').first()
    await first.and(this.page.getByRole('option', { name })).waitFor()
    await this.press('Enter')
    await line.waitFor({ state: 'hidden' })
  }
}
