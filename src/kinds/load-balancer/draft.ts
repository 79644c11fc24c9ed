import { anywhere } from '../../net/ranges'
import type { Design, Draft } from '../contract'
import { freeName } from '../names'
import type { ResourceOf } from '../resource'
import { newSecurityGroup } from '../security-group/draft'
import { onePerZone, preferring, subnetsOf } from '../zones'

type Subnet = ResourceOf<'subnet'>

const defaults = {
  application: { base: 'alb', protocol: 'HTTP', port: 80 },
  network: { base: 'nlb', protocol: 'TCP', port: 80 },
  gateway: { base: 'gwlb', protocol: 'GENEVE', port: 6081 },
} as const

/** A node that AWS chooses the addresses of. */
export const newNode = { privateIPv4Address: null, publicIp: null, ipv6Address: null }

/**
 * In which subnets would one dropped here stand? In two zones where there are, in public subnets
 * when it was dropped on one or where two zones have one. (LB-1, LB-3)
 */
function subnetsFor(vpc: ResourceOf<'vpc'>, subnet: Subnet | null, design: Design) {
  const usable = subnetsOf(vpc, design).filter((it) => it.cidrBlock !== null)
  const isPublic = (it: Subnet) => design.isPublicSubnet(it.id)
  const faces = subnet ? isPublic(subnet) : onePerZone(usable.filter(isPublic)).length > 1
  const ordered = preferring(
    preferring(usable, (it) => isPublic(it) === faces),
    (it) => it.id === subnet?.id,
  )
  // one in a private subnet would not answer the internet
  const alike = onePerZone(ordered.filter((it) => isPublic(it) === faces || it.id === subnet?.id))
  return { subnets: (alike.length > 1 ? alike : onePerZone(ordered)).slice(0, 2), faces }
}

export const draft: Draft<'load-balancer'> = ({ id, design, on, newId, variant }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'subnet')
    throw new Error('Bug: a load balancer is drafted on a VPC or a subnet')
  const vpc = place.kind === 'vpc' ? place : design.get(place.vpcId)
  if (!vpc) throw new Error('Bug: a subnet lies in a VPC')
  const type = variant === 'network' || variant === 'gateway' ? variant : 'application'
  const { base, protocol, port } = defaults[type]
  const places = subnetsFor(vpc, place.kind === 'subnet' ? place : null, design)
  // what a Gateway Load Balancer takes comes by its endpoints alone, past no security group
  const faces = places.faces && type !== 'gateway'
  const name = freeName(base, design.all('load-balancer'))
  const group =
    type === 'gateway'
      ? null
      : newSecurityGroup(newId('security-group'), vpc.id, `${name}-sg`, design)
  const targetGroupId = newId('target-group')
  return [
    {
      id,
      kind: 'load-balancer',
      name,
      tags: {},
      vpcId: vpc.id,
      type,
      scheme: faces ? 'internet-facing' : 'internal',
      ipAddressType: 'ipv4',
      state: 'active',
      subnets: Object.fromEntries(places.subnets.map((it) => [it.id, newNode])),
      securityGroupIds: group && [group.id],
      crossZone: type === 'application',
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: true,
      listeners: {
        [port]: {
          protocol,
          defaultAction: { type: 'forward', targetGroups: { [targetGroupId]: { weight: 1 } } },
          rules: {},
        },
      },
    },
    ...(group
      ? [
          {
            ...group,
            ingress: {
              'rule-1': {
                ipProtocol: 'tcp',
                fromPort: 80,
                toPort: 80,
                cidrIpv4: faces ? anywhere : vpc.cidrBlock,
                cidrIpv6: null,
                prefixListId: null,
                referencedGroupId: null,
                description: '',
              },
            },
          },
        ]
      : []),
    {
      id: targetGroupId,
      kind: 'target-group',
      name: freeName(
        `${name}-tg`,
        design.all('target-group').filter((it) => it.vpcId === vpc.id),
      ),
      tags: {},
      vpcId: vpc.id,
      targetType: 'instance',
      protocol,
      port,
      ipAddressType: 'ipv4',
      preserveClientIp: null,
      crossZone: null,
      healthCheckPort: null,
      targets: {},
    },
  ]
}
