import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { planOf, wantsTools, writeOut } from '../export/testing/tools'
import { importFiles } from '../import/import'
import { lostIn, travelling } from '../import/terraform/testing/as-exported'

const folder = mkdtempSync(join(tmpdir(), 'causeway-plan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A plan names no zone for an endpoint of a firewall: what routes to one is told as unknown. */
const ofFirewalls = /"otherTarget":"an unknown target"|"endpoint in subnet /

/** Every type that a plan leaves most of open, once: a plan takes Terraform ten seconds. */
const planned =
  /^(?:One service|Overlapping CIDRs cannot|Hub and spoke|Central|S1|filters|transit|firewalls|prefix lists|VPN connections in|Direct Connect)/

describe.skipIf(!wantsTools)('a design that is exported, planned by Terraform and imported', () => {
  it.each(travelling.filter(([title]) => planned.test(title)))(
    'is the same: %s',
    async (title, document) => {
      const project = join(folder, title.replaceAll(/\W+/g, '-'))
      const plan = await planOf(writeOut(document, 'terraform', project))
      const read = importFiles([{ path: 'plan', bytes: strToU8(plan) }], { name: title })
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      const lost = lostIn(document, read.value.document)
      expect(lost.filter((line) => !ofFirewalls.test(line))).toEqual([])
    },
    120_000,
  )
})
