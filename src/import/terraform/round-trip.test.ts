import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import { anyDesignBeside } from '../../export/testing/any-beside'
import { anyDeployableDesign } from '../../export/testing/any-valid'
import type { Document } from '../../model/document'
import { examples } from '../../model/examples/examples'
import { usualOptions } from '../../model/export-settings'
import { codeOf, lostIn, travelling } from './testing/as-exported'
import { readCode } from './testing/parser'

const lost = async (document: Document) =>
  lostIn(document, (await readCode(codeOf(document))).document)

/** What code says more than these designs do, which have no targets and no networks behind their links. */
const more =
  /^(?:target-group .* \+ undescribed: "what is registered with it"|vpn-connection .* \+ announced: )/

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

  it.each([
    ['the everyday network', anyDeployableDesign],
    ['Network Firewall, Client VPN, Direct Connect and VPC Lattice', anyDesignBeside],
  ])('is the same, whatever it is: %s', async (_, designs) => {
    await fc.assert(
      fc.asyncProperty(designs, async (document) => {
        expect((await lost(document)).filter((line) => !more.test(line))).toEqual([])
      }),
      runs(0.1),
    )
  })
})
