import { expect, test } from './fixtures'
import { Files } from './pages/files'
import { answers } from './site/answers'

test('what the AWS CLI described is drawn, reported on and can be asked', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart({
    name: 'shop.json',
    bytes: Buffer.from(JSON.stringify(answers)),
  })
  const report = files.report('shop')
  await expect(report.getByText('VPC peering connection')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  await designer.path.end('Source', 'Server a')
  await designer.path.end('Destination', 'Server b')
  await expect(designer.path.verdict).toContainText('the reply is lost')
  await expect(designer.path.verdict).toContainText('has no route to 10.0.1.10')

  await designer.start.open()
  await files.importFromStart({ name: 'notes.json', bytes: Buffer.from('{"Volumes":[]}') })
  await expect(page.getByRole('dialog', { name: 'Nothing to import' })).toBeVisible()
})
