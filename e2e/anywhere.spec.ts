import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures'
import { Files } from './pages/files'
import { finishS1 } from './pages/finished-s1'
import { Presentation } from './pages/presentation'
import { serveUnder, type StaticHost } from './site/static-host'

const built = fileURLToPath(new URL('../dist', import.meta.url))

/** A host that knows nothing but files, and a page that does not lie at its root. */
const here = test.extend<object, { host: StaticHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads here what a fixture needs
    async ({}, provide) => {
      const host = await serveUnder('/teams/network/causeway/', built)
      await provide(host)
      await host.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host }, provide) => {
    await provide(host.address)
  },
})

// the fixture of the designer lets no story pass that asks another host, misses a file, breaks the
// page's policy or writes an error to the console
here('under any path of a plain static host all rooms work', async ({ designer, page, host }) => {
  await finishS1(designer)
  expect(page.url()).toContain(host.address)
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /default-src 'none'.*script-src 'self'/)

  await designer.canvas.resource('VPC VPC A').press('Enter')
  await expect(designer.inspector.root.getByRole('heading', { name: 'VPC A' })).toBeVisible()
  for (const [tab, content] of [
    ['Findings', 'AWS documentation'],
    ['Export', 'versions.tf'],
    ['Design', 'AWS accounts'],
  ] as const) {
    await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('complementary').getByText(content).first()).toBeVisible()
  }
  await designer.exporting.show('CloudFormation')
  const files = Object.keys(await designer.exporting.download())
  expect(files).toContainEqual(expect.stringMatching(/\.yaml$/))

  const picture = await new Files(page).picture('SVG')
  expect(picture.toString()).toContain('<svg')

  const presentation = new Presentation(page)
  await presentation.start()
  await presentation.forth()
  await expect(presentation.position).toHaveText(/^1 \/ \d+$/)
  await presentation.leave()

  const schema = await page.request.get(`${host.address}schema/document-1.schema.json`)
  expect(await schema.json()).toMatchObject({ $id: 'document-1.schema.json', type: 'object' })

  await designer.reload()
  await expect(designer.canvas.resource('VPC VPC A')).toBeVisible()
  await page.getByRole('link', { name: 'All designs' }).click()
  await expect(page.getByRole('region', { name: 'Your designs' })).toBeVisible()
})
