import type { Describe } from './describe'
import type { Kind } from './resource'
import { describe as awsService } from './aws-service/describe'
import { describe as clientVpnEndpoint } from './client-vpn-endpoint/describe'
import { describe as customerGateway } from './customer-gateway/describe'
import { describe as directConnectGateway } from './direct-connect-gateway/describe'
import { describe as directConnectGatewayAssociation } from './direct-connect-gateway-association/describe'
import { describe as egressOnlyInternetGateway } from './egress-only-internet-gateway/describe'
import { describe as eksCluster } from './eks-cluster/describe'
import { describe as elasticIp } from './elastic-ip/describe'
import { describe as internetGateway } from './internet-gateway/describe'
import { describe as loadBalancer } from './load-balancer/describe'
import { describe as natGateway } from './nat-gateway/describe'
import { describe as networkAcl } from './network-acl/describe'
import { describe as networkFirewall } from './network-firewall/describe'
import { describe as networkInterface } from './network-interface/describe'
import { describe as onPremisesNetwork } from './on-premises-network/describe'
import { describe as prefixList } from './prefix-list/describe'
import { describe as routeTable } from './route-table/describe'
import { describe as securityGroup } from './security-group/describe'
import { describe as serviceNetwork } from './service-network/describe'
import { describe as serviceNetworkVpcAssociation } from './service-network-vpc-association/describe'
import { describe as subnet } from './subnet/describe'
import { describe as targetGroup } from './target-group/describe'
import { describe as transitGateway } from './transit-gateway/describe'
import { describe as transitGatewayConnect } from './transit-gateway-connect/describe'
import { describe as transitGatewayPeeringAttachment } from './transit-gateway-peering-attachment/describe'
import { describe as transitGatewayRouteTable } from './transit-gateway-route-table/describe'
import { describe as transitGatewayVpcAttachment } from './transit-gateway-vpc-attachment/describe'
import { describe as virtualInterface } from './virtual-interface/describe'
import { describe as vpc } from './vpc/describe'
import { describe as vpcEndpoint } from './vpc-endpoint/describe'
import { describe as vpcEndpointService } from './vpc-endpoint-service/describe'
import { describe as vpcPeeringConnection } from './vpc-peering-connection/describe'
import { describe as vpnConnection } from './vpn-connection/describe'
import { describe as vpnGateway } from './vpn-gateway/describe'
import { describe as workload } from './workload/describe'

/**
 * The roll call of how kinds are read from the answers of the AWS CLI. Apart from the catalogue, so
 * that the page loads it only when somebody imports. Null for what no answer describes.
 */
export const describing: { readonly [K in Kind]: Describe<K> | null } = {
  'aws-service': awsService,
  'customer-gateway': customerGateway,
  'direct-connect-gateway': directConnectGateway,
  'direct-connect-gateway-association': directConnectGatewayAssociation,
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'elastic-ip': elasticIp,
  'internet-gateway': internetGateway,
  'load-balancer': loadBalancer,
  'nat-gateway': natGateway,
  'network-acl': networkAcl,
  'network-firewall': networkFirewall,
  'network-interface': networkInterface,
  'on-premises-network': onPremisesNetwork,
  'prefix-list': prefixList,
  'route-table': routeTable,
  'security-group': securityGroup,
  subnet: subnet,
  'target-group': targetGroup,
  'transit-gateway': transitGateway,
  'transit-gateway-connect': transitGatewayConnect,
  'transit-gateway-peering-attachment': transitGatewayPeeringAttachment,
  'transit-gateway-route-table': transitGatewayRouteTable,
  'transit-gateway-vpc-attachment': transitGatewayVpcAttachment,
  'virtual-interface': virtualInterface,
  vpc: vpc,
  'vpc-endpoint': vpcEndpoint,
  'vpc-endpoint-service': vpcEndpointService,
  'vpc-peering-connection': vpcPeeringConnection,
  'vpn-connection': vpnConnection,
  'vpn-gateway': vpnGateway,
  workload: workload,
  'client-vpn-endpoint': clientVpnEndpoint,
  'eks-cluster': eksCluster,
  'eks-pods': null,
  internet: null,
  'public-address': null,
  'service-network': serviceNetwork,
  'service-network-vpc-association': serviceNetworkVpcAssociation,
}
