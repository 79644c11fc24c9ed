import { describe, expect, it } from 'vitest'
import { exportDesign } from '../../export/export'
import type { Renaming } from '../../export/report'
import { documents } from '../../export/testing/documents'
import type { Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { examples } from '../../model/examples/examples'
import { usualOptions, type ExportOptions } from '../../model/export-settings'
import { differences } from '../cloudformation/testing/same'
import { readCode } from './testing/parser'

type Layout = ExportOptions['terraformLayout']

/** Exports a design and imports its code: what of it is different, but for what the export said. */
async function lostIn(design: Document, terraformLayout: Layout): Promise<readonly string[]> {
  const options = { ...usualOptions, terraformLayout }
  const document = { ...design, exporting: { options, addresses: {} } }
  const { files, gaps, renamings } = exportDesign(document, { to: 'terraform' })
  const code = files.filter(({ path }) => path.endsWith('.tf'))
  const { document: again } = await readCode(
    Object.fromEntries(code.map(({ path, text }) => [path, text])),
  )
  const isSaid = new Set([...gaps, ...renamings].map(({ resourceId }) => resourceId))
  const said = Object.values<Resource>(document.resources)
    .filter(({ id }) => isSaid.has(id))
    // what runs there is to be filled in: its network interfaces stand in its place
    .flatMap(({ kind, name }) => [
      `${kind} ${name}`,
      ...(kind === 'workload' ? [`network-interface ${name}`] : []),
    ])
  return [...differences(renamedIn(document, again, renamings), again)].flatMap(([what, lines]) =>
    said.includes(what) ? [] : standingIn(lines, said).map((line) => `${what} ${line}`),
  )
}

/** The design under the names that AWS takes. */
function renamedIn(document: Document, again: Document, renamings: readonly Renaming[]): Document {
  const known = new Set(
    Object.values<Resource>(again.resources).map(({ kind, name }) => `${kind} ${name}`),
  )
  const resources = { ...document.resources }
  for (const { resourceId, from, to } of renamings) {
    const it = resources[resourceId]
    if (it?.name === from && known.has(`${it.kind} ${to}`))
      resources[resourceId] = { ...it, name: to }
  }
  return { ...document, resources }
}

/** Lines that are the same once what is to be filled in is called by its interfaces. */
function standingIn(lines: readonly string[], said: readonly string[]): readonly string[] {
  const filled = said.filter((it) => it.startsWith('workload '))
  const named = (line: string) =>
    filled.reduce(
      (now, it) => now.replaceAll(`"${it}"`, `"${it.replace('workload', 'network-interface')}"`),
      line,
    )
  const [gone, come] = ['-', '+'].map((sign) =>
    lines.filter((it) => it.startsWith(sign)).map((it) => named(it).slice(1)),
  )
  return lines.filter((it) => !(it.startsWith('-') ? come : gone)?.includes(named(it).slice(1)))
}

const named = documents.filter(
  ([title]) => title !== 'an empty design' && !title.startsWith('hostile names'),
)

/** What of a design the language does not hold, or AWS says in other words. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['AWS makes the default table of a transit gateway', /^transit-gateway-route-table default \+ /],
  [
    'what a link learns by BGP stands in no code',
    /^(?:vpn-gateway|direct-connect-gateway|transit-gateway-route-table) .* \+ undescribed: "aws /,
  ],
  ['a gateway that is attached to no VPC is drawn in one', /^vpn-gateway loose - /],
  ['what runs in its place has no interfaces yet', / [-+] instanceId: (?:"workload .*|null)$/],
  [
    'an address of an interface is told with that',
    /^elastic-ip (?:management|theirs) - | [-+] publicAddress: /,
  ],
  [
    'addresses of a regional NAT gateway are told once it is there',
    /^(?:nat-gateway|elastic-ip) manual [-+] /,
  ],
  ['services of AWS have names of their own', / [-+] serviceId: "aws-service /],
  ['whoever has an endpoint was allowed to make it', / [-+] allowedPrincipals: /],
  [
    'the appliance of a Connect attachment is told by its peers',
    /transit-gateway-connect |^transit-gateway-route-table table . propagations: /,
  ],
  ['targets and load balancers are compared elsewhere', /^(?:load-balancer|target-group) /],
]

const beyondLimits = (lost: readonly string[]) =>
  lost.filter((line) => !limits.some(([, limit]) => limit.test(line)))

describe('a design that is exported to Terraform and imported', () => {
  it.each(named)('is the same: %s', async (_, document) => {
    expect(beyondLimits(await lostIn(document, 'flat'))).toEqual([])
  })

  it.each(examples)('is the same as modules: $title', async ({ document }) => {
    expect(beyondLimits(await lostIn(document, 'modules'))).toEqual([])
  })
})
