import { dropResources } from '../drop-resources'
import type { Draft } from 'immer'
import { ruleSchema } from '../../../kinds/security-group/schema'
import type { Id } from '../../../kinds/resource'
import type { Document } from '../../document'
import { removalOf } from '../../removal'
import { addResources } from '../add-resources'
import { addRoute } from '../add-route'
import { addRule } from '../add-rule'
import { partsOf } from './parts'
import { placesOf } from './places'
import type { JoinPlan } from './plan'

/**
 * Lets the hosts of one VPC call services of another with the same addresses: both get a routable
 * block; a private NAT gateway stands for the callers, a load balancer for the services, and a
 * transit gateway carries what is between them. The link that AWS refused goes. (OVL-2 to OVL-5)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
 */
export function joinOverlapping(
  draft: Draft<Document>,
  /** The document as it is before anything is written. */
  document: Document,
  plan: JoinPlan,
  refused: readonly Id<'vpc-peering-connection'>[],
): void {
  const { client, server, clientBlock, serverBlock } = plan
  const { doomed, changed } = removalOf(document, refused)
  dropResources(draft, doomed)
  for (const it of changed) draft.resources[it.id] = it
  const parts = partsOf(document, plan)
  for (const [{ id }, block] of [
    [client, clientBlock],
    [server, serverBlock],
  ] as const) {
    const it = draft.resources[id]
    if (it?.kind === 'vpc') it.secondaryCidrBlocks.push(block)
  }
  const places = placesOf(document, plan, parts)
  addResources(draft, parts.resources, places)
  for (const { id } of [client, server]) {
    const box = places[id]
    if (box) draft.layout[id] = box
  }
  for (const { id } of plan.tables) addRoute(draft, id, serverBlock, parts.natId)
  for (const { port, groups } of plan.services)
    for (const groupId of groups) {
      const rule = ruleSchema.parse({
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        referencedGroupId: parts.balancerGroupId,
        description: 'from the load balancer',
      })
      addRule(draft, groupId, 'ingress', rule)
    }
}
