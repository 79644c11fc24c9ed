import { expect, test } from './fixtures'

test('every pair at once, and what a change closes and opens again', async ({ designer }) => {
  const { inspector, matrix, path } = designer
  await designer.start.example('Hub and spoke')
  await matrix.show()
  const spokes = matrix.cell('Spoke 1 app a', 'Spoke 2 app a')
  await expect(spokes).toHaveAccessibleName(/TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT/)
  await spokes.click()
  await expect(matrix.verdict).toContainText('spokes has no route')

  const shared = matrix.cell('Spoke 1 app a', 'Shared services app a')
  await expect(shared).toHaveAccessibleName(/: reachable/)
  await designer.inspect('route table Spoke 1 main')
  await inspector.show()
  await inspector.removeRoute('10.0.0.0/8')
  await matrix.show()
  // three subnets of the spoke and three of the shared services, both ways
  await expect(matrix.changes).toContainText('18 stopped being reachable')
  await expect(matrix.changedPairs).toHaveCount(18)
  await expect(shared).toHaveAccessibleName(/: not reachable, NO_ROUTE_TO_DESTINATION/)
  await matrix.changedPairs.first().click()
  await path.show()
  await expect(path.verdict).toContainText('Not reachable')

  await designer.undo.click()
  await matrix.show()
  await expect(shared).toHaveAccessibleName(/: reachable/)
  await expect(matrix.changedPairs).toHaveCount(0)
})

test('the matrix by keyboard: cells by arrows, VPCs opened and closed by Enter', async ({
  designer,
  page,
}) => {
  const { matrix, path } = designer
  await designer.start.example('Hub and spoke')
  await path.show()
  await expect(path.verdict).toBeVisible()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('tab', { name: 'Matrix' })).toBeFocused()
  const cell = matrix.cell('Shared services', 'Shared services')
  await expect(cell).toBeVisible()
  for (let tabs = 0; tabs < 12; tabs += 1) {
    if (await cell.evaluate((it) => it === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(cell).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(matrix.cell('Shared services app a', 'Shared services app b')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(matrix.verdict).toContainText('Reachable')
  // the head of the row's VPC closes it
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(matrix.cell('Shared services app a', 'Shared services app b')).toHaveCount(0)
  await expect(matrix.cell('Shared services', 'Spoke 1')).toHaveAccessibleName(/18 pairs|of 36/)
})
