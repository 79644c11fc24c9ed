import { expect, test } from './fixtures'
import { barriersOn } from './pages/axe'
import { takeEntry } from './pages/menu'

test('what a subnet can reach, and what can reach its VPC, by mouse and by keyboard', async ({
  designer,
  page,
}) => {
  await designer.start.example('Hub and spoke')
  const subnet = (id: string) => page.locator(`[data-id="subnet:${id}"]`)
  const mark = (id: string) => subnet(id).locator('[data-node]').first()
  await subnet('spoke-1-app-a').click({ button: 'right', position: { x: 20, y: 10 } })
  await takeEntry(page, 'What can this reach?')
  const bar = page.getByRole('region', { name: 'What Spoke 1 app a can reach' })
  // its own five and those of the shared services with hosts, of 23 others
  await expect(bar).toContainText('8 of 23 subnets')
  await expect(page.getByRole('status')).toContainText(/by TCP 443: 8 of 23 subnets/)
  await expect(mark('shared-app-a')).toHaveAttribute('data-reach', 'reachable')
  await expect(subnet('shared-app-a')).toHaveAccessibleName(/, is reached$/)
  await expect(mark('spoke-2-app-a')).not.toHaveAttribute('data-reach')

  await bar.getByRole('textbox', { name: 'Destination port' }).fill('22')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText(/by TCP 22: /)
  await bar.getByRole('button', { name: 'Clear' }).click()
  await expect(mark('shared-app-a')).not.toHaveAttribute('data-reach')

  await page.locator('[data-id="vpc:spoke-2"]').focus()
  await page.keyboard.press('Alt+Shift+R')
  const other = page.getByRole('region', { name: 'What can reach Spoke 2' })
  await expect(other).toContainText('of 18 subnets')
  await expect(mark('shared-app-a')).toHaveAttribute('data-reach', 'partly')
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(other).toHaveCount(0)
})
