import { expect, test } from './fixtures'
import { barriersOn } from './pages/axe'
import { finishS1, mendS1, s1 } from './pages/finished-s1'
import { Presentation } from './pages/presentation'

// half-faded words have half the contrast
test.use({ contextOptions: { reducedMotion: 'reduce' } })

test.describe('axe finds no barrier, in light and in dark,', () => {
  test('on the start page, empty and with a design', async ({ designer, page }) => {
    await page.goto('./')
    await expect(page.getByRole('button', { name: s1 })).toBeVisible()
    expect(await barriersOn(page)).toEqual([])
    await designer.start.example(s1)
    await expect(designer.savedState).toBeVisible()
    await page.goto('./')
    await expect(page.getByRole('region', { name: 'Your designs' })).toBeVisible()
    expect(await barriersOn(page)).toEqual([])
  })

  test('in the designer with a path blocked and lit, and in each panel', async ({
    designer,
    page,
  }) => {
    await designer.start.example(s1)
    await expect(designer.path.verdict).toContainText('Not reachable')
    expect.soft(await barriersOn(page), 'blocked path').toEqual([])
    await mendS1(designer)
    expect.soft(await barriersOn(page), 'lit path').toEqual([])
    for (const [tab, content] of [
      ['Findings', 'Concerns'],
      ['Export', 'Files'],
      ['Design', 'AWS accounts'],
    ] as const) {
      await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: tab }).click()
      await expect(page.getByLabel(content).first()).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), tab).toEqual([])
    }
  })

  test('in the inspector of each kind', async ({ designer, page }) => {
    const { canvas, inspector } = designer
    await finishS1(designer)
    for (const [kind, name, draw] of [
      ['VPC', 'VPC A', 'resource'],
      ['subnet', 'A private a', 'resource'],
      ['workload', 'Service A', 'resource'],
      ['internet gateway', 'VPC A igw', 'resource'],
      ['NAT gateway', 'NAT gateway A', 'resource'],
      ['route table', 'A private', 'button'],
      ['security group', 'service-b', 'button'],
      ['VPC peering connection', 'VPC A to VPC B', 'button'],
    ] as const) {
      await canvas[draw](`${kind} ${name}`).press('Enter')
      await expect(inspector.root.getByRole('heading', { name, exact: true })).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), name).toEqual([])
    }
  })

  test('in dialogs, in the menu of a resource and while presenting', async ({ designer, page }) => {
    await finishS1(designer)
    const vpc = designer.canvas.resource('VPC VPC A')
    for (const [keys, title] of [
      ['?', 'Keys and gestures'],
      ['ControlOrMeta+K', 'Command palette'],
      ['ControlOrMeta+Shift+E', 'Export a picture'],
    ] as const) {
      await vpc.press(keys)
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog).toBeVisible()
      if (title === 'Export a picture') await expect(dialog.getByRole('img')).toBeVisible()
      expect.soft(await barriersOn(page, '[role=dialog]'), title).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await vpc.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    expect.soft(await barriersOn(page, '[role=menu]'), 'menu').toEqual([])
    await page.keyboard.press('Escape')

    const presentation = new Presentation(page)
    await presentation.start()
    await presentation.forth()
    await expect(presentation.position).toHaveText('1 / 12')
    expect.soft(await barriersOn(page), 'presentation').toEqual([])
  })
})
