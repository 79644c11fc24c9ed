import type { Id, ResourceOf } from '../../../kinds/resource'
import { renumberSubnet } from '../../../model/edits/renumber-vpc'
import { blocksOf } from '../../../model/peering'
import { contains, nextFree, overlaps, prefixLengthOf } from '../../../net/cidr'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { counted } from '../../repairs/words'
import { defineRule } from '../define-rule'

type Subnet = ResourceOf<'subnet'>

type Facts =
  | { readonly code: 'outside'; readonly subnet: Subnet; readonly vpc: ResourceOf<'vpc'> }
  | { readonly code: 'overlap'; readonly subnet: Subnet; readonly other: Subnet }

/** A subnet that lies outside its VPC's blocks, or shares addresses with a sibling. */
export const subnetMisplaced = defineRule<Facts>({
  id: 'L03',
  name: 'subnet-misplaced',
  severity: 'error',
  rules: ['VPC-16'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *check(network) {
    const { design } = network
    const siblings = new Map<Id<'vpc'>, Subnet[]>()
    for (const subnet of design.all('subnet')) {
      const vpc = design.get(subnet.vpcId)
      if (vpc && !blocksOf(vpc).some((block) => contains(block, subnet.cidrBlock)))
        yield {
          resources: [subnet.id, vpc.id],
          evidence: [{ type: 'field', resourceId: subnet.id, field: 'cidrBlock' }],
          facts: { code: 'outside', subnet, vpc },
          repairs: [toFreeBlock(network, subnet)],
        }
      const earlier = siblings.get(subnet.vpcId) ?? []
      for (const other of earlier)
        if (overlaps(other.cidrBlock, subnet.cidrBlock))
          yield {
            resources: [subnet.id, other.id],
            evidence: [subnet, other].map(({ id }) => ({
              type: 'field',
              resourceId: id,
              field: 'cidrBlock',
            })),
            facts: { code: 'overlap', subnet, other },
            repairs: [toFreeBlock(network, subnet)],
          }
      siblings.set(subnet.vpcId, [...earlier, subnet])
    }
  },
  say: (it) =>
    it.code === 'outside'
      ? `${called(it.subnet)} (${it.subnet.cidrBlock}) lies outside the blocks of ${called(it.vpc)} (${blocksOf(it.vpc).join(', ')}). Give it a block inside, or add the block to the VPC.`
      : `${called(it.subnet)} (${it.subnet.cidrBlock}) and ${called(it.other)} (${it.other.cidrBlock}) overlap. Give one of them a block that is free.`,
})

/** Moves the subnet to the next free block of its size in its VPC. */
function toFreeBlock({ design, document }: Network, subnet: Subnet) {
  const vpc = design.get(subnet.vpcId)
  if (!vpc) return null
  const taken = design
    .all('subnet')
    .filter((it) => it.vpcId === vpc.id && it.id !== subnet.id)
    .map((it) => it.cidrBlock)
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
