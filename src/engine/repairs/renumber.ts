import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../../kinds/resource'
import { nextFreeBlockFor } from '../../model/edits/free-cidr'
import type { BlockMove } from '../../model/edits/moved-block'
import { renumberVpc, type Renumbered } from '../../model/edits/renumber-vpc'
import type { Document } from '../../model/document'
import { allBlocksOf, blocksOf } from '../../model/peering'
import { blockProblem } from '../../model/vpc-blocks'
import { firstOverlap, overlaps, type Cidr4 } from '../../net/cidr'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'
import { counted, listed } from './words'

const addressesMoved = (told: Renumbered): readonly string[] =>
  [
    [told.subnets, 'subnet'] as const,
    [told.addresses, 'given address', 'given addresses'] as const,
    [told.routes, 'route'] as const,
    [told.rules, 'security group rule'] as const,
  ].flatMap(([count, noun, plural]) => (count > 0 ? [counted(count, noun, plural)] : []))

/** Where these blocks of a VPC could go, each to the next free one; null when one finds no room. */
function movesOf(
  document: Document,
  vpc: ResourceOf<'vpc'>,
  blocks: readonly Cidr4[],
): readonly BlockMove[] | null {
  const moves: BlockMove[] = []
  let resources = document.resources
  let it = vpc
  for (const from of blocks) {
    if (blockProblem(from)) return null
    const to = nextFreeBlockFor({ resources }, it, from)
    if (!to) return null
    moves.push({ from, to })
    it = {
      ...it,
      cidrBlock: it.cidrBlock === from ? to : it.cidrBlock,
      secondaryCidrBlocks: it.secondaryCidrBlocks.map((block) => (block === from ? to : block)),
    }
    resources = { ...resources, [it.id]: it }
  }
  return moves
}

/**
 * Gives these blocks of a VPC other addresses, with everything that lies in them and names them. A
 * peering connection that AWS refused for the overlap is requested anew.
 */
export function renumberRepair(
  network: Network,
  vpcId: Id<'vpc'>,
  blocks: readonly Cidr4[],
  refused: ResourceOf<'vpc-peering-connection'> | null = null,
): Repair | null {
  const vpc = network.design.get(vpcId)
  const moves = vpc && movesOf(network.document, vpc, blocks)
  return moves ? moveBlocksRepair(network, vpcId, moves, refused) : null
}

/** The same for blocks whose new places are known. */
export function moveBlocksRepair(
  { design, document }: Network,
  vpcId: Id<'vpc'>,
  moves: readonly BlockMove[],
  refused: ResourceOf<'vpc-peering-connection'> | null = null,
): Repair | null {
  const vpc = design.get(vpcId)
  if (!vpc || moves.length === 0) return null
  const places = listed(moves.map(({ to }) => to))
  const whole = moves.some(({ from }) => from === vpc.cidrBlock)
  const what = whole ? called(vpc) : `${listed(moves.map(({ from }) => from))} of ${called(vpc)}`
  return repair({
    id: `renumber-vpc:${vpcId}:${moves.map(({ to }) => to).join(',')}`,
    label: `Re-address ${what} to ${places} (next free ${moves.length === 1 ? 'block' : 'blocks'})`,
    preview: ({ told, renewed }: { told: Renumbered; renewed: boolean }) => {
      const along = addressesMoved(told)
      return [
        `Changes ${counted(moves.length, 'block')} of ${called(vpc)}`,
        along.length > 0 ? `, and with it ${listed(along)}` : '',
        renewed ? '; requests the VPC peering connection again' : '',
        '.',
      ].join('')
    },
    document,
    run: (draft) => {
      const told = moves
        .map((move) => renumberVpc(draft, vpcId, move))
        .reduce((sum, each) => ({
          subnets: sum.subnets + each.subnets,
          addresses: sum.addresses + each.addresses,
          routes: sum.routes + each.routes,
          rules: sum.rules + each.rules,
        }))
      return { told, renewed: refused !== null && requestAgain(draft, refused.id) }
    },
  })
}

/** A refused request stays refused; a new one is made once nothing overlaps. */
function requestAgain(draft: Draft<Document>, peeringId: Id<'vpc-peering-connection'>): boolean {
  const peering = draft.resources[peeringId]
  if (peering?.kind !== 'vpc-peering-connection' || peering.status !== 'failed') return false
  const ends = [peering.requesterVpcId, peering.accepterVpcId].map((id) => draft.resources[id])
  const [one, other] = ends.map((it) => (it?.kind === 'vpc' ? allBlocksOf(it) : []))
  if (firstOverlap(one ?? [], other ?? [])) return false
  peering.status = 'pending-acceptance'
  return true
}

/** Which IPv4 blocks of the first VPC collide with one of the second's? */
export function collidingBlocks(one: ResourceOf<'vpc'>, other: ResourceOf<'vpc'>): Cidr4[] {
  return blocksOf(one).filter((block) => blocksOf(other).some((it) => overlaps(it, block)))
}
