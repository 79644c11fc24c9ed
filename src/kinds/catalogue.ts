import { awsService } from './aws-service'
import type { KindDefinition, Link } from './contract'
import { egressOnlyInternetGateway } from './egress-only-internet-gateway'
import { eksCluster } from './eks-cluster'
import { eksPods } from './eks-pods'
import { elasticIp } from './elastic-ip'
import { internet } from './internet'
import { internetGateway } from './internet-gateway'
import { loadBalancer } from './load-balancer'
import { natGateway } from './nat-gateway'
import { networkAcl } from './network-acl'
import { networkInterface } from './network-interface'
import { prefixList } from './prefix-list'
import { publicAddress } from './public-address'
import type { Kind, Resource } from './resource'
import { routeTable } from './route-table'
import { securityGroup } from './security-group'
import { subnet } from './subnet'
import { targetGroup } from './target-group'
import { transitGateway } from './transit-gateway'
import { transitGatewayPeeringAttachment } from './transit-gateway-peering-attachment'
import { transitGatewayRouteTable } from './transit-gateway-route-table'
import { transitGatewayVpcAttachment } from './transit-gateway-vpc-attachment'
import { directConnectGateway } from './direct-connect-gateway'
import { directConnectGatewayAssociation } from './direct-connect-gateway-association'
import { virtualInterface } from './virtual-interface'
import { clientVpnEndpoint } from './client-vpn-endpoint'
import { customerGateway } from './customer-gateway'
import { onPremisesNetwork } from './on-premises-network'
import { vpnConnection } from './vpn-connection'
import { vpnGateway } from './vpn-gateway'
import { vpc } from './vpc'
import { transitGatewayConnect } from './transit-gateway-connect'
import { networkFirewall } from './network-firewall'
import { serviceNetwork } from './service-network'
import { serviceNetworkVpcAssociation } from './service-network-vpc-association'
import { vpcEndpoint } from './vpc-endpoint'
import { vpcEndpointService } from './vpc-endpoint-service'
import { vpcPeeringConnection } from './vpc-peering-connection'
import { workload } from './workload'

/** The roll call of kinds, in the order of the palette, and the only dispatch on a kind. */
export const catalogue: { readonly [K in Kind]: KindDefinition<K> } = {
  vpc,
  subnet,
  'route-table': routeTable,
  'network-interface': networkInterface,
  'elastic-ip': elasticIp,
  'prefix-list': prefixList,
  'internet-gateway': internetGateway,
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'nat-gateway': natGateway,
  'vpn-gateway': vpnGateway,
  'direct-connect-gateway': directConnectGateway,
  'client-vpn-endpoint': clientVpnEndpoint,
  'vpc-peering-connection': vpcPeeringConnection,
  'transit-gateway': transitGateway,
  'transit-gateway-vpc-attachment': transitGatewayVpcAttachment,
  'transit-gateway-peering-attachment': transitGatewayPeeringAttachment,
  'transit-gateway-route-table': transitGatewayRouteTable,
  'vpn-connection': vpnConnection,
  'virtual-interface': virtualInterface,
  'direct-connect-gateway-association': directConnectGatewayAssociation,
  'transit-gateway-connect': transitGatewayConnect,
  'vpc-endpoint': vpcEndpoint,
  'vpc-endpoint-service': vpcEndpointService,
  'service-network': serviceNetwork,
  'service-network-vpc-association': serviceNetworkVpcAssociation,
  'load-balancer': loadBalancer,
  'target-group': targetGroup,
  'network-acl': networkAcl,
  'security-group': securityGroup,
  'network-firewall': networkFirewall,
  workload,
  'eks-cluster': eksCluster,
  'eks-pods': eksPods,
  internet,
  'public-address': publicAddress,
  'aws-service': awsService,
  'on-premises-network': onPremisesNetwork,
  'customer-gateway': customerGateway,
}

export const kinds = Object.keys(catalogue) as readonly Kind[]

/** The definition that goes with a resource, or with a bare kind. */
export function definitionOf<K extends Kind>(resource: { readonly kind: K }): KindDefinition<K> {
  return catalogue[resource.kind]
}

/** Is this text the name of a kind? */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(catalogue, text)
}

/** Every way this resource hangs on others. */
export function linksOf(resource: Resource): readonly Link[] {
  return definitionOf(resource).links(resource)
}
