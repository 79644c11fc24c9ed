import { expect, test } from './fixtures'
import { barriersOn } from './pages/axe'
import { Files } from './pages/files'
import { finishS1, mendS1, s1 } from './pages/finished-s1'
import { Presentation } from './pages/presentation'
import { designOfEveryKind } from './site/every-kind'

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

  test('in the panels of matrix, findings, export and design', async ({ designer, page }) => {
    await finishS1(designer)
    for (const [tab, content] of [
      ['Matrix', 'Reachability, rows to columns'],
      ['Findings', 'Concerns'],
      ['Export', 'Files'],
      ['Design', 'AWS accounts'],
    ] as const) {
      await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: tab }).click()
      await expect(page.getByLabel(content).first()).toBeVisible()
      expect.soft(await barriersOn(page, 'aside'), tab).toEqual([])
    }
  })

  for (const half of [0, 1] as const)
    test(`in the inspector of every kind, part ${half + 1} of 2`, async ({ designer, page }) => {
      const { text, shown } = designOfEveryKind()
      await page.goto('./')
      await new Files(page).openFromStart({ name: 'every-kind.json', bytes: Buffer.from(text) })
      await expect(designer.savedState).toBeVisible()
      const mine = shown.filter((_, i) => i % 2 === half)
      for (const [i, { kind, shape, name, label }] of mine.entries()) {
        // the feet of containers are not drawn so far away
        if (shape === 'chip') await designer.keyboard.find(name)
        else if (shape === 'link') await designer.canvas.button(label).press('Enter')
        else await designer.canvas.resource(label).first().press('Enter')
        await expect(designer.inspector.root.getByRole('heading', { name, level: 2 })).toBeVisible()
        // their colours are the same few: every fourth shows them in dark
        const schemes = i % 4 === 0 ? (['light', 'dark'] as const) : (['light'] as const)
        expect.soft(await barriersOn(page, '[role=tabpanel]', schemes), kind).toEqual([])
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
