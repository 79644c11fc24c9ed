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

  test('in the designer with a path blocked and lit', async ({ designer, page }) => {
    await designer.start.example(s1)
    await expect(designer.path.verdict).toContainText('Not reachable')
    expect.soft(await barriersOn(page), 'blocked path').toEqual([])
    await mendS1(designer)
    expect.soft(await barriersOn(page), 'lit path').toEqual([])
  })

  test('in the panels of findings, export and design', async ({ designer, page }) => {
    await finishS1(designer)
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

  test('in the inspector of what is drawn as a box', async ({ designer, page }) => {
    await finishS1(designer)
    for (const [kind, name] of [
      ['VPC', 'VPC A'],
      ['subnet', 'A private a'],
      ['workload', 'Service A'],
    ] as const) {
      await designer.canvas.resource(`${kind} ${name}`).press('Enter')
      await expect(designer.inspector.root.getByRole('heading', { name })).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), name).toEqual([])
    }
  })

  test('in the inspector of tables, groups and links', async ({ designer, page }) => {
    await finishS1(designer)
    for (const [kind, name] of [
      ['route table', 'A private'],
      ['security group', 'service-b'],
      ['VPC peering connection', 'VPC A to VPC B'],
    ] as const) {
      await designer.canvas.button(`${kind} ${name}`).press('Enter')
      await expect(designer.inspector.root.getByRole('heading', { name })).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), name).toEqual([])
    }
  })

  test('in the inspector of transit gateways and load balancers', async ({ designer, page }) => {
    await designer.start.example('Overlapping CIDRs joined by private NAT and a load balancer')
    const { canvas } = designer
    for (const [shape, kind, name] of [
      ['box', 'transit gateway', 'Transit gateway'],
      ['small', 'transit gateway route table', 'From VPC A'],
      ['small', 'transit gateway VPC attachment', 'VPC A to transit gateway'],
      ['box', 'load balancer', 'ALB B'],
      ['small', 'target group', 'service-b-tg'],
    ] as const) {
      const label = `${kind} ${name}`
      await (shape === 'box' ? canvas.resource(label) : canvas.button(label)).press('Enter')
      await expect(designer.inspector.root.getByRole('heading', { name, level: 2 })).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), name).toEqual([])
    }
  })

  test('in dialogs', async ({ designer, page }) => {
    await finishS1(designer)
    for (const [keys, title] of [
      ['?', 'Keys and gestures'],
      ['ControlOrMeta+K', 'Command palette'],
      ['ControlOrMeta+Shift+E', 'Export a picture'],
    ] as const) {
      await designer.canvas.resource('VPC VPC A').press(keys)
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog).toBeVisible()
      if (title === 'Export a picture') await expect(dialog.getByRole('img')).toBeVisible()
      expect.soft(await barriersOn(page, '[role=dialog]'), title).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  })

  test('in the menu of a resource and while presenting', async ({ designer, page }) => {
    await finishS1(designer)
    await designer.canvas.resource('VPC VPC A').press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    expect.soft(await barriersOn(page, '[role=menu]'), 'menu').toEqual([])
    await page.keyboard.press('Escape')

    const presentation = new Presentation(page)
    await presentation.start()
    await presentation.forth()
    await expect(presentation.position).toHaveText(/^1 \/ \d+$/)
    expect.soft(await barriersOn(page), 'presentation').toEqual([])
  })
})
