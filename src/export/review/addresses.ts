import { called } from '../../kinds/called'
import type { Design } from '../../kinds/contract'
import { placeOf, vpcOf } from '../../kinds/emit'
import type { Resource } from '../../kinds/resource'
import { isCidr } from '../../net/cidr'
import { isIp } from '../../net/ip'
import { inOrder } from '../collect'
import { csv } from './csv'

const heads = ['account', 'Region', 'VPC', 'resource', 'kind', 'subnet', 'field', 'address']

interface Found {
  readonly subnet: string
  readonly field: string
  readonly address: string
}

/** All blocks and addresses that are written down; what AWS chooses is not known before. */
export function addressesCsv(design: Design): string {
  const rowsOf = (it: Resource) => {
    const place = placeOf(it, design)
    const known = [
      place?.ownerId ?? '',
      place?.region ?? '',
      vpcOf(it, design)?.name ?? '',
      called(it),
      it.kind,
    ]
    return foundIn(it, design).map(({ subnet, field, address }) => [
      ...known,
      subnet,
      field,
      address,
    ])
  }
  return csv([heads, ...inOrder(Object.values(design.resources)).flatMap(rowsOf)])
}

/** Rules and routes have tables of their own, and names may look like anything. */
const elsewhere: ReadonlySet<string> = new Set([
  'id',
  'name',
  'tags',
  'routes',
  'ingress',
  'egress',
  'awsId',
])

/** The addresses in the fields of a resource; what lies in a subnet stands under its id. */
function foundIn(it: Resource, design: Design): readonly Found[] {
  const found: Found[] = []
  const look = (value: unknown, field: string, subnet: string) => {
    if (typeof value === 'string') {
      if (isIp(value) || isCidr(value)) found.push({ subnet, field, address: value })
    } else if (Array.isArray(value)) for (const each of value) look(each, field, subnet)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        const inside = key.startsWith('subnet:') ? (design.resources[key]?.name ?? key) : null
        if (inside !== null) look(each, field, inside)
        else if (!elsewhere.has(key)) look(each, key, subnet)
      }
  }
  look(it, '', 'subnetId' in it ? ((it.subnetId && design.get(it.subnetId)?.name) ?? '') : '')
  return found
}
