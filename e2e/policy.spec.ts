import { expect, test } from '@playwright/test'
import { complaintsOf } from './site/complaints'

test('the page runs no script but the files it came with', async ({ page }) => {
  const complaints = complaintsOf(page)
  await page.goto('./')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.body.dataset.ran = "yes"'
    document.body.append(script)
    return document.body.dataset['ran'] ?? 'no'
  })
  expect(ran).toBe('no')
  expect(complaints.errors).toEqual([
    expect.stringContaining("Content Security Policy directive 'script-src 'self''"),
  ])
})
