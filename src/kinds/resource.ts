import { z } from '../base/zod'
import type { Id as AnyId } from '../base/id'
import { schema as awsService } from './aws-service/schema'
import { schema as eksCluster } from './eks-cluster/schema'
import { schema as eksPods } from './eks-pods/schema'
import { schema as egressOnlyInternetGateway } from './egress-only-internet-gateway/schema'
import { schema as elasticIp } from './elastic-ip/schema'
import { schema as loadBalancer } from './load-balancer/schema'
import { schema as networkAcl } from './network-acl/schema'
import { schema as networkInterface } from './network-interface/schema'
import { schema as prefixList } from './prefix-list/schema'
import { schema as targetGroup } from './target-group/schema'
import { schema as transitGateway } from './transit-gateway/schema'
import { schema as transitGatewayPeeringAttachment } from './transit-gateway-peering-attachment/schema'
import { schema as transitGatewayConnect } from './transit-gateway-connect/schema'
import { schema as transitGatewayRouteTable } from './transit-gateway-route-table/schema'
import { schema as transitGatewayVpcAttachment } from './transit-gateway-vpc-attachment/schema'
import { schema as internetGateway } from './internet-gateway/schema'
import { schema as internet } from './internet/schema'
import { schema as natGateway } from './nat-gateway/schema'
import { schema as publicAddress } from './public-address/schema'
import { schema as routeTable } from './route-table/schema'
import { schema as securityGroup } from './security-group/schema'
import { schema as subnet } from './subnet/schema'
import { schema as directConnectGateway } from './direct-connect-gateway/schema'
import { schema as directConnectGatewayAssociation } from './direct-connect-gateway-association/schema'
import { schema as virtualInterface } from './virtual-interface/schema'
import { schema as clientVpnEndpoint } from './client-vpn-endpoint/schema'
import { schema as customerGateway } from './customer-gateway/schema'
import { schema as onPremisesNetwork } from './on-premises-network/schema'
import { schema as vpnConnection } from './vpn-connection/schema'
import { schema as vpnGateway } from './vpn-gateway/schema'
import { schema as vpcPeeringConnection } from './vpc-peering-connection/schema'
import { schema as serviceNetwork } from './service-network/schema'
import { schema as serviceNetworkVpcAssociation } from './service-network-vpc-association/schema'
import { schema as vpcEndpoint } from './vpc-endpoint/schema'
import { schema as vpcEndpointService } from './vpc-endpoint-service/schema'
import { schema as networkFirewall } from './network-firewall/schema'
import { schema as vpc } from './vpc/schema'
import { schema as workload } from './workload/schema'

/** The union of all kinds, told apart by `kind`. */
export const resourceSchema = z.discriminatedUnion('kind', [
  vpc,
  subnet,
  routeTable,
  internetGateway,
  natGateway,
  vpcPeeringConnection,
  securityGroup,
  workload,
  internet,
  publicAddress,
  awsService,
  eksCluster,
  eksPods,
  egressOnlyInternetGateway,
  elasticIp,
  loadBalancer,
  networkAcl,
  networkInterface,
  prefixList,
  targetGroup,
  transitGateway,
  transitGatewayPeeringAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  vpnGateway,
  customerGateway,
  clientVpnEndpoint,
  vpnConnection,
  onPremisesNetwork,
  directConnectGateway,
  directConnectGatewayAssociation,
  virtualInterface,
  vpcEndpoint,
  vpcEndpointService,
  serviceNetwork,
  serviceNetworkVpcAssociation,
  networkFirewall,
  transitGatewayConnect,
])

export type Resource = z.output<typeof resourceSchema>
export type Kind = Resource['kind']
export type ResourceOf<K extends Kind> = Extract<Resource, { kind: K }>
export type Id<K extends Kind = Kind> = AnyId<K>
