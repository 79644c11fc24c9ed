import type { Design, Draft } from '../contract'
import { freeName } from '../names'
import type { Id, ResourceOf } from '../resource'
import { keysOf } from '../without'
import { onePerZone, preferring, subnetsOf } from '../zones'

/** In which subnets does something lie that a firewall could not inspect there? */
function usedSubnets(design: Design): ReadonlySet<Id> {
  return new Set<Id>([
    ...design.all('workload').flatMap((it) => keysOf(it.interfaces)),
    ...design.all('load-balancer').flatMap((it) => keysOf(it.subnets)),
    ...design.all('vpc-endpoint').flatMap((it) => keysOf(it.subnets)),
    ...design.all('nat-gateway').flatMap((it) => it.subnetId ?? []),
    ...design.all('transit-gateway-vpc-attachment').flatMap((it) => it.subnetIds),
  ])
}

/**
 * A firewall comes with its endpoints: in the subnet it is dropped on, or in one subnet of each
 * zone, best one that has nothing in it.
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-subnets.html
 */
export const draft: Draft<'network-firewall'> = ({ id, design, on, newId }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'subnet')
    throw new Error('Bug: a network firewall is drafted on a VPC or a subnet')
  const vpc = place.kind === 'vpc' ? place : design.get(place.vpcId)
  if (!vpc) throw new Error('Bug: a subnet lies in a VPC')
  const used = usedSubnets(design)
  const homes =
    place.kind === 'subnet'
      ? [place]
      : onePerZone(
          preferring(
            subnetsOf(vpc, design).filter((it) => it.cidrBlock !== null),
            (it) => !used.has(it.id),
          ),
        )
  const name = freeName('network-firewall', design.all('network-firewall'))
  return [
    {
      id,
      kind: 'network-firewall',
      name,
      tags: {},
      vpcId: vpc.id,
      status: 'READY',
      statelessRules: {},
      statelessDefaultAction: 'aws:forward_to_sfe',
      statefulRules: {},
      ruleOrder: 'DEFAULT_ACTION_ORDER',
      statefulDefaultAction: null,
    },
    ...homes.map((home): ResourceOf<'vpc-endpoint'> => ({
      id: newId('vpc-endpoint'),
      kind: 'vpc-endpoint',
      name: `${name}-${home.availabilityZone.slice(-1)}`,
      tags: {},
      vpcId: vpc.id,
      vpcEndpointType: 'GatewayLoadBalancer',
      serviceId: id,
      state: 'available',
      routeTableIds: [],
      subnets: { [home.id]: { privateIp: null } },
      securityGroupIds: [],
      privateDnsEnabled: false,
    })),
  ]
}
