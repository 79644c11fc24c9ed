import { writeFile } from 'node:fs/promises'
import { segmented } from '../src/cli/bench/segments'
import { printDocument } from '../src/model/print'
import { expect, test } from './fixtures'
import { Files } from './pages/files'
import { takeOption } from './pages/menu'

test('S5 with 100 spokes: the matrix is read, a segment opened, and closed again by undo', async ({
  designer,
  page,
}, testInfo) => {
  const { inspector, matrix } = designer
  const path = testInfo.outputPath('100 spokes.causeway.json')
  const design = segmented(100)
  await writeFile(path, printDocument(design))
  await designer.start.open()
  await new Files(page).openFromStart(path)
  await matrix.show()
  await expect(matrix.heads).not.toHaveCount(0)

  // spokes 1 and 10 are in one segment, spokes 1 and 2 are not
  await matrix.filter('spoke 1 ')
  await expect(matrix.cell('Spoke 1', 'Spoke 1')).toHaveAccessibleName(/30 pairs|of 30/)
  await matrix.filter('')
  await expect(matrix.cell('Spoke 1', 'Spoke 2')).toHaveAccessibleName(/36 pairs/)
  await expect(matrix.cell('Spoke 1', 'Spoke 10')).toHaveAccessibleName(/9 of 36 pairs reachable/)

  // a route of each segment to one spoke of the other
  const open = async (segment: string, destination: string, attachment: string) => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Find on the canvas/ })
      .click()
    await page.getByRole('combobox', { name: /^Find by name/ }).fill(segment)
    await takeOption(page, segment)
    await inspector.show()
    await inspector.addRouteButton.click()
    await inspector.root.getByLabel('Destination of the new route').fill(destination)
    await page.keyboard.press('Enter')
    await inspector.find('Attachment of the new route', attachment)
    await inspector.root.getByRole('button', { name: 'Save route' }).click()
  }
  await open('segment 1', '10.2.0.0/16', 'Spoke 2')
  await matrix.show()
  // the request arrives, its reply is lost
  await expect(matrix.changes).toContainText('No pair has another verdict')
  await open('segment 2', '10.1.0.0/16', 'Spoke 1')
  await matrix.show()

  const hosts = (vpc: string) =>
    Object.values(design.resources).flatMap((it) =>
      it.kind === 'subnet' && it.vpcId === vpc && it.name.includes(' app ') ? [it.name] : [],
    )
  const pairs = hosts('vpc:spoke-1').flatMap((one) =>
    hosts('vpc:spoke-2').flatMap((other) => [`${one} to ${other}`, `${other} to ${one}`]),
  )
  expect(pairs).toHaveLength(18)
  const expected = pairs.map((it) => `${it}not reachable→reachable`).sort()
  const told = async () => (await matrix.changedPairs.allTextContents()).sort()
  await expect(matrix.changes).toContainText('18 pairs became reachable.')
  expect(await told()).toEqual(expected)
  await expect(matrix.cell('Spoke 1', 'Spoke 2')).toHaveAccessibleName(/9 of 36 pairs reachable/)

  // the same against the file that it came from
  await matrix.compareWith(path)
  await expect(matrix.changes.getByRole('combobox')).toContainText('100 spokes.causeway.json')
  await expect(matrix.changes).toContainText('18 pairs became reachable.')
  expect(await told()).toEqual(expected)

  await designer.undo.click()
  await matrix.show()
  await expect(matrix.changes).toContainText('No pair has another verdict')
  await expect(matrix.changedPairs).toHaveCount(0)
  await expect(matrix.cell('Spoke 1', 'Spoke 2')).toHaveAccessibleName(/not reachable.*36 pairs/)
  await matrix.groupBy('By account')
  await expect(matrix.heads).toHaveCount(2)
})
