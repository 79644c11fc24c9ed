import { text, type Raw } from '../../kinds/describe'
import type { Book } from '../cloudformation/book'
import type { Item, TypeReader } from '../cloudformation/item'
import type { Remark } from '../report'
import { isArgumentBeside } from './beside'
import { inWords } from './properties'
import type { Doubt } from './shown'
import { balancingTells } from './types/balancing'
import { clientVpnTells } from './types/client-vpn'
import { serviceTells } from './types/endpoint-services'
import { firewallTells } from './types/firewalls'
import { workloadTells } from './types/workloads'
import { clusterTells } from './types/workloads-clusters'
import { launchTells } from './types/workloads-launched'
import { isOfPrefix, prefixesFor } from './targets'

/** A resource as it is written down, with what of it is not known. */
export interface Doubtful {
  readonly it: Item
  /** Its type in the words of Terraform. */
  readonly type: string
  readonly reader: TypeReader
  readonly doubts: readonly Doubt[]
}

/** What lies in nothing that is known is not drawn at all, and whatever names it is not understood. */
const containers = new Set(['vpc_id', 'subnet_id'])

/** Attributes that say something of what they name, beside what they say of their own resource. */
const touching: Readonly<Record<string, readonly string[]>> = {
  aws_default_network_acl: ['default_network_acl_id', 'subnet_ids'],
  aws_default_route_table: ['default_route_table_id'],
  aws_autoscaling_group: ['target_group_arns', 'traffic_source'],
  aws_dx_hosted_private_virtual_interface_accepter: ['vpn_gateway_id'],
  aws_dx_private_virtual_interface: ['vpn_gateway_id'],
  aws_ecs_service: ['load_balancer'],
  aws_network_acl: ['subnet_ids'],
  aws_vpc_endpoint: ['route_table_ids'],
}

/** What doubts leave open: by ID what is missing, and what is to be said of it. */
export interface Outcome {
  readonly undescribed: ReadonlyMap<string, string>
  readonly remarks: readonly Remark[]
}

/** Of types that hold much beside, the attributes that say something of the network. */
const telling: Readonly<Record<string, readonly string[]>> = {
  ...balancingTells,
  ...clientVpnTells,
  ...firewallTells,
  ...serviceTells,
  ...clusterTells,
  ...launchTells,
  ...workloadTells,
}

/** Does it say something of the network? */
export const relevant = (type: string, { attribute, key }: Doubt): boolean => {
  if (Object.hasOwn(telling, type))
    return [...(telling[type] ?? []), ...ofTerraform].includes(attribute) && !asides.test(key)
  return !isArgumentBeside(attribute)
}

/** Parts of blocks that say nothing of the network. */
const asides =
  /^(?:version|container_name|role_arn|instance_type|public_access_cidrs|certificate_arn)$/

/** Whether it is made at all. */
const ofTerraform = ['count', 'for_each']

/** What is not known of these resources leaves unknown what they, and others by them, do. */
export function doubted(
  doubtful: readonly Doubtful[],
  all: readonly Doubtful[],
  ids: ReadonlySet<string>,
): Outcome {
  const undescribed = new Map<string, string>()
  const remarks: Remark[] = []
  const lost = new Map<string, string>()
  const mark = (id: unknown, missing: string) => {
    if (typeof id === 'string' && id !== '') undescribed.set(id, missing)
  }
  for (const { it, type, reader, doubts } of doubtful)
    for (const doubt of doubts.filter((each) => relevant(type, each))) {
      const said = doubt.key === doubt.attribute ? doubt.key : `${doubt.attribute}.${doubt.key}`
      const missing = `what ${said} of ${it.address} comes to`
      remarks.push({
        type: 'missing',
        what: it.address,
        text: `It is not known what ${said} comes to. ${doubt.why}`,
      })
      const owners = reader.partOf?.(it)
      for (const id of owners ?? [it.id]) mark(id, missing)
      if (!owners && containers.has(doubt.attribute)) lost.set(it.id, missing)
      const touches =
        isOwner(reader, it, doubt.key) ||
        (Object.hasOwn(touching, type) && touching[type]?.includes(doubt.attribute) === true)
      if (!touches) continue
      const prefixes = doubt.attribute === 'traffic_source' ? ['arn:'] : prefixesFor(doubt.key)
      for (const id of doubt.among ?? [...ids].filter((each) => isOfPrefix(each, prefixes)))
        mark(id, missing)
    }
  for (const { it, reader } of lost.size > 0 ? withLost(all, lost) : []) {
    const missing = [...mentioned(it.properties)].map((id) => lost.get(id)).find((each) => each)
    for (const id of reader.partOf?.(it) ?? [it.id]) if (missing) mark(id, missing)
  }
  return { undescribed, remarks }
}

/** Everything that names what is lost; what lies in it is lost with it. */
function withLost(all: readonly Doubtful[], lost: Map<string, string>): readonly Doubtful[] {
  const naming = new Set<Doubtful>()
  for (let before = -1; before !== lost.size;) {
    before = lost.size
    for (const each of all) {
      const { it, reader } = each
      const gone = [...mentioned(it.properties)].find((id) => lost.has(id))
      if (gone === undefined) continue
      naming.add(each)
      const within = [...containers].some((key) => text(it.properties, inWords(key)) === gone)
      if (within && !reader.partOf && !lost.has(it.id)) lost.set(it.id, lost.get(gone) ?? '')
    }
  }
  return [...naming]
}

/** Is it what the attribute names that the resource is part of? */
function isOwner(reader: TypeReader, it: Item, key: string): boolean {
  const sign = 'told-by-this'
  const asked = (value: unknown) => ({
    ...it,
    properties: { ...it.properties, [inWords(key)]: value },
  })
  const owners = [sign, [sign]].flatMap((value) => reader.partOf?.(asked(value)) ?? [])
  return owners.includes(sign)
}

const deepest = 20

/** Every text within properties. */
function mentioned(value: unknown, found = new Set<string>(), depth = 0): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  else if (depth < deepest && Array.isArray(value))
    for (const each of value as readonly unknown[]) mentioned(each, found, depth + 1)
  else if (depth < deepest && typeof value === 'object' && value !== null)
    for (const each of Object.values(value as Raw)) mentioned(each, found, depth + 1)
  return found
}

/** Types that others are made from: what is not known of them is not known of those. */
const alone = /^aws_(?:db_subnet_group|launch_configuration|launch_template|rds_cluster)$/

/** Says it of them before the others are read. */
export function unsureAlone(all: readonly Doubtful[], book: Book): void {
  for (const { it, type, doubts } of all.filter((each) => alone.test(each.type)))
    for (const doubt of doubts.filter((each) => relevant(type, each)))
      book.doubt(it.id, `what ${doubt.attribute} of ${it.address} comes to`)
}
