import {
  cidrAt,
  contains,
  nextFree,
  overlaps,
  parseCidr4,
  prefixLengthOf,
  rangeOf,
  type Cidr,
} from '../../../net/cidr'
import type { ResourceOf } from '../../../kinds/resource'
import type { Design } from '../../../kinds/contract'
import { nextFreeVpcCidr, vpcBlocks } from '../../../model/edits/free-cidr'
import { blocksOf, isOver, otherEnd } from '../../../model/peering'
import { associationProblem, blockProblem, vpcPrefixLengths } from '../../../model/vpc-blocks'
import type { Document } from '../../../model/document'
import type { InputProblem } from '../../../ui/DraftInput'
import { cidrTextProblem } from './cidr-text'

type Vpc = ResourceOf<'vpc'>
type Block = Vpc['cidrBlock']

const { shortest, longest } = vpcPrefixLengths

function clamped(length: number): number {
  return Math.min(longest, Math.max(shortest, length))
}

/**
 * What to say of a text that shall be a block of this VPC, while it is typed. `replaces` is the
 * block it stands for now, null for a new secondary one. Only what AWS would refuse whatever else
 * there is keeps the text from being taken; the rest the design may hold, to show it in a review.
 */
export function vpcBlockProblem(
  text: string,
  vpc: Vpc,
  replaces: Block | null,
  document: Pick<Document, 'resources'>,
  design: Design,
): InputProblem | null {
  const parsed = parseCidr4(text)
  if (!parsed.ok) return textProblem(text)
  const block = parsed.value
  if (block === replaces) return null
  const free = nextFreeVpcCidr(document, clamped(prefixLengthOf(block)))
  const suggestion = free ? { suggestion: free } : {}
  const own = blockProblem(block)
  if (own?.code === 'size')
    return {
      tone: 'error',
      text: sizeWords(block),
      suggestion: resized(block, vpc, replaces, document) ?? free ?? undefined,
    }
  if (own?.code === 'forbidden-range')
    return { tone: 'error', text: `AWS reserves ${own.range}.`, ...suggestion }
  const others = blocksOf(vpc).filter((it) => it !== replaces)
  const association = associationProblem(others, block)
  if (association?.code === 'overlap')
    return {
      tone: 'error',
      text: `Overlaps ${association.other}, another block of this VPC.`,
      ...suggestion,
    }
  if (association?.code === 'restricted')
    return {
      tone: 'warn',
      text: `AWS does not let ${block} join a VPC that has ${association.other}.`,
    }
  return (
    peerProblem(block, vpc, design) ??
    strayProblem(block, vpc, replaces, design) ??
    twinProblem(block, vpc, free, design)
  )
}

const sizeWords = (block: Cidr) =>
  `/${prefixLengthOf(block)} will not do: a VPC block is /${shortest} to /${longest}.`

/** Host bits and a forbidden size at once are mended at once, where the address was typed. */
function textProblem(text: string): InputProblem | null {
  const problem = cidrTextProblem(text, 16)
  const mended = parseCidr4(problem?.suggestion ?? '')
  if (!mended.ok || blockProblem(mended.value)?.code !== 'size') return problem
  const near = `${text.trim().split('/')[0] ?? ''}/${clamped(prefixLengthOf(mended.value))}`
  const suggestion = cidrTextProblem(near, 16)?.suggestion ?? near
  return { tone: 'error', text: sizeWords(mended.value), suggestion }
}

/**
 * The nearest size that will do, where it was typed: the first free block inside a range that is too
 * wide, the block around one that is too narrow. Null where that is taken.
 */
function resized(
  block: Block,
  vpc: Vpc,
  replaces: Block | null,
  document: Pick<Document, 'resources'>,
): Block | null {
  const length = clamped(prefixLengthOf(block))
  const others = blocksOf(vpc).filter((it) => it !== replaces)
  const taken = vpcBlocks(document).filter((it) => it !== replaces || others.includes(it))
  const range = length < prefixLengthOf(block) ? cidrAt(rangeOf(block).first, length) : block
  const free = nextFree(range, length, taken)
  return free && associationProblem(others, free)?.code !== 'restricted' ? free : null
}

/** Peered VPCs must not share an address in any block. (PEER-4) */
function peerProblem(block: Cidr, vpc: Vpc, design: Design): InputProblem | null {
  for (const peering of design.all('vpc-peering-connection')) {
    const peerId = otherEnd(peering, vpc.id)
    const peer = peerId && !isOver(peering) ? design.get(peerId) : undefined
    const hit = peer && blocksOf(peer).find((it) => overlaps(it, block))
    if (peer && hit)
      return {
        tone: 'warn',
        text: `Overlaps ${peer.name} (${hit}), which ${peering.name} joins to this VPC; AWS refuses that peering.`,
      }
  }
  return null
}

/** A block of another size leaves subnets behind; one of the same size takes them along. */
function strayProblem(
  block: Cidr,
  vpc: Vpc,
  replaces: Block | null,
  design: Design,
): InputProblem | null {
  if (replaces === null || prefixLengthOf(replaces) === prefixLengthOf(block)) return null
  const left = design
    .all('subnet')
    .filter(
      (it) =>
        it.vpcId === vpc.id &&
        it.cidrBlock !== null &&
        contains(replaces, it.cidrBlock) &&
        !contains(block, it.cidrBlock),
    )
  if (left.length === 0) return null
  return {
    tone: 'warn',
    text: `Leaves ${left.map((it) => `${it.name} (${it.cidrBlock})`).join(', ')} outside the VPC.`,
  }
}

/** VPCs that share addresses may stand side by side, but nothing can ever join them. */
function twinProblem(
  block: Cidr,
  vpc: Vpc,
  free: Cidr | null,
  design: Design,
): InputProblem | null {
  const twin = design
    .all('vpc')
    .find((it) => it.id !== vpc.id && blocksOf(it).some((other) => overlaps(other, block)))
  if (!twin) return null
  return {
    tone: 'warn',
    text: `${twin.name} (${blocksOf(twin).join(', ')}) has these addresses too; the two could not be peered.`,
    ...(free ? { suggestion: free } : {}),
  }
}
