import type { Code } from '../../kinds/codes'
import type { Id } from '../../kinds/resource'
import type { Design } from '../../kinds/contract'
import { vpcIdOf } from '../../kinds/vpc-of'
import type { Verdict } from '../../engine/answer'
import { cellAt, type MatrixTable } from '../../engine/matrix/table'

/** A row or a column: one end, or a VPC that stands for all ends in it. */
export interface Line {
  readonly id: Id
  readonly label: string
  /** The name without that of its VPC, below which it stands. */
  readonly short: string
  /** What is known of it beside its name: the blocks of a subnet. */
  readonly note: string
  /** Which ends of the table it stands for, by index. */
  readonly members: readonly number[]
  readonly type: 'vpc' | 'end'
  readonly isOpen: boolean
}

/** The ends VPC by VPC; those of an open VPC have lines of their own below it. */
export function linesOf(
  table: MatrixTable,
  design: Design,
  isOpen: (vpcId: Id) => boolean,
  filter: string,
): readonly Line[] {
  const wanted = filter.trim().toLowerCase()
  const groups = new Map<Id, number[]>()
  for (const [index, id] of table.ends.entries()) {
    const it = design.get(id)
    const vpcId = it && vpcIdOf(it, design)
    const vpc = vpcId && design.get(vpcId)
    if (
      !it ||
      !vpc ||
      !`${vpc.name} ${it.name} ${noteOf(id, design)}`.toLowerCase().includes(wanted)
    )
      continue
    const list = groups.get(vpcId)
    if (list) list.push(index)
    else groups.set(vpcId, [index])
  }
  return [...groups].flatMap(([vpcId, members]): readonly Line[] => {
    const open = isOpen(vpcId)
    const vpc = design.get(vpcId)
    const head: Line = {
      id: vpcId,
      label: vpc?.name ?? vpcId,
      short: vpc?.name ?? vpcId,
      note: noteOf(vpcId, design),
      members,
      type: 'vpc',
      isOpen: open,
    }
    if (!open) return [head]
    return [
      head,
      ...members.flatMap((index): readonly Line[] => {
        const id = table.ends[index]
        const it = id && design.get(id)
        if (!id || !it) return []
        return [
          {
            id,
            label: it.name,
            short: shortOf(it.name, head.label),
            note: noteOf(id, design),
            members: [index],
            type: 'end',
            isOpen: false,
          },
        ]
      }),
    ]
  })
}

const shortOf = (name: string, vpc: string): string =>
  name.startsWith(`${vpc} `) ? name.slice(vpc.length + 1) : name

function noteOf(id: Id, design: Design): string {
  const it = design.get(id)
  if (it?.kind === 'vpc') return it.cidrBlock
  return it?.kind === 'subnet' ? (it.cidrBlock ?? it.ipv6CidrBlock ?? '') : ''
}

/** What a cell of the grid says: of one pair, or of all pairs of two VPCs. */
export interface Sum {
  readonly verdict: Verdict | 'mixed' | 'none'
  /** The first blocker's code, where all pairs have the same. */
  readonly code: Code | null
  readonly reachable: number
  readonly pairs: number
}

export function sumOf(table: MatrixTable, row: Line, column: Line): Sum {
  let [reachable, pairs] = [0, 0]
  const verdicts = new Set<Verdict>()
  const codes = new Set<Code | null>()
  for (const from of row.members)
    for (const to of column.members) {
      const cell = cellAt(table, from, to)
      if (!cell) continue
      pairs += 1
      if (cell.verdict === 'reachable') reachable += 1
      verdicts.add(cell.verdict)
      codes.add(cell.code)
    }
  const [verdict = 'none', other] = verdicts
  const [code = null, another] = codes
  return {
    verdict: other ? 'mixed' : verdict,
    code: another === undefined ? code : null,
    reachable,
    pairs,
  }
}
