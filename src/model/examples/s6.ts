import { allOutbound, assemble, tcpFrom, type Example } from './example'
import { mainAccount, smallVpc, smallVpcLayout } from './small-vpc'

/** A VPC whose host admits the data centre too. */
const hybridVpc = (
  letter: 'a' | 'b',
  block: { readonly vpc: string; readonly subnet: string },
  routes: Readonly<Record<string, string>>,
) =>
  smallVpc(letter, block, routes).map((it) => {
    if (it.kind === 'route-table' && letter === 'a')
      return { ...it, propagatingVgwIds: ['vpn-gateway:a'] }
    if (it.kind !== 'security-group') return it
    return {
      ...it,
      ingress: {
        'rule-1': tcpFrom(443, '10.0.0.0/8', 'from our networks'),
        'rule-2': tcpFrom(443, '192.168.0.0/16', 'from the data centre'),
      },
      egress: allOutbound,
    }
  })

/** S6: a data centre reaches the VPC it has a VPN connection with, and none behind it. */
export const s6: Example = {
  id: 's6',
  title: 'A data centre joined by VPN',
  about:
    'A Site-to-Site VPN connection joins a data centre to VPC A, which is peered with VPC B. The data centre reaches A, and never B through it: a virtual private gateway is no transit.',
  story: [
    'Look at the path from the data centre to host A: over the VPN connection and the virtual private gateway, and back by the route that it propagates.',
    'Ask for the data centre to host B: the virtual private gateway takes in only what is for its own VPC.',
    'Select the VPN connection and take both tunnels down: the propagated route goes, and nothing arrives.',
    'Switch route propagation off in A main with the tunnels up: the request arrives, its reply has no way back.',
    'Ask for host B to the data centre: the peering connection carries nothing beyond its two VPCs. The way out is a transit gateway, or a VPN connection of its own.',
  ],
  flow: {
    source: 'on-premises-network:data-centre',
    destination: 'workload:a',
    protocol: 'tcp',
    port: 443,
  },
  document: assemble({
    name: 'A data centre joined by VPN',
    description: 'A VPN connection to one of two peered VPCs.',
    accounts: [mainAccount],
    resources: [
      ...hybridVpc(
        'a',
        { vpc: '10.0.0.0/16', subnet: '10.0.0.0/24' },
        { '10.1.0.0/16': 'vpc-peering-connection:a-b' },
      ),
      ...hybridVpc(
        'b',
        { vpc: '10.1.0.0/16', subnet: '10.1.0.0/24' },
        {
          '10.0.0.0/16': 'vpc-peering-connection:a-b',
          '192.168.0.0/16': 'vpc-peering-connection:a-b',
        },
      ),
      {
        id: 'vpc-peering-connection:a-b',
        kind: 'vpc-peering-connection',
        name: 'A to B',
        requesterVpcId: 'vpc:a',
        accepterVpcId: 'vpc:b',
        status: 'active',
      },
      { id: 'vpn-gateway:a', kind: 'vpn-gateway', name: 'VPC A vgw', vpcId: 'vpc:a' },
      {
        id: 'on-premises-network:data-centre',
        kind: 'on-premises-network',
        name: 'Data centre',
        prefixes: ['192.168.0.0/16'],
      },
      {
        id: 'customer-gateway:data-centre',
        kind: 'customer-gateway',
        name: 'DC router',
        ownerId: mainAccount.id,
        region: 'eu-west-1',
        ipAddress: '203.0.113.5',
        bgpAsn: 65010,
        onPremisesNetworkId: 'on-premises-network:data-centre',
      },
      {
        id: 'vpn-connection:data-centre',
        kind: 'vpn-connection',
        name: 'Data centre VPN',
        gatewayId: 'vpn-gateway:a',
        customerGatewayId: 'customer-gateway:data-centre',
      },
    ],
    layout: {
      // wide enough that the way from the gateway leaves the words of both heads legible
      ...smallVpcLayout('a', 0, 440),
      ...smallVpcLayout('b', 600),
      'vpn-gateway:a': { x: 196, y: -24 },
      'customer-gateway:data-centre': { x: 120, y: -280 },
      'on-premises-network:data-centre': { x: 400, y: -280 },
    },
  }),
}
