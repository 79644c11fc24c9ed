import { called } from '../kinds/called'
import { definitionOf, kinds, linksOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Document } from './document'

/** What deleting these resources does to the rest of the document. */
export interface Removal {
  /** Everything that goes, the chosen ones first. */
  readonly doomed: readonly Id[]
  /** What stays, without its references to what goes. */
  readonly changed: readonly Resource[]
  /** What AWS would not let go, and why. It stays, with all that depends on it. */
  readonly refused: readonly { readonly id: Id; readonly reason: string }[]
  /** How many references are taken out of what stays, by what they are: `route`, `rule`. */
  readonly released: ReadonlyMap<string, number>
}

/** What a reference is called when it is taken away, by the field that holds it. */
const referenceWords: Readonly<Record<string, readonly [string, string]>> = {
  routes: ['route', 'routes'],
  ingress: ['security group rule', 'security group rules'],
  egress: ['security group rule', 'security group rules'],
  routeTableId: ['route table association', 'route table associations'],
  interfaces: ['network interface', 'network interfaces'],
  securityGroupIds: ['security group membership', 'security group memberships'],
  groupIds: ['security group membership', 'security group memberships'],
  associatedVpcIds: ['VPC association', 'VPC associations'],
  networkAclId: ['network ACL association', 'network ACL associations'],
  gatewayId: ['edge association', 'edge associations'],
  propagatingVgwIds: ['route propagation', 'route propagations'],
  onPremisesNetworkId: ['place behind a customer gateway', 'places behind customer gateways'],
  instanceId: ['interface attachment', 'interface attachments'],
  associatedWith: ['Elastic IP association', 'Elastic IP associations'],
  subnetIds: ['subnet association', 'subnet associations'],
  subnets: ['load balancer node', 'load balancer nodes'],
  listeners: ['forward to a target group', 'forwards to a target group'],
  targets: ['target', 'targets'],
  associations: ['association', 'associations'],
  propagations: ['transit gateway propagation', 'transit gateway propagations'],
  serviceId: ['service of an endpoint', 'services of endpoints'],
  routeTableIds: ['gateway endpoint association', 'gateway endpoint associations'],
  loadBalancerIds: ['load balancer of a service', 'load balancers of services'],
  services: ['target of a service', 'targets of services'],
  eniConfigs: ['ENIConfig', 'ENIConfigs'],
}

/**
 * What goes when these are deleted? What lies inside goes along, as do links that lose an end; what
 * merely names them lets go of the name. A main route table goes only with its VPC. (RT-2)
 */
export function removalOf(document: Pick<Document, 'resources'>, ids: readonly Id[]): Removal {
  const resources: readonly Resource[] = Object.values(document.resources)
  const chosen = ids.filter((id) => Object.hasOwn(document.resources, id))
  const refused = chosen.flatMap((id) => {
    const it = document.resources[id]
    return it?.kind === 'route-table' && it.main && !chosen.includes(it.vpcId)
      ? [
          {
            id,
            reason: `${it.name} is the main route table of its VPC; it goes only with the VPC.`,
          },
        ]
      : []
  })
  const { gone: doomed, changed } = lettingGo(
    resources,
    chosen.filter((id) => !refused.some((it) => it.id === id)),
  )
  const released = new Map<string, number>()
  for (const id of changed.keys()) {
    const it = document.resources[id]
    for (const link of it ? linksOf(it) : []) {
      if (!doomed.has(link.to)) continue
      const field = link.field.split('.', 1)[0] ?? link.field
      released.set(field, (released.get(field) ?? 0) + 1)
    }
  }
  return { doomed: [...doomed], changed: [...changed.values()], refused, released }
}

/**
 * What becomes of resources once those with these ids are not there: `gone` are they and all that
 * cannot be without them, `changed` is what stays and lets go of them.
 */
export function lettingGo(
  resources: readonly Resource[],
  ids: readonly Id[],
): { readonly gone: ReadonlySet<Id>; readonly changed: ReadonlyMap<Id, Resource> } {
  const gone = new Set(ids)
  let changed = new Map<Id, Resource>()
  for (let size = -1; size !== gone.size;) {
    size = gone.size
    changed = new Map()
    for (const it of resources) {
      if (gone.has(it.id)) continue
      const lost = linksOf(it).filter((link) => gone.has(link.to))
      if (lost.length === 0) continue
      const rest = lost.reduce((left, link) => definitionOf(left).without(left, link.to), it)
      // a link that is more than a name takes the resource along, and so does a last subnet
      const lives =
        lost.every((link) => link.relation === 'uses') &&
        definitionOf(rest).schema.safeParse(rest).success
      if (lives) changed.set(it.id, rest)
      else gone.add(it.id)
    }
  }
  return { gone, changed }
}

/**
 * The removal in one sentence.
 * @example 'Deletes VPC A with 4 subnets and 1 internet gateway. Removes 3 routes.'
 */
export function removalWords(
  document: Pick<Document, 'resources'>,
  chosen: readonly Id[],
  { doomed, refused, released }: Removal,
): string {
  const named = chosen.filter((id) => doomed.includes(id))
  const along = doomed.filter((id) => !chosen.includes(id))
  const first = named[0] && document.resources[named[0]]
  const head = named.length === 1 && first ? called(first) : counted(document, named)
  const sentences = [
    ...(named.length > 0
      ? [`Deletes ${head}${along.length > 0 ? ` with ${counted(document, along)}` : ''}.`]
      : []),
    ...(released.size > 0 ? [`Removes ${releasedWords(released)}.`] : []),
    ...refused.map((it) => it.reason),
  ]
  return sentences.join(' ')
}

/** How many of each kind, in the order of the palette. */
function counted({ resources }: Pick<Document, 'resources'>, ids: readonly Id[]): string {
  const present = ids.map((id) => resources[id]?.kind)
  return listed(
    kinds.flatMap((kind) => {
      const count = present.filter((it) => it === kind).length
      const { term, plural } = definitionOf({ kind })
      return count > 0 ? [`${count} ${count === 1 ? term : plural}`] : []
    }),
  )
}

function releasedWords(released: Removal['released']): string {
  const counts = new Map<readonly [string, string], number>()
  for (const [field, count] of released) {
    const words = referenceWords[field] ?? ['reference', 'references']
    const same = [...counts.keys()].find((it) => it[0] === words[0]) ?? words
    counts.set(same, (counts.get(same) ?? 0) + count)
  }
  return listed(
    [...counts].map(([words, count]) => `${count} ${count === 1 ? words[0] : words[1]}`),
  )
}

/** `a`, `a and b`, `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
