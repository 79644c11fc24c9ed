import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import { examples } from '../../model/examples/examples'
import { usualOptions } from '../../model/export-settings'
import { codeOf, lostIn, travelling } from './testing/as-exported'
import { readCode } from './testing/parser'

const lost = async (document: Document) =>
  lostIn(document, (await readCode(codeOf(document))).document)

const asModules = (document: Document): Document => ({
  ...document,
  exporting: { options: { ...usualOptions, terraformLayout: 'modules' }, addresses: {} },
})

describe('a design that is exported to Terraform and imported', () => {
  it.each(travelling)('is the same: %s', async (_, document) => {
    expect(await lost(document)).toEqual([])
  })

  it.each(examples)('is the same as modules: $title', async ({ document }) => {
    expect(await lost(asModules(document))).toEqual([])
  })
})
