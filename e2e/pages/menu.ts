import type { Page } from '@playwright/test'

/** Takes an entry of the menu that is open. While it closes, the menu still has the keys. */
export async function takeEntry(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name: entry }).click()
  await page.getByRole('menu').waitFor({ state: 'hidden' })
}

/** Picks an option of the list that is open. While it closes, the list still has the mouse. */
export async function takeOption(page: Page, name: string): Promise<void> {
  const option = page.getByRole('option', { name }).first()
  await option.click()
  await option.waitFor({ state: 'hidden' })
}
