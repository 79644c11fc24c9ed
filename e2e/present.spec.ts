import { expect, test } from './fixtures'
import { finishS1, s1 } from './pages/finished-s1'
import { Presentation } from './pages/presentation'

test('presenting steps through the hops of the lit path and leaves the design alone', async ({
  designer,
  page,
}) => {
  const presentation = new Presentation(page)
  const { caption, position } = presentation
  const around = [
    page.getByRole('banner'),
    page.getByRole('navigation', { name: 'Palette' }),
    page.getByRole('complementary', { name: 'Panel' }),
  ]
  await finishS1(designer)
  const before = await designer.savedFile()
  const undoable = await designer.undo.getAttribute('aria-label')

  await presentation.start()
  for (const it of around) await expect(it).toBeHidden()
  await expect(position).toHaveText(/^0 \/ \d+$/)
  const steps = (await position.innerText()).split(' / ')[1]
  await expect(caption).toHaveText([/^Service A reaches Service B on tcp\/8080/])

  await presentation.forth()
  await expect(position).toHaveText(`1 / ${steps}`)
  await expect(caption).toHaveText([
    /^Request · network interface Service A/,
    /sends to 10\.1\.0\.4/,
  ])
  await presentation.forth()
  await expect(caption).toHaveText([/^Request · security group service-a/, /lets tcp\/8080 out/])
  await presentation.back()
  await expect(caption).toHaveText([/^Request · network interface Service A/, /sends to/])
  await page.keyboard.press('End')
  await expect(position).toHaveText(`${steps} / ${steps}`)
  await expect(caption.first()).toHaveText(/^Reply · /)
  await presentation.forth()
  await expect(position).toHaveText(`${steps} / ${steps}`)

  await presentation.leave()
  await expect(presentation.root).toBeHidden()
  for (const it of around) await expect(it).toBeVisible()
  expect(await designer.savedFile()).toBe(before)
  expect(await designer.undo.getAttribute('aria-label')).toBe(undoable)
})

test('a path that is blocked is presented up to the hop that drops the packet', async ({
  designer,
  page,
}) => {
  const presentation = new Presentation(page)
  await designer.start.example(s1)
  await expect(designer.path.verdict).toContainText('Not reachable')
  await presentation.start()
  await page.keyboard.press('End')
  await expect(presentation.caption).toHaveText([
    /internet gateway VPC A igw.*IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS/,
    /10\.1\.0\.4 is a private address/,
  ])
})
