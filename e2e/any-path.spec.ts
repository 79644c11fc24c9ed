import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { Designer } from './pages/designer'
import { complaintsOf } from './site/complaints'
import { serveUnder, type StaticHost } from './site/static-host'

const built = fileURLToPath(new URL('../dist', import.meta.url))

test.describe('on a static host, under any path', () => {
  let host: StaticHost
  test.beforeAll(async () => {
    host = await serveUnder('/deep/under/', built)
  })
  test.afterAll(() => host.close())

  test('an example opens, is analysed and exported, and nothing is asked elsewhere', async ({
    page,
  }) => {
    const complaints = complaintsOf(page)
    const designer = new Designer(page)
    await page.goto(host.address)
    await page.getByRole('button', { name: 'EKS to ECS across two VPCs' }).click()
    await expect(designer.path.verdict).toContainText('Not reachable')
    await designer.exporting.show('CloudFormation')
    await expect(designer.exporting.files).not.toHaveCount(0)
    expect(complaints).toEqual({ errors: [], strangers: [], missing: [] })
  })

  test('the page runs no script but the files it came with', async ({ page }) => {
    const complaints = complaintsOf(page)
    await page.goto(host.address)
    const ran = await page.evaluate(async () => {
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
})
