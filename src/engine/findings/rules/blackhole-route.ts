import type { Id, Kind, ResourceOf } from '../../../kinds/resource'
import type { AsTarget } from '../../../kinds/target'
import { asTarget } from '../../../kinds/targets'
import { isOver, otherEnd } from '../../../model/peering'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { keysOf } from '../../../kinds/without'
import { vpcIdOf } from '../../../kinds/vpc-of'
import type { Evidence } from '../../answer'
import type { Network } from '../../network'
import { acceptPeeringRepair } from '../../repairs/accept-peering'
import { removeRouteRepair } from '../../repairs/remove-route'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

type Table = ResourceOf<'route-table'>

interface Cause {
  /** Continues the sentence `… to 10.1.0.0/16 is a blackhole: `. */
  readonly words: string
  readonly target: Id | null
  readonly field: Evidence | null
  /** The connection to be accepted, or null where the route is good for nothing any more. */
  readonly peering: ResourceOf<'vpc-peering-connection'> | null
  readonly dead: boolean
}

/** A route whose target is gone or does not forward drops what it matches. */
export const blackholeRoute = defineRule<{
  table: Table
  destination: RouteDestination
  cause: Cause
}>({
  id: 'L11',
  name: 'blackhole-route',
  severity: 'error',
  rules: ['RT-11', 'RT-14', 'PEER-3'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html',
  *check(network) {
    for (const table of network.design.all('route-table'))
      for (const destination of keysOf(table.routes).toSorted()) {
        const route = table.routes[destination]
        const cause = causeOf(network, table, route?.target ?? null)
        if (!cause || route?.otherTarget) continue
        const { target, field, peering, dead } = cause
        yield {
          resources: [table.id, ...(field && target ? [target] : [])],
          evidence: [
            { type: 'route', routeTableId: table.id, destination, target },
            ...(field ? [field] : []),
          ],
          facts: { table, destination, cause },
          repairs: [
            peering && acceptPeeringRepair(network, peering),
            dead ? removeRouteRepair(network, table, destination, 'Remove the dead route') : null,
          ],
        }
      }
  },
  say: ({ table, destination, cause }) =>
    `the route of ${called(table)} to ${destination} is a blackhole: ${cause.words} Packets it matches are dropped, even where a wider route would take them.`,
})

const targetOf = (kind: Kind): AsTarget<Kind> | null => asTarget(kind)

/** Why is a route to this target a blackhole? Null when it is none, or a gateway's (L25). */
function causeOf(network: Network, table: Table, target: Id | null): Cause | null {
  const { design } = network
  const resource = target ? design.resources[target] : undefined
  if (!resource)
    return {
      words: 'its target does not exist. Point it at another target, or remove it.',
      target,
      field: null,
      peering: null,
      dead: true,
    }
  const because = (words: string, field: string, dead: boolean): Cause => ({
    words,
    target,
    field: { type: 'field', resourceId: resource.id, field },
    peering: resource.kind === 'vpc-peering-connection' ? resource : null,
    dead,
  })
  if (resource.kind === 'vpc-peering-connection') {
    if (!otherEnd(resource, table.vpcId))
      return {
        ...because(`${called(resource)} does not join this VPC.`, 'requesterVpcId', true),
        // to accept it would join two others
        peering: null,
      }
    const status = network.peeringStatusOf(resource.id)
    if (status === 'active') return null
    const wait = resource.status === 'pending-acceptance'
    return because(
      `${called(resource)} is ${status}, and only an active one forwards. ${wait ? 'Accept it.' : 'Request a new one.'}`,
      'status',
      isOver(resource) && resource.status !== 'failed',
    )
  }
  if (resource.kind === 'nat-gateway') {
    if (vpcIdOf(resource, design) !== table.vpcId)
      return because(`${called(resource)} lies in another VPC.`, 'subnetId', true)
    if (resource.state === 'deleted')
      return because(`${called(resource)} is deleted.`, 'state', true)
  }
  if (resource.kind === 'internet-gateway') return null
  // a resource goes with what its own kind says
  const what = targetOf(resource.kind)
  const cause = what ? what.cause(resource, table.vpcId, network) : 'foreign-target'
  if (cause === 'detached')
    return because(`${called(resource)} is attached to nothing.`, 'instanceId', false)
  if (cause === 'no-route-target')
    return because(`AWS takes no route to ${called(resource)}.`, 'vpcEndpointType', true)
  return cause && because(`${called(resource)} does not serve this VPC.`, 'vpcId', true)
}
