import { describe, expect, it } from 'vitest'
import { exportDesign } from './export'
import { finishedS1 } from './testing/finished-s1'

describe.each(['terraform', 'cloudformation'] as const)('S1, finished, in %s', (to) => {
  const { files } = exportDesign(finishedS1(), { to })
  it.each(files.map(({ path, text }) => [path, text]))('%s', async (path, text) => {
    await expect(text).toMatchFileSnapshot(`./goldens/s1/${to}/${path}`)
  })
})
