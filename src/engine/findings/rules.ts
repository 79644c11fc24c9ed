import type { Rule } from './define-rule'
import { aclBlocksReplies } from './rules/acl-blocks-replies'
import { aclRuleShadowed } from './rules/acl-rule-shadowed'
import { appliancesWithoutApplianceMode } from './rules/appliances-without-appliance-mode'
import { attachedVpcsOverlap } from './rules/attached-vpcs-overlap'
import { attachedWithoutRoute } from './rules/attached-without-route'
import { attachmentNotAssociated } from './rules/attachment-not-associated'
import { attachmentSubnetShared } from './rules/attachment-subnet-shared'
import { attachmentWithoutWayBack } from './rules/attachment-without-way-back'
import { balancerFacesNobody } from './rules/balancer-faces-nobody'
import { balancerInOneZone } from './rules/balancer-in-one-zone'
import { balancerSubnetSmall } from './rules/balancer-subnet-small'
import { balancerZoneEmpty } from './rules/balancer-zone-empty'
import { blackholeRoute } from './rules/blackhole-route'
import { blockCoversRoute } from './rules/block-covers-route'
import { cidrCombinationRefused } from './rules/cidr-combination-refused'
import { cidrOutOfRange } from './rules/cidr-out-of-range'
import { clusterSubnets } from './rules/cluster-subnets'
import { directConnectVpcsOverlap } from './rules/direct-connect-vpcs-overlap'
import { dockerBlockUsed } from './rules/docker-block-used'
import { foreignRouteToPeering } from './rules/foreign-route-to-peering'
import { groupOpenToWorld } from './rules/group-open-to-world'
import { groupReferenceAcrossRegions } from './rules/group-reference-across-regions'
import { internetGatewayUnused } from './rules/internet-gateway-unused'
import { learnedInsideVpc } from './rules/learned-inside-vpc'
import { leftUnused } from './rules/left-unused'
import { middleboxMisplaced } from './rules/middlebox-misplaced'
import { natInAnotherZone } from './rules/nat-in-another-zone'
import { natInOneZone } from './rules/nat-in-one-zone'
import { natRoutesToItself } from './rules/nat-routes-to-itself'
import { natWithoutInternetRoute } from './rules/nat-without-internet-route'
import { oneTunnel } from './rules/one-tunnel'
import { oneSidedPeeringRoute } from './rules/one-sided-peering-route'
import { oneSidedTransitGatewayPeering } from './rules/one-sided-transit-gateway-peering'
import { peeredVpcsOverlap } from './rules/peered-vpcs-overlap'
import { peersShareBlocks } from './rules/peers-share-blocks'
import { peeringWithoutDns } from './rules/peering-without-dns'
import { podsUnroutable } from './rules/pods-unroutable'
import { privateNatToInternet } from './rules/private-nat-to-internet'
import { privateSubnetOpen } from './rules/private-subnet-open'
import { propagationOff } from './rules/propagation-off'
import { publicAddressInPrivateSubnet } from './rules/public-address-in-private-subnet'
import { publicHostWithoutAddress } from './rules/public-host-without-address'
import { privateNamesWithoutDns } from './rules/private-names-without-dns'
import { serviceThroughNat } from './rules/service-through-nat'
import { endpointMissesTables } from './rules/endpoint-misses-tables'
import { quotaReached } from './rules/quota-reached'
import { routeInsideVpcRefused } from './rules/route-inside-vpc-refused'
import { routeToDetachedGateway } from './rules/route-to-detached-gateway'
import { serviceCidrOverlaps } from './rules/service-cidr-overlaps'
import { staleGroupRule } from './rules/stale-group-rule'
import { subnetMisplaced } from './rules/subnet-misplaced'
import { subnetNearlyFull } from './rules/subnet-nearly-full'
import { transitivePeering } from './rules/transitive-peering'
import { zoneNotAttached } from './rules/zone-not-attached'

/** The roll call of finding rules, in the order of the rule sheet. */
export const rules: readonly Rule[] = [
  cidrOutOfRange,
  cidrCombinationRefused,
  subnetMisplaced,
  blockCoversRoute,
  peeredVpcsOverlap,
  attachedVpcsOverlap,
  directConnectVpcsOverlap,
  serviceCidrOverlaps,
  dockerBlockUsed,
  oneSidedPeeringRoute,
  blackholeRoute,
  transitivePeering,
  foreignRouteToPeering,
  peersShareBlocks,
  peeringWithoutDns,
  groupReferenceAcrossRegions,
  staleGroupRule,
  natWithoutInternetRoute,
  natRoutesToItself,
  privateNatToInternet,
  natInOneZone,
  natInAnotherZone,
  internetGatewayUnused,
  routeToDetachedGateway,
  publicAddressInPrivateSubnet,
  publicHostWithoutAddress,
  privateSubnetOpen,
  attachedWithoutRoute,
  zoneNotAttached,
  attachmentNotAssociated,
  attachmentWithoutWayBack,
  oneSidedTransitGatewayPeering,
  appliancesWithoutApplianceMode,
  attachmentSubnetShared,
  routeInsideVpcRefused,
  learnedInsideVpc,
  propagationOff,
  oneTunnel,
  balancerInOneZone,
  balancerSubnetSmall,
  balancerFacesNobody,
  balancerZoneEmpty,
  clusterSubnets,
  podsUnroutable,
  groupOpenToWorld,
  aclBlocksReplies,
  aclRuleShadowed,
  serviceThroughNat,
  endpointMissesTables,
  privateNamesWithoutDns,
  quotaReached,
  leftUnused,
  subnetNearlyFull,
  middleboxMisplaced,
]
