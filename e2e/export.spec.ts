import { expect, test } from './fixtures'
import { s1 } from './pages/finished-s1'
import { takeEntry } from './pages/menu'

test('code is taken home, changes with the design, and is found from the canvas', async ({
  designer: { start, canvas, exporting, inspector },
  page,
}) => {
  // the browser hands out a folder of this page's own instead of asking for one
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() })
  })
  await start.example(s1)
  await exporting.show('Terraform')
  await exporting.root.getByRole('button', { name: 'Into a folder…' }).click()
  await expect(exporting.root.getByText(/Nothing changed since the export/)).toBeVisible()
  const written = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const file = await root.getFileHandle('versions.tf')
      return (await file.getFile()).text()
    })
  expect(await written()).toContain('hashicorp/aws')

  await canvas.resource('subnet A private b').click()
  await expect(exporting.code('network_vpc_a.tf')).toContainText('"vpc_a_private_b"')

  await exporting.option('Layout', 'A module per VPC')
  await expect(exporting.file('moved.tf')).toContainText('new')
  await exporting.find('module.vpc_a.aws_vpc.vpc_a')
  await expect(exporting.code('moved.tf')).toContainText('to   = module.vpc_a.aws_vpc.vpc_a')

  await exporting.file('README.md').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(exporting.code('.gitignore')).toBeVisible()
  await exporting.files.filter({ hasText: 'vpc_b' }).press('ArrowLeft')
  await expect(exporting.files.filter({ hasText: 'load_balancing.tf' })).toHaveCount(0)

  await exporting.find('resource "aws_internet_gateway"')
  await page.getByRole('button', { name: 'Resources in this file' }).click()
  await takeEntry(page, /^internet gateway VPC A igw/)
  await inspector.show()
  await expect(inspector.root.getByRole('heading', { name: 'VPC A igw' })).toBeVisible()
})
