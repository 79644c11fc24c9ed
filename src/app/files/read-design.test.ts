import { expect, it, vi } from 'vitest'
import { s1 } from '../../model/examples/s1'
import { sizeLimit } from '../../model/json'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { readDesign } from './read-design'

const parse = (text: string) => Promise.resolve(parseDocument(text))

it('a saved file gives the design back', async () => {
  const read = await readDesign(new Blob([printDocument(s1.document)]), parse)
  expect(read).toEqual({ ok: true, value: s1.document })
})

it('a file beyond the limit is refused before it is read', async () => {
  const arrayBuffer = vi.fn<() => Promise<ArrayBuffer>>()
  const junk = { size: sizeLimit + 1, arrayBuffer } as unknown as Blob
  expect(await readDesign(junk, parse)).toMatchObject({
    ok: false,
    problems: [{ code: 'file/too-large' }],
  })
  expect(arrayBuffer).not.toHaveBeenCalled()
})

it('a large file is parsed away from the page, a small one at once', async () => {
  const large = vi.fn<typeof parse>(parse)
  await readDesign(new Blob(['{}']), large)
  expect(large).not.toHaveBeenCalled()
  await readDesign(new Blob([' '.repeat(600_000), '{}']), large)
  expect(large).toHaveBeenCalledOnce()
})

it('a picture of someone else is told apart from a broken design', async () => {
  expect(await readDesign(new Blob(['<svg/>']), parse)).toEqual({
    ok: false,
    problems: [{ code: 'picture/no-design' }],
  })
})
