import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { isCidr, overlaps, prefixLengthOf, holds, type Cidr } from '../net/cidr'
import { isIp } from '../net/ip'
import { keysOf } from '../kinds/without'
import { allBlocksOf, subnetBlocksOf } from './peering'
import type { Document } from './document'

/** A resource that fits what was typed, and what in it fits. */
export interface Found {
  readonly id: Id
  readonly why: string
}

interface Scored extends Found {
  readonly score: number
}

/** The blocks of a resource that has any of its own. */
function blocksIn(resource: Resource): readonly Cidr[] {
  if (resource.kind === 'vpc') return allBlocksOf(resource)
  if (resource.kind === 'subnet') return subnetBlocksOf(resource)
  if (resource.kind === 'public-address') return [resource.cidrBlock]
  if (resource.kind === 'aws-service' || resource.kind === 'on-premises-network')
    return resource.prefixes
  return resource.kind === 'prefix-list' ? keysOf(resource.entries) : []
}

const addressKeys = [
  'privateIpAddress',
  'secondaryPrivateIpAddresses',
  'privateIPv4Address',
  'privateIp',
  'publicIp',
  'ipv6Address',
  'ipv6Addresses',
]

/** The addresses given to a resource. */
function addressesIn(resource: Resource): readonly string[] {
  const faces = [
    resource,
    ...('interfaces' in resource ? Object.values(resource.interfaces) : []),
    ...('subnets' in resource ? Object.values(resource.subnets) : []),
    ...('secondaryAddresses' in resource ? resource.secondaryAddresses : []),
  ]
  return faces.flatMap((face) =>
    addressKeys.flatMap((key) => {
      const value = (face as Readonly<Record<string, unknown>>)[key]
      return [value].flat().filter((it): it is string => typeof it === 'string')
    }),
  )
}

function scored(resource: Resource, words: string): Scored | null {
  const { id, name } = resource
  const blocks = blocksIn(resource)
  if (isIp(words)) {
    if (addressesIn(resource).includes(words)) return { id, why: words, score: 100 }
    const around = blocks.find((block) => holds(block, words))
    // the smallest block around an address first: its subnet before its VPC
    return around
      ? { id, why: `${around} holds ${words}`, score: 50 + prefixLengthOf(around) }
      : null
  }
  if (isCidr(words)) {
    if (blocks.includes(words)) return { id, why: words, score: 100 }
    const shared = blocks.find((block) => overlaps(block, words))
    return shared ? { id, why: `${shared} overlaps ${words}`, score: 50 } : null
  }
  const lower = name.toLowerCase()
  const { term } = definitionOf(resource)
  if (lower === words) return { id, why: term, score: 90 }
  if (lower.startsWith(words)) return { id, why: term, score: 80 }
  if (lower.includes(words)) return { id, why: term, score: 70 }
  const text = [...blocks, ...addressesIn(resource)].find((it) => it.startsWith(words))
  if (text) return { id, why: text, score: 60 }
  if (`${term} ${lower}`.toLowerCase().includes(words)) return { id, why: term, score: 40 }
  return id.toLowerCase().includes(words) ? { id, why: id, score: 30 } : null
}

/** What fits these words: names, ids, blocks; an address finds its subnet and VPC. Best first. */
export function search(document: Pick<Document, 'resources'>, typed: string): readonly Found[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return []
  const resources: readonly Resource[] = Object.values(document.resources)
  return resources
    .flatMap((resource) => scored(resource, words) ?? [])
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, why }) => ({ id, why }))
}
