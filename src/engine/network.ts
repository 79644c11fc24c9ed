import type { NetworkView } from '../kinds/network'
import type { Id, ResourceOf } from '../kinds/resource'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { Cidr } from '../net/cidr'
import type { Ip } from '../net/ip'
import { allBlocksOf } from '../model/peering'
import { resolveInterfaces } from './resolve/interfaces'
import { resolvePeerings } from './resolve/peerings'
import { resolveRegionalNat } from './resolve/regional-nat'
import { resolveRouteTables } from './resolve/route-tables'
import { resolveTransitGateways } from './resolve/transit-gateways'
import { groupBy } from '../base/group-by'
import { invariant } from '../base/invariant'

export type {
  EffectiveGroup,
  NetworkInterface,
  ResolvedRoute,
  ResolvedRouteTable,
} from '../kinds/network'

/** The resolved view of a document. */
export interface Network extends NetworkView {
  readonly document: Document
}

/** The internet is there whether or not the design shows it. */
const undrawnInternet: ResourceOf<'internet'> = {
  id: 'internet:undrawn',
  kind: 'internet',
  name: 'Internet',
  tags: {},
}

const networks = new WeakMap<Document, Network>()

/** What would AWS run if this document were built? Built once per document. */
export function resolve(document: Document): Network {
  const known = networks.get(document)
  if (known) return known
  const network = build(document, [])
  networks.set(document, network)
  return network
}

/**
 * The same network, but none of these addresses stands in for one that AWS has yet to choose:
 * whoever names an address means the one that has it, not one that might.
 */
export function resolveBeside(document: Document, named: readonly Ip[]): Network {
  const network = resolve(document)
  const isMet = (ip: Ip) => network.interfaceByPublicIp(ip) ?? network.regionalNatAt(ip)
  return named.some((ip) => isMet(ip)) ? build(document, named) : network
}

/**
 * A part of a network: what is left out names these blocks, so that hosts are told apart as if it
 * were there.
 */
export function resolvePart(document: Document, besides: readonly Cidr[]): Network {
  const network = build(document, [], besides)
  networks.set(document, network)
  return network
}

function build(document: Document, named: readonly Ip[], besides: readonly Cidr[] = []): Network {
  const design = designOf(document)
  const blocks = new Map(design.all('vpc').map((vpc) => [vpc.id, allBlocksOf(vpc)]))
  const blocksOfVpc = (vpcId: Id<'vpc'>) => blocks.get(vpcId) ?? []
  const subnets = groupBy(design.all('subnet'), (subnet) => subnet.vpcId)
  const gateways = groupBy(
    design.all('internet-gateway').filter((it) => it.attachmentState === 'attached'),
    (gateway) => gateway.vpcId,
  )
  const internetGatewayOf = (vpcId: Id<'vpc'>) => gateways.get(vpcId)?.[0]
  const internet = design.all('internet')[0] ?? undrawnInternet
  const defaultAcls = new Map(
    design
      .all('network-acl')
      .filter((acl) => acl.isDefault)
      .map((acl) => [acl.vpcId, acl]),
  )
  const peerings = resolvePeerings(design, blocksOfVpc)
  const interfaces = resolveInterfaces(design, blocksOfVpc, named, besides)
  return {
    document,
    design,
    internet,
    component: (id) => design.get(id) ?? (id === internet.id ? internet : undefined),
    blocksOf: blocksOfVpc,
    internetGatewayOf,
    ...peerings,
    ...resolveRouteTables(design, {
      design,
      blocksOf: blocksOfVpc,
      internetGatewayOf,
      peeringStatusOf: peerings.peeringStatusOf,
    }),
    ...interfaces,
    ...resolveRegionalNat(design, interfaces.interfaces, named),
    ...resolveTransitGateways(design, blocksOfVpc),
    aclOf: (subnetId) => {
      const subnet = design.get(subnetId)
      const id = subnet?.networkAclId
      return (id ? design.get(id) : subnet && defaultAcls.get(subnet.vpcId)) ?? null
    },
    subnetsOf: (vpcId) => subnets.get(vpcId) ?? [],
    subnetOf: (face) => {
      const subnet = design.get(face.subnetId)
      invariant(subnet, `${face.key} lies in no subnet`)
      return subnet
    },
  }
}
