import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import { exportDesign } from '../../export/export'
import { anyDesignBeside } from '../../export/testing/any-beside'
import { anyValidDesign } from '../../export/testing/any-valid'
import { documents } from '../../export/testing/documents'
import type { Document } from '../../model/document'
import { importFiles } from '../import'
import { differences } from './testing/same'

/** Settings that decide whether something is made at all: whatever stands there, it is. */
function settingsIn(text: string): readonly string[] {
  const declared = text.matchAll(
    /^ {2}(\w+):\n {4}Type: String\n {4}Description: (.*)\n {4}Default: ""/gm,
  )
  return [...declared].flatMap(([, name = '', says = '']) =>
    says.includes('made by the stack') ? [] : [name],
  )
}

/** Exports a design and imports all stacks: what of it is different, but for what the export said. */
function lostIn(document: Document): readonly string[] {
  const { files, gaps, renamings } = exportDesign(document, { to: 'cloudformation' })
  const settings = files
    .filter(({ path }) => path.startsWith('stacks/'))
    .flatMap(({ text }) => settingsIn(text))
  const read = importFiles(
    files.map(({ path, text }) => ({ path: `drop/${path}`, bytes: strToU8(text) })),
    { name: 'Again', parameters: Object.fromEntries(settings.map((name) => [name, '100'])) },
  )
  if (!read.ok) return read.problems.map(({ text }) => text)
  const said = new Set(
    [...gaps, ...renamings].flatMap(({ resourceId }) => {
      const it = resourceId && document.resources[resourceId]
      return it ? [`${it.kind} ${it.name}`] : []
    }),
  )
  return [...differences(document, read.value.document)].flatMap(([what, lines]) =>
    said.has(what) ? [] : lines.map((line) => `${what} ${line}`),
  )
}

/** What a template says otherwise than a drawing, or not at all. */
const otherwise: readonly RegExp[] = [
  // two ways to say that there are none; an Application Load Balancer always crosses zones
  /^load-balancer .* [-+] (?:securityGroupIds: (?:\[\]|null)|crossZone: \w+)$/,
  // its name has no room for every sign
  /^load-balancer Shop: web - more /,
  // tasks, functions and nodes are known by their subnets, and registered by their addresses
  /^network-interface .* \+ /,
  /^workload more-nodes \+ /,
  /^target-group .* [-+] targets: /,
  // an address that is associated with an interface is told there
  /^elastic-ip .* - /,
  /^network-interface .* - publicAddress: "none"$/,
  // AWS has its own names for its services, and for what it makes itself
  /^vpc-endpoint .* [-+] serviceId: /,
  /^transit-gateway-route-table (?:.* )?default [-+] /,
  // attached to nothing it lies in no VPC
  /^vpn-gateway loose - /,
  // it is made by hand, and whoever deploys gives its ID
  /^(?:association of )?direct-connect-gateway .* [-+] /,
  /^vpn-gateway .* \+ undescribed: "aws directconnect describe-virtual-interfaces"$/,
]

const isOtherwise = (line: string) => otherwise.some((it) => it.test(line))

/** These hold what a template does not tell, such as names of what AWS makes itself. */
const inPart = new Set([
  'load balancers',
  'endpoints',
  'appliances',
  'firewalls, and what else the emulator cannot deploy',
  'transit gateways',
  'VPN connections',
  'VPN connections in tables of their own',
  'Direct Connect and Client VPN',
  'workloads of every type',
  'shared subnets, Block Public Access, regional NAT gateways',
])

const named = documents.filter(
  ([title]) => title !== 'an empty design' && !title.startsWith('hostile names'),
)

describe('a design that is exported to CloudFormation and imported', () => {
  it.each(named.filter(([title]) => !inPart.has(title)))('is the same: %s', (_, document) => {
    expect(lostIn(document)).toEqual([])
  })

  it.each(named.filter(([title]) => inPart.has(title)))(
    'is the same but for what a template says otherwise: %s',
    (_, document) => {
      expect(lostIn(document).filter((line) => !isOtherwise(line))).toEqual([])
    },
  )

  it.each([
    ['the everyday network', anyValidDesign],
    ['Network Firewall, Client VPN, Direct Connect and VPC Lattice', anyDesignBeside],
  ])('has the same networks, whatever it is: %s', (_, designs) => {
    fc.assert(
      fc.property(designs, (document) => {
        expect(lostIn(document).filter((line) => !isOtherwise(line))).toEqual([])
      }),
      runs(0.1),
    )
  })
})
