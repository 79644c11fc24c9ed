import type { Emitting, NotEmitted } from './emit'
import { cloudformation as internetGatewayCloudFormation } from './internet-gateway/cloudformation'
import { terraform as internetGatewayTerraform } from './internet-gateway/terraform'
import { cloudformation as natGatewayCloudFormation } from './nat-gateway/cloudformation'
import { terraform as natGatewayTerraform } from './nat-gateway/terraform'
import { cloudformation as networkAclCloudFormation } from './network-acl/cloudformation'
import { terraform as networkAclTerraform } from './network-acl/terraform'
import { cloudformation as prefixListCloudFormation } from './prefix-list/cloudformation'
import { terraform as prefixListTerraform } from './prefix-list/terraform'
import { cloudformation as egressOnlyInternetGatewayCloudFormation } from './egress-only-internet-gateway/cloudformation'
import { terraform as egressOnlyInternetGatewayTerraform } from './egress-only-internet-gateway/terraform'
import { cloudformation as eksClusterCloudFormation } from './eks-cluster/cloudformation'
import { terraform as eksClusterTerraform } from './eks-cluster/terraform'
import { emit as eksPods } from './eks-pods/emit'
import { cloudformation as elasticIpCloudFormation } from './elastic-ip/cloudformation'
import { terraform as elasticIpTerraform } from './elastic-ip/terraform'
import { cloudformation as networkFirewallCloudFormation } from './network-firewall/cloudformation'
import { terraform as networkFirewallTerraform } from './network-firewall/terraform'
import { cloudformation as networkInterfaceCloudFormation } from './network-interface/cloudformation'
import { terraform as networkInterfaceTerraform } from './network-interface/terraform'
import type { Kind } from './resource'
import { cloudformation as routeTableCloudFormation } from './route-table/cloudformation'
import { terraform as routeTableTerraform } from './route-table/terraform'
import { cloudformation as securityGroupCloudFormation } from './security-group/cloudformation'
import { terraform as securityGroupTerraform } from './security-group/terraform'
import { cloudformation as serviceNetworkCloudFormation } from './service-network/cloudformation'
import { terraform as serviceNetworkTerraform } from './service-network/terraform'
import { cloudformation as serviceNetworkVpcAssociationCloudFormation } from './service-network-vpc-association/cloudformation'
import { terraform as serviceNetworkVpcAssociationTerraform } from './service-network-vpc-association/terraform'
import { cloudformation as subnetCloudFormation } from './subnet/cloudformation'
import { terraform as subnetTerraform } from './subnet/terraform'
import { cloudformation as transitGatewayCloudFormation } from './transit-gateway/cloudformation'
import { terraform as transitGatewayTerraform } from './transit-gateway/terraform'
import { cloudformation as transitGatewayVpcAttachmentCloudFormation } from './transit-gateway-vpc-attachment/cloudformation'
import { terraform as transitGatewayVpcAttachmentTerraform } from './transit-gateway-vpc-attachment/terraform'
import { cloudformation as transitGatewayPeeringAttachmentCloudFormation } from './transit-gateway-peering-attachment/cloudformation'
import { terraform as transitGatewayPeeringAttachmentTerraform } from './transit-gateway-peering-attachment/terraform'
import { cloudformation as transitGatewayRouteTableCloudFormation } from './transit-gateway-route-table/cloudformation'
import { terraform as transitGatewayRouteTableTerraform } from './transit-gateway-route-table/terraform'
import { cloudformation as loadBalancerCloudFormation } from './load-balancer/cloudformation'
import { terraform as loadBalancerTerraform } from './load-balancer/terraform'
import { cloudformation as targetGroupCloudFormation } from './target-group/cloudformation'
import { terraform as targetGroupTerraform } from './target-group/terraform'
import { cloudformation as peeringCloudFormation } from './vpc-peering-connection/cloudformation'
import { terraform as peeringTerraform } from './vpc-peering-connection/terraform'
import { cloudformation as vpcEndpointCloudFormation } from './vpc-endpoint/cloudformation'
import { terraform as vpcEndpointTerraform } from './vpc-endpoint/terraform'
import { cloudformation as vpcEndpointServiceCloudFormation } from './vpc-endpoint-service/cloudformation'
import { terraform as vpcEndpointServiceTerraform } from './vpc-endpoint-service/terraform'
import { cloudformation as vpnGatewayCloudFormation } from './vpn-gateway/cloudformation'
import { terraform as vpnGatewayTerraform } from './vpn-gateway/terraform'
import { cloudformation as customerGatewayCloudFormation } from './customer-gateway/cloudformation'
import { terraform as customerGatewayTerraform } from './customer-gateway/terraform'
import { cloudformation as vpnConnectionCloudFormation } from './vpn-connection/cloudformation'
import { terraform as vpnConnectionTerraform } from './vpn-connection/terraform'
import { cloudformation as directConnectGatewayCloudFormation } from './direct-connect-gateway/cloudformation'
import { terraform as directConnectGatewayTerraform } from './direct-connect-gateway/terraform'
import { cloudformation as directConnectGatewayAssociationCloudFormation } from './direct-connect-gateway-association/cloudformation'
import { terraform as directConnectGatewayAssociationTerraform } from './direct-connect-gateway-association/terraform'
import { cloudformation as virtualInterfaceCloudFormation } from './virtual-interface/cloudformation'
import { terraform as virtualInterfaceTerraform } from './virtual-interface/terraform'
import { cloudformation as clientVpnEndpointCloudFormation } from './client-vpn-endpoint/cloudformation'
import { terraform as clientVpnEndpointTerraform } from './client-vpn-endpoint/terraform'
import { cloudformation as transitGatewayConnectCloudFormation } from './transit-gateway-connect/cloudformation'
import { terraform as transitGatewayConnectTerraform } from './transit-gateway-connect/terraform'
import { cloudformation as vpcCloudFormation } from './vpc/cloudformation'
import { terraform as vpcTerraform } from './vpc/terraform'
import { cloudformation as workloadCloudFormation } from './workload/cloudformation'
import { terraform as workloadTerraform } from './workload/terraform'

/**
 * The roll call of how kinds are written, in the order in which a reader wants to meet them. Apart
 * from the catalogue, so that the page loads it only when somebody exports.
 */
export const emitting: { readonly [K in Kind]: Emitting<K> | NotEmitted } = {
  vpc: { concern: 'network', terraform: vpcTerraform, cloudformation: vpcCloudFormation },
  'internet-gateway': {
    concern: 'network',
    terraform: internetGatewayTerraform,
    cloudformation: internetGatewayCloudFormation,
  },
  'egress-only-internet-gateway': {
    concern: 'network',
    terraform: egressOnlyInternetGatewayTerraform,
    cloudformation: egressOnlyInternetGatewayCloudFormation,
  },
  'vpn-gateway': {
    concern: 'network',
    terraform: vpnGatewayTerraform,
    cloudformation: vpnGatewayCloudFormation,
  },
  'prefix-list': {
    concern: 'prefix_lists',
    terraform: prefixListTerraform,
    cloudformation: prefixListCloudFormation,
  },
  subnet: { concern: 'network', terraform: subnetTerraform, cloudformation: subnetCloudFormation },
  'network-acl': {
    concern: 'network',
    terraform: networkAclTerraform,
    cloudformation: networkAclCloudFormation,
  },
  'nat-gateway': {
    concern: 'network',
    terraform: natGatewayTerraform,
    cloudformation: natGatewayCloudFormation,
  },
  'route-table': {
    concern: 'network',
    terraform: routeTableTerraform,
    cloudformation: routeTableCloudFormation,
  },
  'vpc-peering-connection': {
    concern: 'peering',
    terraform: peeringTerraform,
    cloudformation: peeringCloudFormation,
  },
  'transit-gateway': {
    concern: 'transit_gateway',
    terraform: transitGatewayTerraform,
    cloudformation: transitGatewayCloudFormation,
  },
  'transit-gateway-vpc-attachment': {
    concern: 'transit_gateway',
    terraform: transitGatewayVpcAttachmentTerraform,
    cloudformation: transitGatewayVpcAttachmentCloudFormation,
  },
  'transit-gateway-peering-attachment': {
    concern: 'transit_gateway',
    terraform: transitGatewayPeeringAttachmentTerraform,
    cloudformation: transitGatewayPeeringAttachmentCloudFormation,
  },
  'transit-gateway-route-table': {
    concern: 'transit_gateway',
    terraform: transitGatewayRouteTableTerraform,
    cloudformation: transitGatewayRouteTableCloudFormation,
  },
  'transit-gateway-connect': {
    concern: 'transit_gateway',
    terraform: transitGatewayConnectTerraform,
    cloudformation: transitGatewayConnectCloudFormation,
  },
  'customer-gateway': {
    concern: 'hybrid',
    terraform: customerGatewayTerraform,
    cloudformation: customerGatewayCloudFormation,
  },
  'vpn-connection': {
    concern: 'hybrid',
    terraform: vpnConnectionTerraform,
    cloudformation: vpnConnectionCloudFormation,
  },
  'direct-connect-gateway': {
    concern: 'hybrid',
    terraform: directConnectGatewayTerraform,
    cloudformation: directConnectGatewayCloudFormation,
  },
  'direct-connect-gateway-association': {
    concern: 'hybrid',
    terraform: directConnectGatewayAssociationTerraform,
    cloudformation: directConnectGatewayAssociationCloudFormation,
  },
  'virtual-interface': {
    concern: 'hybrid',
    terraform: virtualInterfaceTerraform,
    cloudformation: virtualInterfaceCloudFormation,
  },
  'client-vpn-endpoint': {
    concern: 'hybrid',
    terraform: clientVpnEndpointTerraform,
    cloudformation: clientVpnEndpointCloudFormation,
  },
  'security-group': {
    concern: 'security_groups',
    terraform: securityGroupTerraform,
    cloudformation: securityGroupCloudFormation,
  },
  'load-balancer': {
    concern: 'load_balancing',
    terraform: loadBalancerTerraform,
    cloudformation: loadBalancerCloudFormation,
  },
  'target-group': {
    concern: 'load_balancing',
    terraform: targetGroupTerraform,
    cloudformation: targetGroupCloudFormation,
  },
  'network-firewall': {
    concern: 'network_firewall',
    terraform: networkFirewallTerraform,
    cloudformation: networkFirewallCloudFormation,
  },
  'vpc-endpoint-service': {
    concern: 'endpoints',
    terraform: vpcEndpointServiceTerraform,
    cloudformation: vpcEndpointServiceCloudFormation,
  },
  'vpc-endpoint': {
    concern: 'endpoints',
    terraform: vpcEndpointTerraform,
    cloudformation: vpcEndpointCloudFormation,
  },
  'service-network': {
    concern: 'service_network',
    terraform: serviceNetworkTerraform,
    cloudformation: serviceNetworkCloudFormation,
  },
  'service-network-vpc-association': {
    concern: 'service_network',
    terraform: serviceNetworkVpcAssociationTerraform,
    cloudformation: serviceNetworkVpcAssociationCloudFormation,
  },
  'eks-cluster': {
    concern: 'workloads',
    terraform: eksClusterTerraform,
    cloudformation: eksClusterCloudFormation,
  },
  'eks-pods': { concern: 'workloads', terraform: eksPods, cloudformation: eksPods },
  workload: {
    concern: 'workloads',
    terraform: workloadTerraform,
    cloudformation: workloadCloudFormation,
  },
  'network-interface': {
    concern: 'workloads',
    terraform: networkInterfaceTerraform,
    cloudformation: networkInterfaceCloudFormation,
  },
  'elastic-ip': {
    concern: 'workloads',
    terraform: elasticIpTerraform,
    cloudformation: elasticIpCloudFormation,
  },
  internet: {
    concern: null,
    reason: 'The internet is there already; nobody creates it.',
  },
  'public-address': {
    concern: null,
    reason: 'A place on the internet belongs to somebody else; rules name its address.',
  },
  'on-premises-network': {
    concern: null,
    reason: 'A network outside AWS is there already; AWS knows its customer gateway.',
  },
  'aws-service': {
    concern: null,
    reason: 'AWS runs its public services; nobody creates them.',
  },
}

export function emittingOf<K extends Kind>(kind: K): Emitting<K> | NotEmitted {
  const entries: { readonly [P in Kind]: Emitting<P> | NotEmitted } = emitting
  return entries[kind]
}
