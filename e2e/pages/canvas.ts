import { expect, type Locator, type Page } from '@playwright/test'
import { takeEntry } from './menu'
import { startsWith } from './names'

/** A place within a box: 0, 0 is its upper left corner, 1, 1 its lower right one. */
export type Spot = readonly [across: number, down: number]

const middle: Spot = [0.5, 0.5]

/** Steps of a drag, as a hand makes them: the page sees the pointer on its way. */
const steps = 6

/** What lies on the canvas, and what the mouse does there. */
export class Canvas {
  readonly root: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('main', { name: 'Canvas' })
  }

  /** What is drawn with this kind and name, such as `VPC VPC A` or `workload Service A`. */
  resource(label: string): Locator {
    return this.root.getByRole('group', { name: startsWith(label) })
  }

  /** A link, or a route table or security group of a VPC: what is drawn as a button. */
  button(label: string, within?: string): Locator {
    const place = within === undefined ? this.root : this.resource(within)
    return place.getByRole('button', { name: startsWith(label) })
  }

  /** The handle of a VPC from which a peering connection is drawn. */
  peerButton(vpc: string): Locator {
    return this.root.getByRole('button', { name: `Peer ${vpc} with another VPC` })
  }

  /** What a screen reader is told, and the notice shows. */
  said(words: string): Locator {
    return this.page.getByRole('status').filter({ hasText: words })
  }

  /** The block that is marked as colliding on this VPC. */
  collision(label: string): Locator {
    return this.resource(label).getByRole('strong')
  }

  async zoomOut(times: number): Promise<void> {
    for (let i = 0; i < times; i++)
      await this.root.getByRole('button', { name: 'Zoom out' }).click()
  }

  async fit(): Promise<void> {
    await this.root.getByRole('button', { name: 'Zoom to fit' }).click()
  }

  /**
   * Drags from the palette to a spot of the canvas, or of something that lies on it, until what was
   * dropped is there and selected: whoever types sooner types into what was selected before.
   */
  async drop(offer: string, onto: string | null, spot: Spot = middle): Promise<void> {
    const from = this.page
      .getByRole('navigation', { name: 'Palette' })
      .getByRole('button', { name: offer, exact: true })
    // the palette is longer than the page is high
    await from.scrollIntoViewIfNeeded()
    const undo = this.page.getByRole('banner').getByRole('button', { name: /^Undo/ })
    const before = (await undo.getAttribute('aria-label')) ?? ''
    await this.drag(from, middle, onto === null ? this.root : this.resource(onto), spot)
    await expect(undo).not.toHaveAccessibleName(before)
  }

  /** Draws a peering connection from the handle of one VPC to the other. */
  async peer(from: string, to: string): Promise<void> {
    await this.drag(this.peerButton(from), middle, this.resource(`VPC ${to}`), [0.3, 0.9])
  }

  /** Begins a link of this kind at a resource, by a click on each; a dialog asks for its other end. */
  async link(offer: string, from: string): Promise<void> {
    const palette = this.page.getByRole('navigation', { name: 'Palette' })
    await palette.getByRole('button', { name: offer, exact: true }).click()
    await this.resource(from).click()
  }

  async chooseFromMenu(it: Locator, entry: string): Promise<void> {
    await it.click({ button: 'right' })
    await takeEntry(this.page, entry)
  }

  private async drag(from: Locator, start: Spot, to: Locator, end: Spot): Promise<void> {
    const { mouse } = this.page
    const [source, target] = [await pointOf(from, start), await pointOf(to, end)]
    await mouse.move(source.x, source.y)
    await mouse.down()
    await mouse.move(target.x, target.y, { steps })
    await mouse.up()
  }
}

async function pointOf(it: Locator, [across, down]: Spot) {
  await it.waitFor()
  const box = await it.boundingBox()
  if (!box) throw new Error(`${it.toString()} is not in sight`)
  return { x: box.x + box.width * across, y: box.y + box.height * down }
}
