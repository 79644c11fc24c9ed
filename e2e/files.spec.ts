import { writeFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { Files } from './pages/files'
import { s1 } from './pages/finished-s1'
import { Library } from './pages/library'
import { badFiles } from './site/bad-files'

test('a saved file opens again as the same design', async ({ designer, page }, testInfo) => {
  const [files, library] = [new Files(page), new Library(page)]
  await designer.start.example(s1)
  await designer.path.mend('Peer VPC A with VPC B')
  const link = designer.canvas.button('VPC peering connection VPC A to VPC B')
  await expect(link).toBeVisible()
  const saved = await designer.savedFile()
  expect(JSON.parse(saved)).toMatchObject({ format: 'causeway', name: s1 })

  const path = testInfo.outputPath('taken home.causeway.json')
  await writeFile(path, saved)
  await library.show()
  await files.openFromStart(path)
  await expect(link).toBeVisible()
  expect(await designer.savedFile()).toBe(saved)

  const address = page.url()
  await files.drop(path)
  await expect(page).not.toHaveURL(address)
  await expect(link).toBeVisible()
  expect(await designer.savedFile()).toBe(saved)
  await library.show()
  await expect(library.names()).toHaveText([s1, s1, s1])
})

test('a file that cannot be read is told in full and changes nothing', async ({
  designer,
  page,
}, testInfo) => {
  const [files, library] = [new Files(page), new Library(page)]
  await designer.start.example(s1)
  await designer.path.mend('Peer VPC A with VPC B')
  await expect(designer.canvas.button('VPC peering connection VPC A to VPC B')).toBeVisible()
  const before = await designer.savedFile()
  const address = page.url()

  for (const { name, text, where, what, mend } of badFiles) {
    const path = testInfo.outputPath(name)
    await writeFile(path, text())
    for (const bring of ['open', 'drop'] as const)
      await test.step(`${bring} ${name}`, async () => {
        await files[bring](path)
        const refusal = files.refusal(name)
        await expect(refusal).toBeVisible()
        await expect(files.problems).toHaveCount(1)
        await expect(files.problems).toContainText(where)
        await expect(files.problems).toContainText(what)
        await expect(files.problems).toContainText(mend)
        await refusal.getByRole('contentinfo').getByRole('button', { name: 'Close' }).click()
        await expect(refusal).toBeHidden()
      })
  }

  await expect(page).toHaveURL(address)
  expect(await designer.savedFile()).toBe(before)
  await library.show()
  await expect(library.names()).toHaveText([s1])
})

for (const format of ['SVG', 'PNG'] as const)
  test(`an exported ${format} picture opens again as the design`, async ({ designer, page }) => {
    const [files, library] = [new Files(page), new Library(page)]
    await designer.start.example(s1)
    const saved = await designer.savedFile()
    const picture = await files.picture(format)
    await library.show()
    await library.delete(s1)
    await expect(library.designs).toHaveCount(0)

    await files.openFromStart({ name: `picture.${format.toLowerCase()}`, bytes: picture })
    await expect(designer.canvas.resource('VPC VPC A')).toBeVisible()
    expect(await designer.savedFile()).toBe(saved)
  })
