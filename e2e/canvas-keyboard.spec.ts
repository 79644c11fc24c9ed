import { expect, test } from './fixtures'
import { barriersOn } from './pages/axe'
import { s1 } from './pages/finished-s1'

const a = 'VPC VPC A'
const b = 'VPC VPC B'
const subnet = 'subnet A public a'

test('Tab stops once on the drawing, arrow keys walk it, and Enter goes to the inspector and back', async ({
  designer,
}) => {
  const { canvas, keyboard, inspector } = designer
  await designer.start.example(s1)
  await keyboard.walkOverCanvasTo(canvas.resource(a))
  await keyboard.press('ArrowDown')
  await expect(canvas.resource(subnet)).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(canvas.resource('subnet A public b')).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowDown')
  await expect(canvas.resource('NAT gateway NAT gateway A')).toBeFocused()
  await keyboard.press('Tab')
  await expect(canvas.root.getByRole('button', { name: 'Hide minimap' })).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(canvas.resource('NAT gateway NAT gateway A')).toBeFocused()

  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(inspector.root.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(canvas.resource(subnet)).toBeFocused()
})

test('what is selected moves with the arrow keys, unless it is locked', async ({ designer }) => {
  const { canvas, keyboard } = designer
  await designer.start.example(s1)
  await keyboard.walkOverCanvasTo(canvas.resource(a))
  const before = await canvas.resource(a).boundingBox()
  await keyboard.press('Space')
  await expect(canvas.resource(a)).toHaveAccessibleName(/, selected$/)
  await keyboard.press('ArrowDown')
  await expect(canvas.resource(a)).toBeFocused()
  await expect.poll(async () => (await canvas.resource(a).boundingBox())?.y).not.toBe(before?.y)
  await expect(designer.undo).toBeEnabled()

  await keyboard.press('ControlOrMeta+Z')
  await keyboard.press('ControlOrMeta+Shift+L')
  await expect(canvas.resource(a)).toHaveAccessibleName(/locked/)
  await keyboard.press('ArrowDown')
  await expect(canvas.said('VPC A is locked')).toBeAttached()
  expect((await canvas.resource(a).boundingBox())?.y).toBe(before?.y)
  await keyboard.press('Delete')
  await expect(canvas.resource(a)).toBeVisible()
  await expect(canvas.resource(a)).toBeFocused()
  await keyboard.press('ControlOrMeta+Shift+L')
  await expect(canvas.resource(a)).not.toHaveAccessibleName(/locked/)
})

test('a neighbour is added on the side of the arrow, and refused with the reason', async ({
  designer,
}) => {
  const { canvas, keyboard } = designer
  await designer.start.example(s1)
  await keyboard.walkOverCanvasTo(canvas.resource('subnet A public b'))
  await keyboard.press('ControlOrMeta+ArrowRight')
  await expect(keyboard.focused).toHaveAccessibleName(/^subnet .*, 10\.0\..*, selected$/)
  const made = await keyboard.focused.boundingBox()
  const beside = await canvas.resource('subnet A public b').boundingBox()
  expect(made && beside && made.x >= beside.x + beside.width).toBe(true)
  await keyboard.press('Escape')
  await keyboard.walkOverCanvasTo(canvas.resource('internet gateway VPC A igw'))
  await keyboard.press('ControlOrMeta+ArrowRight')
  await expect(canvas.said('internet gateway')).toBeAttached()
})

test('a link is drawn, followed and walked to by keyboard', async ({ designer }) => {
  const { canvas, keyboard } = designer
  const link = canvas.button('VPC peering connection VPC A to VPC B')
  await designer.start.example(s1)
  await keyboard.walkOverCanvasTo(canvas.peerButton('VPC A'))
  await keyboard.press('Enter')
  await keyboard.use(designer.linkEnd('VPC B'))
  await expect(link).toBeFocused()
  await expect(link).toHaveAccessibleName(/VPC A \(requester\) to VPC B \(accepter\)/)
  await keyboard.press('Alt+ArrowLeft')
  await expect(canvas.resource(a)).toBeFocused()
  await keyboard.press('Alt+ArrowRight')
  await expect(canvas.resource(b)).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.walkOverCanvasTo(link)
  await keyboard.press('Alt+ArrowRight')
  await expect(canvas.resource(b)).toBeFocused()
})

test('a collapsed VPC hides what it holds, keeps its link and opens again, by key and by mouse', async ({
  designer,
}) => {
  const { canvas, keyboard } = designer
  await designer.start.example(s1)
  await designer.path.mend('Peer VPC A with VPC B')
  await keyboard.walkOverCanvasTo(canvas.resource(subnet))
  // the container around it is collapsed, and takes the focus over
  await keyboard.press('ArrowUp')
  await keyboard.press('Alt+C')
  await expect(canvas.resource(a)).toHaveAccessibleName(/collapsed, \d+ resources inside/)
  await expect(canvas.resource(subnet)).toBeHidden()
  await expect(canvas.button('VPC peering connection VPC A to VPC B')).toBeVisible()
  await designer.reload()
  await expect(canvas.resource(a)).toHaveAccessibleName(/collapsed/)
  await canvas.resource(a).getByRole('button', { name: 'Expand VPC A' }).click()
  await expect(canvas.resource(subnet)).toBeVisible()
  await designer.undo.click()
  await expect(canvas.resource(subnet)).toBeHidden()
  await canvas.chooseFromMenu(canvas.resource(a), 'Expand')
  await expect(canvas.resource(subnet)).toBeVisible()
})

test('two are framed as a group with a name, which is kept and taken away', async ({
  designer,
}) => {
  const { canvas, keyboard } = designer
  await designer.start.example(s1)
  await keyboard.walkOverCanvasTo(canvas.resource(a))
  await keyboard.press('Space')
  await keyboard.walkOverCanvasTo(canvas.resource(b))
  await keyboard.press('Shift+Space')
  await keyboard.press('ControlOrMeta+G')
  await expect(canvas.root.getByRole('textbox', { name: 'Name of the group' })).toBeFocused()
  await keyboard.type('Two teams')
  await keyboard.press('Enter')
  const frame = canvas.root.getByRole('button', { name: 'Group Two teams, 2 resources' })
  await expect(frame).toBeVisible()
  expect(await designer.savedFile()).toContain('"name": "Two teams", "members": ["vpc:a","vpc:b"]')
  await canvas.resource(a).press('ControlOrMeta+Shift+G')
  await expect(frame).toBeHidden()
})

test('keys that come before a slow page has drawn land where they were meant', async ({
  designer,
  page,
}) => {
  const { keyboard, start } = designer
  await start.example(s1)
  await page.evaluate(() => {
    window.requestAnimationFrame = (draw) =>
      window.setTimeout(() => {
        draw(performance.now())
      }, 500)
  })
  await keyboard.command('Inspector panel')
  await keyboard.press('ControlOrMeta+KeyK')
  const line = page.getByRole('combobox', { name: 'Search for a command' })
  await expect(line).toBeFocused()
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++)
      await new Promise((drawn) => window.requestAnimationFrame(drawn))
  })
  await expect(line).toBeFocused()
})

test('a path that is out of sight is brought into it, by its button and by its key', async ({
  designer,
  page,
}) => {
  const { canvas, path } = designer
  await designer.start.example('Hub and spoke')
  await path.show()
  await expect(path.verdict).toBeVisible()
  const sender = canvas.resource('workload App 1')
  await expect(sender).toBeInViewport()
  const panAway = async () => {
    await page.locator('[data-id="vpc:spoke-1"]').focus()
    for (const key of ['PageUp', 'PageUp', 'Shift+PageUp', 'Shift+PageUp'])
      await page.keyboard.press(key)
    await expect(sender).not.toBeInViewport()
  }
  await panAway()
  await path.zoomTo()
  await expect(sender).toBeInViewport({ ratio: 1 })
  await panAway()
  await page.keyboard.press('Shift+3')
  await expect(sender).toBeInViewport({ ratio: 1 })
})

test('every key of the canvas is in the help', async ({ designer, page }) => {
  await designer.start.example(s1)
  await designer.canvas.resource(a).press('?')
  const help = page.getByRole('dialog', { name: 'Keys and gestures' })
  for (const what of [
    'Add a neighbour on the right',
    'Follow a link to what is at its other end',
    'Lock or unlock',
    'Collapse or expand the container',
    'Show or hide the grid',
    'Group in a frame',
    'Ungroup',
    'Walk to the next resource',
    'Pan down',
  ])
    await expect(help.getByText(what)).toBeVisible()
})

test('axe finds no barrier where things are locked, collapsed and grouped', async ({
  designer,
  page,
}) => {
  const { canvas } = designer
  await designer.start.example(s1)
  await canvas.resource('subnet B private a').press('Alt+C')
  await canvas.resource('workload Service A').press('ControlOrMeta+Shift+L')
  await canvas.resource('subnet A public a').press('Space')
  await canvas.resource('subnet A public b').press('Shift+Space')
  await canvas.resource('subnet A public b').press('ControlOrMeta+G')
  const name = canvas.root.getByRole('textbox', { name: 'Name of the group' })
  expect.soft(await barriersOn(page, 'main'), 'naming').toEqual([])
  await name.press('Enter')
  await expect(name).toBeHidden()
  await canvas.resource(b).press('Alt+C')
  await expect(canvas.resource(b)).toHaveAccessibleName(/collapsed/)
  expect.soft(await barriersOn(page, 'main'), 'named').toEqual([])
})
