import type { Kind } from '../../kinds/resource'

const transit = 'https://docs.aws.amazon.com/vpc/latest/tgw/'
const direct = 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/'
const vpn = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/'
const balancing = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/'
const privateLink = 'https://docs.aws.amazon.com/vpc/latest/privatelink/'
const guide = 'https://docs.aws.amazon.com/vpc/latest/userguide/'

/** Where AWS explains each kind. The page only links there; it never asks for it itself. */
export const documentation: Readonly<Record<Kind, string>> = {
  vpc: `${guide}configure-your-vpc.html`,
  subnet: `${guide}configure-subnets.html`,
  'route-table': `${guide}VPC_Route_Tables.html`,
  'internet-gateway': `${guide}VPC_Internet_Gateway.html`,
  'nat-gateway': `${guide}vpc-nat-gateway.html`,
  'vpc-peering-connection':
    'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
  'security-group': `${guide}vpc-security-groups.html`,
  workload: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  'network-acl': `${guide}vpc-network-acls.html`,
  'prefix-list': `${guide}managed-prefix-lists.html`,
  'network-interface': 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  'elastic-ip': `${guide}vpc-eips.html`,
  'egress-only-internet-gateway': `${guide}egress-only-internet-gateway.html`,
  'transit-gateway': `${transit}how-transit-gateways-work.html`,
  'transit-gateway-vpc-attachment': `${transit}tgw-vpc-attachments.html`,
  'transit-gateway-peering-attachment': `${transit}tgw-peering.html`,
  'transit-gateway-route-table': `${transit}tgw-route-tables.html`,
  'transit-gateway-connect': `${transit}tgw-connect.html`,
  'vpn-gateway': `${vpn}how_it_works.html`,
  'customer-gateway': `${vpn}your-cgw.html`,
  'vpn-connection': `${vpn}VPC_VPN.html`,
  'direct-connect-gateway': `${direct}direct-connect-gateways-intro.html`,
  'direct-connect-gateway-association': `${direct}direct-connect-gateways.html`,
  'virtual-interface': `${direct}WorkingWithVirtualInterfaces.html`,
  'client-vpn-endpoint': 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is.html',
  'on-premises-network': `${vpn}how_it_works.html`,
  'network-firewall':
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewalls.html',
  'vpc-endpoint': `${privateLink}concepts.html`,
  'service-network': 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-networks.html',
  'service-network-vpc-association':
    'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-network-associations.html',
  'vpc-endpoint-service': `${privateLink}create-endpoint-service.html`,
  'load-balancer': `${balancing}userguide/how-elastic-load-balancing-works.html`,
  'target-group': `${balancing}application/load-balancer-target-groups.html`,
  'eks-cluster': 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  'eks-pods': 'https://docs.aws.amazon.com/eks/latest/userguide/pod-networking.html',
  internet: `${guide}VPC_Internet_Gateway.html`,
  'public-address': `${guide}vpc-ip-addressing.html`,
  'aws-service': `${guide}working-with-aws-managed-prefix-lists.html`,
}
