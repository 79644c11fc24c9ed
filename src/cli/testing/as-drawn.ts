import { catalogue } from '../../kinds/catalogue'
import type { Language } from '../../kinds/emit'
import type { Design } from '../../kinds/contract'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'

/** What no deployment brings back, and why. */
const notDeployed: { readonly [K in Kind]?: string } = {
  workload: 'what runs in the network is left for somebody to fill in',
  internet: 'nobody makes the internet',
  'public-address': 'addresses of others',
  'aws-service': 'AWS has made it',
  'on-premises-network': 'it stands outside AWS',
  'service-network': 'no answer of the AWS CLI about VPC Lattice is read',
  'service-network-vpc-association': 'no answer of the AWS CLI about VPC Lattice is read',
}

/** Where the drawing says nothing, AWS chooses. */
const chosenByAws: ReadonlySet<string> = new Set([
  'networkInterfaceId',
  'privateIp',
  'publicIp',
  'privateIpAddress',
  'networkAclId',
  'ownerId',
])

/** What is not of the network, or known by other words. */
const leftOut: ReadonlySet<string> = new Set([
  'id',
  'name',
  'awsId',
  'sourceAddress',
  'tags',
  // which ID a zone has is AWS's choice, another one in every account
  'availabilityZoneId',
  // told beside, by what it is in force for
  'routeTableId',
  'main',
  // what stands outside AWS is not deployed
  'onPremisesNetworkId',
  // an import reads it from the attachments and endpoints of others, not from AWS RAM
  'sharedWith',
  'allowedPrincipals',
  // the dump says nothing of how a target feels, and workloads are not deployed
  'targets',
  // nor of the addresses of load balancers, and the attributes of them and of target groups
  'privateIPv4Address',
  'crossZone',
  'preserveClientIp',
  // nor of types and codes of ICMP in network ACLs
  'icmpType',
  'icmpCode',
  // an import works out what comes from the far end, a drawing says it there
  'announced',
  // what an import does not know since the dump holds not all calls
  'undescribed',
  'untold',
])

/** The emulated AWS does not tell which gateway a table is associated with. */
const isForgotten = ({ kind }: Resource, key: string) =>
  kind === 'route-table' && key === 'gatewayId'

/** Fields that one language cannot say; the report of the export names each. */
const unsaid: Readonly<Record<Language, ReadonlySet<string>>> = {
  terraform: new Set(),
  cloudformation: new Set(['autoAcceptSharedAttachments', 'acceptanceRequired']),
}

type Fields = Readonly<Record<string, unknown>>

export interface Difference {
  /** What was drawn otherwise; null for what nobody drew. */
  readonly id: Id | null
  readonly text: string
}

interface Line {
  readonly id: Id
  readonly fields: Fields
}

/**
 * In what does the deployed network differ from the drawn one? Every field of every resource is
 * compared; resources are known by kind, VPC and name. Empty when they are the same.
 */
export function differences(
  drawn: Document,
  deployed: Document,
  to: Language,
): readonly Difference[] {
  const [expected, found] = [linesOf(drawn, to), linesOf(deployed, to)]
  const made = interfacesOf(drawn)
  return [
    ...[...expected].flatMap(([label, { id, fields }]): readonly Difference[] => {
      const real = found.get(label)?.fields
      if (!real) return [{ id, text: `${label} is missing` }]
      return [...new Set([...Object.keys(fields), ...Object.keys(real)])].flatMap((key) => {
        if (isAsDrawn(fields[key], real[key], key)) return []
        const [is, wanted] = [print(real[key]), print(fields[key])]
        return [{ id, text: `${label} ${key}: ${wanted}, deployed ${is}` }]
      })
    }),
    ...[...found.keys()].flatMap((label): readonly Difference[] =>
      expected.has(label) ||
      made.has(label.replace(/ \{.*$/, '')) ||
      label.startsWith('elastic-ip ')
        ? []
        : [{ id: null, text: `${label} is there, and nobody drew it` }],
    ),
  ].toSorted((a, b) => (a.text < b.text ? -1 : 1))
}

/** Is this what was drawn? Where the drawing says nothing, whatever AWS chose is. */
function isAsDrawn(drawn: unknown, deployed: unknown, key: string): boolean {
  if (chosenByAws.has(key) && (drawn ?? null) === null) return true
  // an interface that names no group gets the default one of its VPC
  if (/^(groupIds|securityGroupIds)$/.test(key) && print(drawn) === '[]')
    return /^\["security-group [^"]*\/default"\]$|^\[\]$/.test(print(deployed))
  if (!isRecord(drawn) || !isRecord(deployed)) return print(drawn) === print(deployed)
  const keys = new Set([...Object.keys(drawn), ...Object.keys(deployed)])
  return [...keys].every((each) => isAsDrawn(drawn[each], deployed[each], each))
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const print = (value: unknown): string => JSON.stringify(value ?? null)

function linesOf(document: Document, to: Language): ReadonlyMap<string, Line> {
  const design = designOf(document)
  const resources: readonly Resource[] = Object.values(document.resources)
  const lines = new Map<string, Line>()
  for (const it of resources) {
    if (it.kind in notDeployed || isOfAws(it)) continue
    const fields = Object.entries(it).flatMap(([key, value]): [string, unknown][] =>
      leftOut.has(key) || unsaid[to].has(key) || isForgotten(it, key)
        ? []
        : [[key, said(value, design)]],
    )
    const more = it.kind === 'subnet' ? { table: tableOf(it.id, design) } : {}
    const all = { ...Object.fromEntries(fields), ...more }
    const label = labelOf(it.id, design)
    // two of one name are known by all that they say
    lines.set(lines.has(label) ? `${label} ${print(all)}` : label, { id: it.id, fields: all })
  }
  return lines
}

/** Interfaces that are made for workloads, which are known by the names of these. */
function interfacesOf(document: Document): ReadonlySet<string> {
  const design = designOf(document)
  const labels = design.all('workload').map(({ id }) => labelOf(id, design))
  return new Set(labels)
}

/** What AWS makes with a VPC or a transit gateway, as long as nobody has changed it. */
function isOfAws(it: Resource): boolean {
  // a gateway that is attached to no VPC is described without one
  if (it.kind === 'vpn-gateway') return it.attachmentState === 'detached'
  if (it.kind === 'transit-gateway-route-table')
    return (
      it.name === it.awsId && (it.defaultAssociationRouteTable || it.defaultPropagationRouteTable)
    )
  if (it.kind === 'security-group') return it.name === 'default'
  if (it.kind === 'network-acl')
    return it.isDefault && [it.ingress, it.egress].every((entries) => isOpen(entries))
  return (
    it.kind === 'route-table' &&
    it.main &&
    Object.keys(it.routes).length === 0 &&
    it.propagatingVgwIds.length === 0
  )
}

/** Lets everything pass, as the default network ACL of a VPC does until somebody changes it. */
const isOpen = (entries: ResourceOf<'network-acl'>['ingress']): boolean => {
  const all = Object.values(entries)
  return (
    all.length > 0 &&
    all.every(
      ({ ruleAction, protocol, cidrBlock }) =>
        ruleAction === 'allow' && protocol === '-1' && cidrBlock.endsWith('/0'),
    )
  )
}

/** The table in force for a subnet; one that only routes within the VPC has no name. */
function tableOf(id: Id<'subnet'>, design: Design): string | null {
  const table = design.routeTableOf(id)
  return table && !isOfAws(table) ? labelOf(table.id, design) : null
}

function labelOf(id: Id, design: Design): string {
  const it = design.get(id)
  if (!it) return id
  const vpcId = it.kind === 'vpc' ? null : vpcIdOf(it, design)
  const home = vpcId ? `${design.get(vpcId)?.name}/` : ''
  // AWS has its own names for its services
  if (it.kind === 'aws-service') return `${it.kind} ${it.service} ${it.region}`
  const isOfElb = it.kind === 'load-balancer' || it.kind === 'target-group'
  // a route leads to the interface of a workload
  const kind = it.kind === 'workload' ? 'network-interface' : it.kind
  return `${kind} ${home}${isOfElb ? it.name.replace(/[^A-Za-z0-9]+/g, '-') : it.name}`
}

/** AWS answers with the numbers of protocols that a network ACL was given by name. */
const protocols = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
])

/** A value whatever the ids; keys that are mere numbers of rows say nothing. */
function said(value: unknown, design: Design): unknown {
  if (typeof value === 'string')
    return isId(value) ? labelOf(value, design) : (protocols.get(value) ?? value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list = value.map((it) => said(it, design))
    return list.every((it) => typeof it === 'string') ? list.toSorted() : list
  }
  const known = Object.entries(value).filter(([key]) => !leftOut.has(key))
  const entries = known.map(([key, it]): [string, unknown] => [
    isId(key) ? labelOf(key, design) : key,
    said(it, design),
  ])
  if (entries.length > 0 && entries.every(([key]) => /^[a-z]+-\d+$/.test(key)))
    return entries.map(([, it]) => print(withoutDescription(it))).toSorted()
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The emulated AWS forgets what is written beside rules that refer to groups. */
const withoutDescription = (rule: unknown): unknown =>
  isRecord(rule) && typeof rule['referencedGroupId'] === 'string'
    ? { ...rule, description: '' }
    : rule

const isId = (text: string): text is Id => {
  const colon = text.indexOf(':')
  return colon > 0 && Object.hasOwn(catalogue, text.slice(0, colon))
}
