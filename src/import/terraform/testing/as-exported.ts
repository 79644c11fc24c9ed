import { exportDesign } from '../../../export/export'
import type { Renaming } from '../../../export/report'
import { documents } from '../../../export/testing/documents'
import type { Resource } from '../../../kinds/resource'
import type { Document } from '../../../model/document'
import { differences } from '../../cloudformation/testing/same'

/** The designs that go to Terraform and come back. */
export const travelling = documents.filter(
  ([title]) => title !== 'an empty design' && !title.startsWith('hostile names'),
)

/** The code of a design, by the paths of its files. */
export const codeOf = (document: Document): Readonly<Record<string, string>> =>
  Object.fromEntries(
    exportDesign(document, { to: 'terraform' })
      .files.filter(({ path }) => path.endsWith('.tf'))
      .map(({ path, text }) => [path, text]),
  )

/** What of a design is different in what its export came to, but for what the export said. */
export function lostIn(document: Document, again: Document): readonly string[] {
  const { gaps, renamings } = exportDesign(document, { to: 'terraform' })
  const isSaid = new Set([...gaps, ...renamings].map(({ resourceId }) => resourceId))
  const said = Object.values<Resource>(document.resources)
    .filter(({ id }) => isSaid.has(id))
    // what runs there is to be filled in: its network interfaces stand in its place
    .flatMap(({ kind, name }) => [
      `${kind} ${name}`,
      ...(kind === 'workload' ? [`network-interface ${name}`] : []),
    ])
  const lost = [...differences(renamedIn(document, again, renamings), again)].flatMap(
    ([what, lines]) =>
      said.includes(what) ? [] : standingIn(lines, said).map((line) => `${what} ${line}`),
  )
  return lost.filter((line) => !limits.some(([, limit]) => limit.test(line)))
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

/** What of a design the language does not hold, or AWS says in other words. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['AWS makes the default table of a transit gateway', /^transit-gateway-route-table default \+ /],
  [
    'what a link learns by BGP stands in no code',
    /^(?:vpn-gateway|direct-connect-gateway|transit-gateway-route-table) .* \+ (?:undescribed: "|untold: \[")aws /,
  ],
  ['a gateway that is attached to no VPC is drawn in one', /^vpn-gateway loose - /],
  ['what runs in its place has no interfaces yet', / [-+] instanceId: (?:"workload .*|null)$/],
  [
    'an address of an interface is told with that',
    /^elastic-ip (?:management|theirs) - | [-+] publicAddress: /,
  ],
  ['services of AWS have names of their own', / [-+] serviceId: "aws-service /],
  ['whoever has an endpoint was allowed to make it', / [-+] allowedPrincipals: /],
  [
    'the appliance of a Connect attachment is told by its peers',
    /transit-gateway-connect |^transit-gateway-route-table table . propagations: /,
  ],
  [
    'two ways to say that there are none; an Application Load Balancer always crosses zones',
    /^load-balancer .* [-+] (?:securityGroupIds: (?:\[\]|null)|crossZone: \w+)$/,
  ],
  [
    'a listener with a certificate is made once that is given',
    /^load-balancer .* [-+] listeners: /,
  ],
  ['targets are registered by their addresses', /^target-group .* [-+] targets: /],
  [
    'others may register targets where the code registers none',
    /^target-group pages \+ undescribed: /,
  ],
]
