import type { Code } from '../../kinds/codes'
import type { Id, Resource } from '../../kinds/resource'
import type { Design } from '../../kinds/contract'
import { vpcIdOf } from '../../kinds/vpc-of'
import { keysOf } from '../../kinds/without'
import type { Verdict } from '../../engine/answer'
import { cellAt, type MatrixTable } from '../../engine/matrix/table'

interface Named {
  readonly label: string
  /** The name without that of its group, below which it stands. */
  readonly short: string
  /** What is known of it beside its name: the blocks of a subnet. */
  readonly note: string
  /** Which ends of the table it stands for, by index. */
  readonly members: readonly number[]
}

/** A row or a column: one end, or a group that stands for all ends in it. */
export type Line =
  | (Named & { readonly type: 'end'; readonly id: Id })
  | (Named & { readonly type: 'group'; readonly id: string; readonly isOpen: boolean })

export type Grouping = 'vpc' | 'account' | 'route-table'

interface Group {
  readonly id: string
  readonly label: string
  readonly note: string
}

const outside: Group = { id: 'outside', label: 'Outside', note: '' }
const tableless: Group = { id: 'no-route-table', label: 'No route table', note: '' }

/** Below which head does this end stand? What lies in no VPC stands outside. */
function groupOf(it: Resource, design: Design, grouping: Grouping): Group {
  const vpcId = vpcIdOf(it, design)
  const vpc = vpcId && design.get(vpcId)
  if (!vpc) return outside
  if (grouping === 'vpc') return { id: vpc.id, label: vpc.name, note: vpc.cidrBlock }
  if (grouping === 'account') {
    const account = design.accounts.find(({ id }) => id === vpc.ownerId)
    return { id: vpc.ownerId, label: account?.name ?? vpc.ownerId, note: vpc.ownerId }
  }
  const subnetId =
    it.kind === 'workload' ? keysOf(it.interfaces).find((id) => design.get(id)) : it.id
  const subnet = subnetId && design.get(subnetId)
  const table = subnet?.kind === 'subnet' ? design.routeTableOf(subnet.id) : undefined
  return table ? { id: table.id, label: table.name, note: vpc.name } : tableless
}

/** The ends group by group; those of an open one have lines of their own below it. */
export function linesOf(
  table: MatrixTable,
  design: Design,
  isOpen: (groupId: string) => boolean,
  filter: string,
  grouping: Grouping = 'vpc',
): readonly Line[] {
  const wanted = filter.trim().toLowerCase()
  const groups = new Map<string, { readonly group: Group; readonly members: number[] }>()
  for (const [index, id] of table.ends.entries()) {
    const it = design.get(id)
    if (!it) continue
    const group = groupOf(it, design, grouping)
    const words = `${group.label} ${it.name} ${noteOf(id, design)}`
    if (!words.toLowerCase().includes(wanted)) continue
    const known = groups.get(group.id)
    if (known) known.members.push(index)
    else groups.set(group.id, { group, members: [index] })
  }
  return [...groups.values()].flatMap(({ group, members }): readonly Line[] => {
    const open = isOpen(group.id)
    const head: Line = { ...group, short: group.label, members, type: 'group', isOpen: open }
    if (!open) return [head]
    const ends = members.flatMap((index): readonly Line[] => {
      const id = table.ends[index]
      const it = id && design.get(id)
      if (!id || !it) return []
      const [label, note] = [it.name, noteOf(id, design)]
      return [
        {
          id,
          label,
          short: grouping === 'vpc' ? shortOf(label, group.label) : label,
          note,
          members: [index],
          type: 'end',
        },
      ]
    })
    return [head, ...ends]
  })
}

const shortOf = (name: string, vpc: string): string =>
  name.startsWith(`${vpc} `) ? name.slice(vpc.length + 1) : name

function noteOf(id: Id, design: Design): string {
  const it = design.get(id)
  return it?.kind === 'subnet' ? (it.cidrBlock ?? it.ipv6CidrBlock ?? '') : ''
}

/** What a cell of the grid says: of one pair, or of all pairs of two VPCs. */
export interface Sum {
  readonly verdict: Verdict | 'mixed' | 'none'
  /** The first blocker's code, where all pairs have the same. */
  readonly code: Code | null
  readonly reachable: number
  /** Pairs of which nothing can be told: a zero beside them is no refusal. */
  readonly unmodelled: number
  readonly pairs: number
}

export function sumOf(table: MatrixTable, row: Line, column: Line): Sum {
  let [reachable, unmodelled, pairs] = [0, 0, 0]
  const verdicts = new Set<Verdict>()
  const codes = new Set<Code | null>()
  for (const from of row.members)
    for (const to of column.members) {
      const cell = cellAt(table, from, to)
      if (!cell) continue
      pairs += 1
      if (cell.verdict === 'reachable') reachable += 1
      if (cell.verdict === 'not-modelled') unmodelled += 1
      verdicts.add(cell.verdict)
      codes.add(cell.code)
    }
  const [verdict = 'none', other] = verdicts
  const [code = null, another] = codes
  return {
    verdict: other ? 'mixed' : verdict,
    code: another === undefined ? code : null,
    reachable,
    unmodelled,
    pairs,
  }
}
