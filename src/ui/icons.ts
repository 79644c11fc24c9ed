import awsCloud from 'aws-icons/icons/architecture-group/AWSCloudlogo.svg'
import privateSubnet from 'aws-icons/icons/architecture-group/Privatesubnet.svg'
import publicSubnet from 'aws-icons/icons/architecture-group/Publicsubnet.svg'
import corporateDataCenter from 'aws-icons/icons/architecture-group/Corporatedatacenter.svg'
import vpc from 'aws-icons/icons/architecture-group/VirtualprivatecloudVPC.svg'
import ec2 from 'aws-icons/icons/architecture-service/AmazonEC2.svg'
import ecs from 'aws-icons/icons/architecture-service/AmazonElasticContainerService.svg'
import eks from 'aws-icons/icons/architecture-service/AmazonElasticKubernetesService.svg'
import lambda from 'aws-icons/icons/architecture-service/AWSLambda.svg'
import lattice from 'aws-icons/icons/architecture-service/AmazonVPCLattice.svg'
import privateLink from 'aws-icons/icons/architecture-service/AWSPrivateLink.svg'
import transitGateway from 'aws-icons/icons/architecture-service/AWSTransitGateway.svg'
import loadBalancing from 'aws-icons/icons/architecture-service/ElasticLoadBalancing.svg'
import rds from 'aws-icons/icons/architecture-service/AmazonRDS.svg'
import applicationLoadBalancer from 'aws-icons/icons/resource/ElasticLoadBalancingApplicationLoadBalancer.svg'
import container from 'aws-icons/icons/resource/AmazonElasticContainerServiceContainer1.svg'
import page from 'aws-icons/icons/resource/Document.svg'
import directConnectGateway from 'aws-icons/icons/resource/AWSDirectConnectGateway.svg'
import clientVpn from 'aws-icons/icons/architecture-service/AWSClientVPN.svg'
import directConnect from 'aws-icons/icons/architecture-service/AWSDirectConnect.svg'
import elasticIp from 'aws-icons/icons/resource/AmazonEC2ElasticIPAddress.svg'
import firewall from 'aws-icons/icons/resource/Firewall.svg'
import networkFirewall from 'aws-icons/icons/architecture-service/AWSNetworkFirewall.svg'
import firewallEndpoint from 'aws-icons/icons/resource/AWSNetworkFirewallEndpoints.svg'
import vpcEndpoints from 'aws-icons/icons/resource/AmazonVPCEndpoints.svg'
import globe from 'aws-icons/icons/resource/Globe.svg'
import internet from 'aws-icons/icons/resource/Internetalt1.svg'
import internetGateway from 'aws-icons/icons/resource/AmazonVPCInternetGateway.svg'
import customerGateway from 'aws-icons/icons/resource/AmazonVPCCustomerGateway.svg'
import vpnConnection from 'aws-icons/icons/resource/AmazonVPCVPNConnection.svg'
import vpnGateway from 'aws-icons/icons/resource/AmazonVPCVPNGateway.svg'
import natGateway from 'aws-icons/icons/resource/AmazonVPCNATGateway.svg'
import networkAcl from 'aws-icons/icons/resource/AmazonVPCNetworkAccessControlList.svg'
import networkInterface from 'aws-icons/icons/resource/AmazonVPCElasticNetworkInterface.svg'
import gatewayLoadBalancer from 'aws-icons/icons/resource/ElasticLoadBalancingGatewayLoadBalancer.svg'
import networkLoadBalancer from 'aws-icons/icons/resource/ElasticLoadBalancingNetworkLoadBalancer.svg'
import peering from 'aws-icons/icons/resource/AmazonVPCPeeringConnection.svg'
import router from 'aws-icons/icons/resource/AmazonVPCRouter.svg'
import server from 'aws-icons/icons/resource/Server.svg'
import shield from 'aws-icons/icons/resource/Shield.svg'
import transitGatewayAttachment from 'aws-icons/icons/resource/AWSTransitGatewayAttachment.svg'

/** AWS's own architecture icons by the names that kinds give them, as addresses of their files. */
export const iconUrls: Readonly<Record<string, string>> = {
  vpc,
  'public-subnet': publicSubnet,
  'private-subnet': privateSubnet,
  'route-table': router,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'vpc-peering-connection': peering,
  'security-group': shield,
  'network-acl': networkAcl,
  // AWS draws none for these: the nearest of its own stand for them
  'prefix-list': page,
  'egress-only-internet-gateway': internetGateway,
  'transit-gateway-route-table': router,
  'target-group': loadBalancing,
  'network-interface': networkInterface,
  'elastic-ip': elasticIp,
  'transit-gateway': transitGateway,
  'transit-gateway-attachment': transitGatewayAttachment,
  'vpn-gateway': vpnGateway,
  'customer-gateway': customerGateway,
  'vpn-connection': vpnConnection,
  'gateway-endpoint': vpcEndpoints,
  'interface-endpoint': vpcEndpoints,
  'gateway-load-balancer-endpoint': vpcEndpoints,
  'vpc-endpoint-service': privateLink,
  'service-network': lattice,
  'network-firewall': networkFirewall,
  'firewall-endpoint': firewallEndpoint,
  'on-premises-network': corporateDataCenter,
  'direct-connect-gateway': directConnectGateway,
  'virtual-interface': directConnect,
  'client-vpn-endpoint': clientVpn,
  'application-load-balancer': applicationLoadBalancer,
  'network-load-balancer': networkLoadBalancer,
  'gateway-load-balancer': gatewayLoadBalancer,
  'eks-cluster': eks,
  'eks-pods': container,
  'ec2-instance': ec2,
  'ecs-service': ecs,
  'eks-node-group': eks,
  'lambda-function': lambda,
  'rds-db-instance': rds,
  appliance: firewall,
  generic: server,
  internet,
  'public-address': globe,
  'aws-service': awsCloud,
}

/**
 * Icons that AWS draws in one dark ink on nothing: they take the colour of the text instead, so
 * that they can be seen in the dark.
 */
export const inkIcons: ReadonlySet<string> = new Set([
  'appliance',
  'generic',
  'internet',
  'prefix-list',
  'public-address',
  'security-group',
])
