import { describe, expect, it } from 'vitest'
import { s4 } from '../model/examples/s4'
import { exportDesign } from './export'
import { finishedS1 } from './testing/finished-s1'

const designs = [
  ['s1', finishedS1()],
  ['s4', s4.document],
] as const
const languages = ['terraform', 'cloudformation'] as const

describe.each(designs)('%s', (name, document) => {
  describe.each(languages)('in %s', (to) => {
    const { files } = exportDesign(document, { to })
    it.each(files.map(({ path, text }) => [path, text]))('%s', async (path, text) => {
      await expect(text).toMatchFileSnapshot(`./goldens/${name}/${to}/${path}`)
    })
  })
})
