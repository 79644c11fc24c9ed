import type { Locator, Page } from '@playwright/test'
import { takeOption } from './menu'

/** Every property of what is selected. */
export class Inspector {
  readonly root: Locator
  private readonly page: Page

  readonly accept: Locator
  readonly addRouteButton: Locator
  readonly newTarget: Locator
  /** Where a route table is given a virtual private gateway that propagates to it. */
  readonly propagation: Locator
  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('tabpanel', { name: 'Inspector' })
    this.accept = this.root.getByRole('button', { name: 'Accept' })
    this.addRouteButton = this.root.getByRole('button', { name: 'Add route' })
    this.newTarget = this.root.getByRole('combobox', { name: 'Target of the new route' })
    this.propagation = this.root.getByRole('combobox', { name: /to route propagation$/ })
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Inspector' }).click()
  }

  async type(field: string, text: string): Promise<void> {
    const box = this.root.getByRole('textbox', { name: field, exact: true })
    await box.fill(text)
    await box.press('Enter')
  }

  /** Picks one of many, found by typing. */
  async find(field: string, text: string): Promise<void> {
    await this.root.getByRole('combobox', { name: field, exact: true }).fill(text)
    await takeOption(this.page, text)
  }

  /** Picks one of a few. */
  async choose(field: string, text: string): Promise<void> {
    await this.root.getByRole('combobox', { name: field, exact: true }).click()
    await takeOption(this.page, text)
  }

  async addRoute(destination: string, target: string): Promise<void> {
    await this.addRouteButton.click()
    await this.root.getByLabel('Destination of the new route').fill(destination)
    await this.choose('Target of the new route', target)
    await this.root.getByRole('button', { name: 'Save route' }).click()
  }

  async admit(port: number, source: string): Promise<void> {
    await this.root.getByRole('button', { name: 'Add inbound rule' }).click()
    await this.root.getByLabel('Ports of the new rule').fill(String(port))
    await this.find('Source of the new rule', source)
    await this.root.getByRole('button', { name: 'Save rule' }).click()
  }

  /** Where the destination of a route is changed. */
  destination(of: string): Locator {
    return this.root.getByRole('textbox', { name: `Destination ${of}` })
  }

  /** The row of a route, by its destination. */
  route(destination: string): Locator {
    return this.root
      .getByRole('table', { name: 'Routes' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name: `Remove route ${destination}` }) })
  }

  /** Takes the route to a destination away, of a VPC's table or of a transit gateway's. */
  async removeRoute(destination: string): Promise<void> {
    await this.root.getByRole('button', { name: `Remove route ${destination}` }).click()
  }
}
