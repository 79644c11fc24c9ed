import { expect, test } from './fixtures'
import { Files } from './pages/files'
import { takeEntry } from './pages/menu'
import { answers } from './site/answers'

const file = (name: string, value: unknown) => ({
  name,
  bytes: Buffer.from(JSON.stringify(value)),
})

/** The same network a week later: one server renamed, one subnet more. */
const later = {
  ...answers,
  Subnets: [
    ...answers.Subnets,
    {
      ...answers.Subnets[0],
      SubnetId: 'subnet-0c',
      CidrBlock: '10.0.2.0/24',
      Tags: [{ Key: 'Name', Value: 'Subnet c' }],
    },
  ],
  VpcPeeringConnections: [],
}

test('a later import is looked at, left out in part, merged and taken back', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart(file('shop.json', answers))
  await files.closeReport('shop')
  await files.importInto(file('later.json', later))
  const review = files.review('later')
  await expect(review.getByRole('radio', { name: /^Into this design, shop/ })).toBeChecked()
  await expect(review.getByRole('status')).toContainText('unchanged and not listed')
  const subnet = review.getByRole('checkbox', { name: /Subnet c/ })
  await expect(subnet).toBeChecked()
  // nothing says that the call for peering connections was made
  await expect(review.getByRole('checkbox', { name: /pcx-0/ })).not.toBeChecked()
  await review.getByRole('button', { name: 'Import 1 into this design' }).click()
  await expect(files.report('later')).toContainText('Into shop: 1 resource')
  await files.closeReport('later')
  await expect(designer.canvas.resource('subnet Subnet c')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(designer.canvas.resource('subnet Subnet c')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(designer.canvas.resource('subnet Subnet c')).toBeVisible()

  // the same by keyboard alone: nothing is left to change but what is gone
  await files.importInto(file('again.json', later))
  const again = files.review('again')
  const gone = again.getByRole('checkbox', { name: /pcx-0/ })
  await gone.focus()
  await page.keyboard.press('Space')
  await expect(gone).toBeChecked()
  await again.getByRole('button', { name: 'Import 1 into this design' }).focus()
  await page.keyboard.press('Enter')
  await expect(files.report('again')).toContainText('Into shop: 1 resource')
  await files.closeReport('again')
  await expect(page.getByText('pcx-0')).toHaveCount(0)
})

test('a design is arranged by its menu and by its key, and undo takes it back', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart(file('shop.json', answers))
  await files.closeReport('shop')
  const vpc = designer.canvas.resource('VPC Shop a')
  await vpc.click({ position: { x: 100, y: 12 } })
  await page.keyboard.press('Shift+ArrowDown')
  const undo = page.getByRole('button', { name: 'Undo: Arrange' })
  await page.getByRole('button', { name: 'More actions' }).click()
  await takeEntry(page, 'Arrange the design, or what is selected')
  await expect(undo).toBeVisible()
  await undo.click()
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeVisible()
  await vpc.focus()
  await page.keyboard.press('Alt+Shift+A')
  await expect(undo).toBeVisible()
  await page.keyboard.press('Alt+Shift+A')
  await expect(designer.canvas.said('It is arranged already.')).toBeAttached()
})

test('an arrangement that takes its time says so, and is cancelled without a change', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart(file('shop.json', answers))
  await files.closeReport('shop')
  const vpc = designer.canvas.resource('VPC Shop a')
  await vpc.click({ position: { x: 100, y: 12 } })
  await page.keyboard.press('Shift+ArrowDown')
  // however quick this machine is, the worker that arranges does not come
  await page.route(/arranger-entry/, () => {})
  await page.keyboard.press('Alt+Shift+A')
  const dialog = page.getByRole('dialog', { name: 'Arranging the design' })
  await expect(dialog.getByRole('progressbar', { name: 'Arrange' })).toBeVisible()
  await expect(dialog).toContainText(/Arranging \d+ resources/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(designer.canvas.said('Arranging cancelled. Nothing was changed.')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeVisible()
  await page.unroute(/arranger-entry/)
  await vpc.focus()
  await page.keyboard.press('Alt+Shift+A')
  await expect(page.getByRole('button', { name: 'Undo: Arrange' })).toBeVisible()
  await expect(dialog).toBeHidden()
})
