import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../kinds/resource'
import { contains, nextFree, overlaps, prefixLengthOf } from '../net/cidr'
import type { Document } from './document'
import { nextFreeBlockFor, vpcBlocks } from './edits/free-cidr'
import { renumberSubnet, renumberVpc } from './edits/renumber-vpc'

/** Gives a pasted VPC or subnet the next free block where its own is taken, with all that follows. */
export function readdress(draft: Draft<Document>, id: Id): void {
  const it = draft.resources[id]
  if (it?.kind === 'subnet') readdressSubnet(draft, it)
  if (it?.kind === 'vpc') readdressVpc(draft, it)
}

function readdressSubnet(draft: Draft<Document>, subnet: Draft<ResourceOf<'subnet'>>): void {
  const vpc = draft.resources[subnet.vpcId]
  if (vpc?.kind !== 'vpc') return
  const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]
  const taken = Object.values(draft.resources).flatMap((it) =>
    it.kind === 'subnet' && it.vpcId === vpc.id && it.id !== subnet.id
      ? [it.cidrBlock, it.ipv6CidrBlock].flatMap((block) => block ?? [])
      : [],
  )
  // a subnet that comes from another Region keeps the letter of its zone
  subnet.availabilityZone = `${vpc.region}${subnet.availabilityZone.slice(-1)}`
  const { cidrBlock } = subnet
  if (!cidrBlock) return
  const fits =
    blocks.some((block) => contains(block, cidrBlock)) &&
    !taken.some((block) => overlaps(block, cidrBlock))
  if (fits) return
  const free = blocks
    .map((block) => nextFree(block, prefixLengthOf(cidrBlock), taken))
    .find((block) => block !== null)
  if (free) renumberSubnet(draft, subnet.id, free)
}

function readdressVpc(draft: Draft<Document>, vpc: Draft<ResourceOf<'vpc'>>): void {
  for (const block of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]) {
    // its own block is in the list once; anything more is another VPC's
    const sharing = vpcBlocks(draft).filter((other) => overlaps(other, block))
    const free = sharing.length > 1 && nextFreeBlockFor(draft, vpc, block)
    if (free) renumberVpc(draft, vpc.id, { from: block, to: free })
  }
}
