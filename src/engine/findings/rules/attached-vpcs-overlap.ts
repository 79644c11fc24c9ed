import { called } from '../../../kinds/called'
import type { WithheldBlock } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import { collidingBlocks, renumberRepair } from '../../repairs/renumber'
import { fieldOfBlock } from '../block-field'
import { defineRule } from '../define-rule'

type Vpc = ResourceOf<'vpc'>

/** Of two VPCs that overlap, a transit gateway route table takes the routes of the first alone. */
export const attachedVpcsOverlap = defineRule<{
  late: Vpc
  early: Vpc
  table: string
  withheld: WithheldBlock
}>({
  id: 'L06',
  name: 'attached-vpcs-overlap',
  severity: 'error',
  rules: ['TGW-11', 'CL-11'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *check(network) {
    const { design } = network
    const told = new Set<string>()
    for (const gateway of design.all('transit-gateway'))
      for (const table of network.transitGatewayTablesOf(gateway.id))
        for (const withheld of table.withheld) {
          const pair = `${table.id} ${withheld.attachmentId} ${withheld.earlier}`
          const [late, early] = [withheld.attachmentId, withheld.earlier].map((id) => {
            const attachment = design.get(id)
            return attachment && design.get(attachment.vpcId)
          })
          if (!late || !early || late.id === early.id || told.has(pair)) continue
          told.add(pair)
          yield {
            resources: [withheld.attachmentId, withheld.earlier, late.id, early.id, table.id],
            evidence: [
              { type: 'field', resourceId: late.id, field: fieldOfBlock(late, withheld.block) },
              {
                type: 'field',
                resourceId: early.id,
                field: fieldOfBlock(early, withheld.earlierBlock),
              },
            ],
            facts: { late, early, table: called(design.get(table.id) ?? gateway), withheld },
            repairs: [
              renumberRepair(network, late.id, collidingBlocks(late, early), null),
              renumberRepair(network, early.id, collidingBlocks(early, late), null),
            ],
          }
        }
  },
  say: ({ late, early, table, withheld: { block, earlierBlock } }) =>
    `${block} of ${called(late)} and ${earlierBlock} of ${called(early)} overlap, and both propagate to ${table}: AWS leaves out the one attached later, ${block}. Re-address one of the VPCs, or propagate them to different tables and join them by a private NAT gateway or AWS PrivateLink.`,
})
