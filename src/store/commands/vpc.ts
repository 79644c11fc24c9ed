import type { Id } from '../../kinds/resource'
import { renumberVpc } from '../../model/edits/renumber-vpc'
import { prefixLengthOf, type Cidr4 } from '../../net/cidr'
import { command } from '../history'

/**
 * Gives a VPC another block in place of one it has. A block of the same size takes subnets, given
 * addresses, routes and rules along; another size changes the block alone.
 */
export const changeVpcBlock = command<{
  readonly vpcId: Id<'vpc'>
  readonly from: Cidr4
  readonly to: Cidr4
}>('Change VPC block', (draft, { vpcId, from, to }) => {
  const vpc = draft.resources[vpcId]
  if (vpc?.kind !== 'vpc') return
  if (prefixLengthOf(from) === prefixLengthOf(to)) {
    renumberVpc(draft, vpcId, { from, to })
    return
  }
  if (vpc.cidrBlock === from) vpc.cidrBlock = to
  else vpc.secondaryCidrBlocks = vpc.secondaryCidrBlocks.map((it) => (it === from ? to : it))
})

/** Moves a VPC to another Region; its subnets keep the letters of their Availability Zones. */
export const changeRegion = command<{ readonly vpcId: Id<'vpc'>; readonly region: string }>(
  'Change Region',
  (draft, { vpcId, region }) => {
    const vpc = draft.resources[vpcId]
    if (vpc?.kind !== 'vpc') return
    vpc.region = region
    for (const subnet of Object.values(draft.resources))
      if (subnet.kind === 'subnet' && subnet.vpcId === vpcId)
        subnet.availabilityZone = `${region}${subnet.availabilityZone.slice(-1)}`
  },
)
