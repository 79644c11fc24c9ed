import { expect, test } from './fixtures'
import { Designer } from './pages/designer'
import { s1 } from './pages/finished-s1'
import { Library } from './pages/library'
import { TabNotice } from './pages/tab-notice'

test('a reload right after a change keeps the design, the question and what can be undone', async ({
  designer,
}) => {
  const { canvas, path, undo, redo } = designer
  await designer.start.example(s1)
  const before = await designer.savedFile()
  await path.mend('Peer VPC A with VPC B')
  await designer.reload()

  const link = canvas.button('VPC peering connection VPC A to VPC B')
  await expect(link).toBeVisible()
  await expect(path.verdict).toContainText('is pending-acceptance, not active')
  await undo.click()
  await expect(link).toBeHidden()
  expect(await designer.savedFile()).toBe(before)

  await designer.reload()
  await redo.click()
  await expect(link).toBeVisible()
})

test('a page closed right after a change loses nothing', async ({ designer, page, context }) => {
  await designer.start.blank()
  await designer.canvas.drop('VPC', null)
  await designer.inspector.show()
  await designer.inspector.type('Name', 'Last words')
  const address = page.url()
  await page.close()

  const next = await context.newPage()
  await next.goto(address)
  await expect(new Designer(next).canvas.resource('VPC Last words')).toBeVisible()
})

test('a page that crashes loses nothing that it called saved', async ({
  designer,
  page,
  context,
}) => {
  await designer.start.blank()
  await designer.canvas.drop('VPC', null)
  await expect(designer.canvas.resource('VPC VPC A')).toBeVisible()
  await expect(designer.savedState).toBeVisible()
  const address = page.url()
  const crashed = page.waitForEvent('crash')
  const devTools = await context.newCDPSession(page)
  // a renderer that dies never answers
  devTools.send('Page.crash').catch(() => undefined)
  await crashed

  const next = await context.newPage()
  await next.goto(address)
  const after = new Designer(next)
  await expect(after.canvas.resource('VPC VPC A')).toBeVisible()
  await after.undo.click()
  await expect(after.canvas.resource('VPC VPC A')).toBeHidden()
})

test('a second tab only looks, follows live, and takes over', async ({
  designer: first,
  page,
  context,
}) => {
  await first.start.blank()
  await first.canvas.drop('VPC', null, [0.3, 0.5])
  await expect(first.canvas.resource('VPC VPC A')).toBeVisible()

  const other = await context.newPage()
  await other.goto(page.url())
  const second = new Designer(other)
  const [here, there] = [new TabNotice(page), new TabNotice(other)]
  await expect(second.canvas.resource('VPC VPC A')).toBeVisible()
  await expect(there.editHere).toBeVisible()
  await expect(there.palette).toBeHidden()
  await expect(second.undo).toBeDisabled()

  await first.inspector.show()
  await first.inspector.type('Name', 'Renamed')
  await expect(second.canvas.resource('VPC Renamed')).toBeVisible()

  await there.editHere.click()
  await expect(there.palette).toBeVisible()
  await expect(here.palette).toBeHidden()
  await second.undo.click()
  await expect(first.canvas.resource('VPC VPC A')).toBeVisible()

  await other.close()
  await expect(here.palette).toBeVisible()
  await first.redo.click()
  await expect(first.canvas.resource('VPC Renamed')).toBeVisible()
})

test('the start page keeps several designs: renames, duplicates, deletes and brings back', async ({
  designer,
  page,
}) => {
  const library = new Library(page)
  await designer.start.blank()
  await designer.canvas.drop('VPC', null)
  await expect(designer.savedState).toBeVisible()
  await designer.start.example('Peering is not transitive')
  await expect(designer.canvas.resource('VPC VPC A')).toBeVisible()

  await library.show()
  await expect(library.names()).toHaveText(['Peering is not transitive', 'Untitled design'])
  await library.rename('Untitled design', 'Payments')
  await expect(library.names()).toHaveText(['Payments', 'Peering is not transitive'])
  await library.duplicate('Payments')
  await expect(library.names()).toHaveText([
    'Payments copy',
    'Payments',
    'Peering is not transitive',
  ])
  await library.delete('Payments')
  await expect(library.names()).toHaveText(['Payments copy', 'Peering is not transitive'])
  await library.undoDelete()
  await expect(library.names()).toContainText(['Payments'])
  await expect(library.designs).toHaveCount(3)

  await library.show()
  await expect(library.designs).toHaveCount(3)
  await library.open('Payments')
  await expect(designer.canvas.resource('VPC VPC A')).toBeVisible()
})
