import type { Id, ResourceOf } from '../../../kinds/resource'
import { renumberSubnet } from '../../../model/edits/renumber-vpc'
import { allBlocksOf, blocksOf, subnetBlocksOf } from '../../../model/peering'
import {
  contains,
  firstOverlap,
  isCidr4,
  nextFree,
  prefixLengthOf,
  type Cidr,
} from '../../../net/cidr'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { counted } from '../../repairs/words'
import { fieldOfBlock } from '../block-field'
import { defineRule } from '../define-rule'

type Subnet = ResourceOf<'subnet'>

type Facts =
  | {
      readonly code: 'outside'
      readonly subnet: Subnet
      readonly block: Cidr
      readonly vpc: ResourceOf<'vpc'>
    }
  | {
      readonly code: 'overlap'
      readonly subnet: Subnet
      readonly other: Subnet
      readonly blocks: readonly [Cidr, Cidr]
    }

/** A subnet that lies outside its VPC's blocks, or shares addresses with a sibling. */
export const subnetMisplaced = defineRule<Facts>({
  id: 'L03',
  name: 'subnet-misplaced',
  severity: 'error',
  rules: ['VPC-16', 'VPC-17'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *check(network) {
    const { design } = network
    const siblings = new Map<Id<'vpc'>, Subnet[]>()
    for (const subnet of design.all('subnet')) {
      const vpc = design.get(subnet.vpcId)
      for (const block of subnetBlocksOf(subnet))
        if (vpc && !allBlocksOf(vpc).some((it) => contains(it, block)))
          yield {
            resources: [subnet.id, vpc.id],
            evidence: [
              { type: 'field', resourceId: subnet.id, field: fieldOfBlock(subnet, block) },
            ],
            facts: { code: 'outside', subnet, block, vpc },
            repairs: [isCidr4(block) ? toFreeBlock(network, subnet) : null],
          }
      const earlier = siblings.get(subnet.vpcId) ?? []
      for (const other of earlier) {
        const blocks = firstOverlap(subnetBlocksOf(subnet), subnetBlocksOf(other))
        if (!blocks) continue
        yield {
          resources: [subnet.id, other.id],
          evidence: ([subnet, other] as const).map((it, index) => ({
            type: 'field',
            resourceId: it.id,
            field: fieldOfBlock(it, blocks[index] ?? blocks[0]),
          })),
          facts: { code: 'overlap', subnet, other, blocks },
          repairs: [isCidr4(blocks[0]) ? toFreeBlock(network, subnet) : null],
        }
      }
      siblings.set(subnet.vpcId, [...earlier, subnet])
    }
  },
  say: (it) =>
    it.code === 'outside'
      ? `${called(it.subnet)} (${it.block}) lies outside the blocks of ${called(it.vpc)} (${allBlocksOf(it.vpc).join(', ')}). Give it a block inside, or add the block to the VPC.`
      : `${called(it.subnet)} (${it.blocks[0]}) and ${called(it.other)} (${it.blocks[1]}) overlap. Give one of them a block that is free.`,
})

/** Moves the IPv4 block of the subnet to the next free block of its size in its VPC. */
function toFreeBlock({ design, document }: Network, subnet: Subnet) {
  const vpc = design.get(subnet.vpcId)
  if (!vpc || !subnet.cidrBlock) return null
  const taken = design
    .all('subnet')
    .filter((it) => it.vpcId === vpc.id && it.id !== subnet.id)
    .flatMap((it) => it.cidrBlock ?? [])
  const length = prefixLengthOf(subnet.cidrBlock)
  for (const block of blocksOf(vpc)) {
    const free = prefixLengthOf(block) <= length ? nextFree(block, length, taken) : null
    if (!free) continue
    return repair({
      id: `renumber-subnet:${subnet.id}`,
      label: `Re-address ${called(subnet)} to ${free} (next free block)`,
      preview: (addresses: number) =>
        `Changes the block of 1 subnet${addresses > 0 ? ` and ${counted(addresses, 'given address', 'given addresses')}` : ''}; routes and rules stay as they are.`,
      document,
      run: (draft) => renumberSubnet(draft, subnet.id, free),
    })
  }
  return null
}
