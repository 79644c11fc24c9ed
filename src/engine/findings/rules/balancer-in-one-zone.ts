import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { keysOf } from '../../../kinds/without'
import { onePerZone, subnetsOf } from '../../../kinds/zones'
import type { Repair } from '../../answer'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { defineRule } from '../define-rule'

type LoadBalancer = ResourceOf<'load-balancer'>
type Subnet = ResourceOf<'subnet'>

const subnetsIn = ({ design }: Network, it: LoadBalancer): readonly Subnet[] =>
  keysOf(it.subnets).flatMap((id) => design.get(id) ?? [])

/** AWS makes an Application Load Balancer only with subnets in two Availability Zones. */
export const balancerInOneZone = defineRule<{ it: LoadBalancer; zone: string | undefined }>({
  id: 'L40',
  name: 'balancer-in-one-zone',
  severity: 'error',
  rules: ['LB-1'],
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  *check(network) {
    for (const it of network.design.all('load-balancer')) {
      if (it.type !== 'application') continue
      const subnets = subnetsIn(network, it)
      const zones = new Set(subnets.map(({ availabilityZone }) => availabilityZone))
      if (zones.size > 1) continue
      yield {
        resources: [it.id],
        evidence: [{ type: 'field', resourceId: it.id, field: 'subnets' }],
        facts: { it, zone: [...zones][0] },
        repairs: zones.size === 1 ? [addZone(network, it, subnets)] : [],
      }
    }
  },
  say: ({ it, zone }) =>
    `${called(it)} has ${zone ? `subnets in ${zone} only` : 'no subnet'}, and AWS takes an Application Load Balancer only with subnets in at least two Availability Zones. Add one in ${zone ? 'another zone' : 'each of two zones'}.`,
})

/** A node in a further zone, in a subnet that is as public or private as the others. */
function addZone(
  { design, document }: Network,
  it: LoadBalancer,
  subnets: readonly Subnet[],
): Repair | null {
  const vpc = design.get(it.vpcId)
  const [first] = subnets
  if (!vpc || !first) return null
  const isPublic = design.isPublicSubnet(first.id)
  const [other] = onePerZone(
    subnetsOf(vpc, design).filter(
      (subnet) =>
        subnet.availabilityZone !== first.availabilityZone &&
        subnet.cidrBlock !== null &&
        design.isPublicSubnet(subnet.id) === isPublic,
    ),
  )
  if (!other) return null
  return repair({
    id: `add-node:${it.id}:${other.id}`,
    label: `Add ${called(other)} in ${other.availabilityZone}`,
    preview: `Adds 1 node to ${called(it)}.`,
    document,
    run: (draft) => {
      const balancer = draft.resources[it.id]
      if (balancer?.kind === 'load-balancer')
        balancer.subnets[other.id] = { privateIPv4Address: null, publicIp: null, ipv6Address: null }
    },
  })
}
