import { forward as awsService } from './aws-service/forward'
import type { Forwarding, NotForwarding } from './forward'
import { forward as eksCluster } from './eks-cluster/forward'
import { forward as eksPods } from './eks-pods/forward'
import { forward as egressOnlyInternetGateway } from './egress-only-internet-gateway/forward'
import { forward as internetGateway } from './internet-gateway/forward'
import { forward as internet } from './internet/forward'
import { forward as loadBalancer } from './load-balancer/forward'
import { forward as natGateway } from './nat-gateway/forward'
import { forward as networkInterface } from './network-interface/forward'
import { forward as publicAddress } from './public-address/forward'
import type { Kind } from './resource'
import { forward as subnet } from './subnet/forward'
import { forward as transitGateway } from './transit-gateway/forward'
import { forward as transitGatewayPeeringAttachment } from './transit-gateway-peering-attachment/forward'
import { forward as transitGatewayVpcAttachment } from './transit-gateway-vpc-attachment/forward'
import { forward as vpcPeeringConnection } from './vpc-peering-connection/forward'
import { forward as serviceNetwork } from './service-network/forward'
import { forward as serviceNetworkVpcAssociation } from './service-network-vpc-association/forward'
import { forward as vpcEndpoint } from './vpc-endpoint/forward'
import { forward as vpc } from './vpc/forward'
import { forward as clientVpnEndpoint } from './client-vpn-endpoint/forward'
import { forward as directConnectGateway } from './direct-connect-gateway/forward'
import { forward as transitGatewayConnect } from './transit-gateway-connect/forward'
import { forward as directConnectGatewayAssociation } from './direct-connect-gateway-association/forward'
import { forward as virtualInterface } from './virtual-interface/forward'
import { forward as onPremisesNetwork } from './on-premises-network/forward'
import { forward as vpnConnection } from './vpn-connection/forward'
import { forward as vpnGateway } from './vpn-gateway/forward'
import { forward as workload } from './workload/forward'

/** The roll call of what kinds do with packets. The walk knows no kind but by this. */
export const forwarding: { readonly [K in Kind]: Forwarding<K> | NotForwarding } = {
  vpc,
  subnet,
  'route-table': {
    forward: null,
    reason: 'A route table is consulted by the subnet that uses it; no packet is handed to it.',
  },
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'vpc-peering-connection': vpcPeeringConnection,
  'security-group': {
    forward: null,
    reason:
      'Security groups filter at an interface, all of its groups as one; its owner asks them.',
  },
  workload,
  internet,
  'public-address': publicAddress,
  'aws-service': awsService,
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'network-interface': networkInterface,
  'transit-gateway': transitGateway,
  'transit-gateway-vpc-attachment': transitGatewayVpcAttachment,
  'service-network': serviceNetwork,
  'service-network-vpc-association': serviceNetworkVpcAssociation,
  'vpc-endpoint': vpcEndpoint,
  'network-firewall': {
    forward: null,
    reason: 'A network firewall decides for its endpoints, which are what routes lead to.',
  },
  'vpc-endpoint-service': {
    forward: null,
    reason: 'An endpoint service leads to its load balancers; endpoints hand packets to those.',
  },
  'vpn-gateway': vpnGateway,
  'vpn-connection': vpnConnection,
  'direct-connect-gateway': directConnectGateway,
  'client-vpn-endpoint': clientVpnEndpoint,
  'direct-connect-gateway-association': directConnectGatewayAssociation,
  'transit-gateway-connect': transitGatewayConnect,
  'virtual-interface': virtualInterface,
  'on-premises-network': onPremisesNetwork,
  'customer-gateway': {
    forward: null,
    reason: 'A customer gateway is what AWS knows of a device outside; its VPN connection carries.',
  },
  'transit-gateway-peering-attachment': transitGatewayPeeringAttachment,
  'load-balancer': loadBalancer,
  'eks-cluster': eksCluster,
  'eks-pods': eksPods,
  'transit-gateway-route-table': {
    forward: null,
    reason: 'A transit gateway consults it for each attachment; no packet is handed to it.',
  },
  'network-acl': {
    forward: null,
    reason: 'A network ACL filters at the border of a subnet, which asks it.',
  },
  'prefix-list': {
    forward: null,
    reason: 'A prefix list stands for blocks in routes and rules, which ask it.',
  },
  'elastic-ip': {
    forward: null,
    reason: 'An Elastic IP address belongs to an interface; the internet gateway translates it.',
  },
  'target-group': {
    forward: null,
    reason: 'A load balancer chooses a target from it; no packet is handed to it.',
  },
}

/** What a kind does with packets, or null where none is ever handed to it. */
export function forwardingOf<K extends Kind>(kind: K): Forwarding<K> | null {
  const entries: { readonly [P in Kind]: Forwarding<P> | NotForwarding } = forwarding
  const entry = entries[kind]
  return 'forward' in entry ? null : entry
}
