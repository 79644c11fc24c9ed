import type { Id, ResourceOf } from '../../kinds/resource'
import { vpcBlocks } from '../../model/edits/free-cidr'
import { blocksOf } from '../../model/peering'
import { associationProblem, blockProblem } from '../../model/vpc-blocks'
import { cidr, contains, nextFree, overlaps, prefixLengthOf } from '../../net/cidr'
import { rfc1918, rfc6598 } from '../../net/ranges'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { moveBlocksRepair } from './renumber'
import { repair } from './repair'
import { called } from '../../kinds/called'

type Vpc = ResourceOf<'vpc'>
type Block = Vpc['secondaryCidrBlocks'][number]

/** AWS adds the first two to hardly any VPC; Docker keeps the third for itself. (VPC-7, VPC-13) */
const delicate = ['10.0.0.0/16', '172.31.0.0/16', '172.17.0.0/16'].map(cidr)

/**
 * Another place for a secondary block that AWS does not take where it is: the next free one that
 * may join the VPC's other blocks, in the private range of the primary, else in 100.64.0.0/10. Null
 * where it shares addresses with another block of the VPC, for a subnet there may mean either.
 */
export function moveSecondaryRepair(
  network: Network,
  vpcId: Id<'vpc'>,
  block: Block,
): Repair | null {
  const vpc = network.design.get(vpcId)
  if (!vpc || blockProblem(block)) return null
  const at = blocksOf(vpc).indexOf(block)
  const others = blocksOf(vpc).filter((_, index) => index !== at)
  if (at < 1 || others.some((it) => overlaps(it, block))) return null
  const to = joinable(network, vpc, at, prefixLengthOf(block))
  return to && moveBlocksRepair(network, vpcId, [{ from: block, to }])
}

function joinable(
  { design, document }: Network,
  vpc: Vpc,
  at: number,
  length: number,
): Block | null {
  const blocks = blocksOf(vpc)
  // a block as large as a route's destination could not be added where that route is (VPC-9)
  const named = design
    .all('route-table')
    .flatMap((it) => Object.keys(it.routes) as Block[])
    .filter((it) => prefixLengthOf(it) >= length)
  const taken = [...vpcBlocks(document), ...named, ...delicate]
  const home = rfc1918.filter((range) => overlaps(range, vpc.cidrBlock))
  for (const range of [...home, rfc6598]) {
    const candidate = prefixLengthOf(range) <= length ? nextFree(range, length, taken) : null
    if (candidate && !associationProblem(blocks.slice(0, at), candidate)) return candidate
  }
  return null
}

/** Takes a secondary block away whose addresses another block of the VPC has already. */
export function dropSecondaryRepair({ document }: Network, vpc: Vpc, block: Block): Repair | null {
  const holder = blocksOf(vpc).find((it) => it !== block && contains(it, block))
  const isTwin = blocksOf(vpc).indexOf(block) < blocksOf(vpc).lastIndexOf(block)
  if (!holder && !isTwin) return null
  return repair({
    id: `drop-block:${vpc.id}:${block}`,
    label: `Remove ${block}, which ${holder ?? `the other ${block}`} holds already`,
    preview: `Removes 1 secondary block of ${called(vpc)}; its addresses stay.`,
    document,
    run: (draft) => {
      const it = draft.resources[vpc.id]
      if (it?.kind !== 'vpc') return
      const rest = it.secondaryCidrBlocks.filter((each) => each !== block)
      const remains = holder !== undefined || it.cidrBlock === block
      it.secondaryCidrBlocks = remains ? rest : [...rest, block]
    },
  })
}
