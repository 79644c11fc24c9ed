import { called } from '../../kinds/called'
import type { ResourceOf } from '../../kinds/resource'
import { joinOverlapping } from '../../model/edits/join-overlapping/join'
import { planJoin } from '../../model/edits/join-overlapping/plan'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { counted, listed } from './words'

type Vpc = ResourceOf<'vpc'>

/**
 * The way out for VPCs that keep the same addresses: the first calls services of the second through
 * a private NAT gateway, a transit gateway and a load balancer, in place of the refused link. Null
 * where the pattern does not fit. (OVL-2)
 */
export function joinOverlappingRepair(
  { document }: Network,
  client: Vpc,
  server: Vpc,
  refused: ResourceOf<'vpc-peering-connection'>,
): Repair | null {
  const plan = planJoin(document, client, server)
  if (!plan) return null
  const { clientBlock, serverBlock, tables, services } = plan
  const names = services.flatMap(({ workloads }) => workloads.map(({ name }) => name))
  return repair({
    id: `join-overlapping:${client.id}:${server.id}`,
    label: `Let ${called(client)} call ${called(server)} by private NAT, transit gateway and load balancer`,
    preview: `Both keep their blocks. Adds ${clientBlock} to ${called(client)} and ${serverBlock} to ${called(server)} with ${counted(3, 'subnet')}, 1 private NAT gateway, 1 transit gateway with 2 attachments, 1 load balancer for ${listed(names)} and ${counted(tables.length + 4, 'route')}. Removes ${called(refused)}.`,
    document,
    run: (draft) => {
      joinOverlapping(draft, document, plan, [refused.id])
    },
  })
}
