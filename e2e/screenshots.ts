import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { finishS1 } from './pages/finished-s1'

/** Keeps what the page shows as a picture of the README, without notices and tooltips. */
async function keep(page: Page, name: string): Promise<void> {
  const dismiss = page.getByRole('button', { name: 'Close notice' })
  if (await dismiss.isVisible()) await dismiss.click()
  await page.mouse.move(720, 4)
  await expect(dismiss).toHaveCount(0)
  const path = fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url))
  await page.screenshot({ path, animations: 'disabled' })
}

test('S1 with the path lit', async ({ designer, page }) => {
  await finishS1(designer)
  await keep(page, 's1-path-light')
})

test('the findings of S2', async ({ designer, page }) => {
  await designer.start.example('Peering is not transitive')
  await page.getByRole('tab', { name: /^Findings/ }).click()
  await expect(page.getByRole('button', { name: 'Peer VPC A with VPC C' })).toBeVisible()
  await keep(page, 'findings-light')
})

test.describe('in dark', () => {
  test.use({ colorScheme: 'dark' })

  test('S1 as Terraform', async ({ designer, page }) => {
    await finishS1(designer)
    await designer.exporting.show('Terraform')
    await designer.exporting.files.getByText('peering.tf').click()
    await keep(page, 'export-dark')
  })
})
