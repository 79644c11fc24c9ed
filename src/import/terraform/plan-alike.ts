import { text, texts } from '../../kinds/describe'
import type { Shown } from './shown'

/**
 * A plan does not tell in which of several subnets a NAT gateway lies where code counts them by a
 * condition, as with one gateway for all zones. Where all of them have one route table and one network
 * ACL, nothing that a packet meets depends on it: the one of the same number stands for it.
 */
export function settledAlike(shown: readonly Shown[]): readonly Shown[] {
  const open = shown.filter(({ type }) => type === 'aws_nat_gateway').filter(amongSubnets)
  if (open.length === 0) return shown
  const byId = new Map(shown.map((it) => [text(it.values, 'id') ?? '', it]))
  const settled = new Map<Shown, Shown>()
  for (const it of open) {
    const ids = amongSubnets(it) ?? []
    const surroundings = new Set(ids.map((id) => surroundingsOf(id, byId.get(id), shown)))
    if (surroundings.size > 1 || surroundings.has(null)) continue
    const meant = ids.find((id) => keyOf(byId.get(id)) === keyOf(it)) ?? ids[0]
    const names = ids.map((id) => byId.get(id)?.address ?? id).join(', ')
    const said = `one of ${names}, which have one route table and one network ACL`
    settled.set(it, {
      ...it,
      values: { ...it.values, subnet_id: meant },
      doubts: it.doubts.filter(({ attribute }) => attribute !== 'subnet_id'),
      paired: new Map([...it.paired, ['subnet_id', said]]),
    })
  }
  return shown.map((it) => settled.get(it) ?? it)
}

const amongSubnets = ({ doubts }: Shown): readonly string[] | null =>
  doubts.find(({ attribute }) => attribute === 'subnet_id')?.among ?? null

const keyOf = (it: Shown | undefined): string | undefined =>
  /\[[^[]*\]$/.exec(it?.address ?? '')?.[0]

const associating =
  /^aws_(?:route_table_association|(?:default_)?network_acl|network_acl_association)$/

/** The VPC, route table and network ACLs of a subnet, in a text to compare; null where that is open. */
function surroundingsOf(
  id: string,
  subnet: Shown | undefined,
  shown: readonly Shown[],
): string | null {
  const vpc = text(subnet?.values ?? {}, 'vpc_id')
  const of: string[] = []
  for (const { type, values, doubts } of shown.filter((it) => associating.test(it.type))) {
    const isOpen = doubts.some(({ among }) => among === null || among.includes(id))
    if (isOpen && type !== 'aws_default_network_acl') return null
    if (text(values, 'subnet_id') !== id && !texts(values, 'subnet_ids').includes(id)) continue
    const table = text(values, 'route_table_id')
    of.push(table ?? text(values, 'network_acl_id') ?? text(values, 'id') ?? '')
  }
  return vpc === null ? null : [vpc, ...of.toSorted()].join()
}
