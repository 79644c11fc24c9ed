import { assemble, type Example } from './example'
import { mainAccount, smallVpc, smallVpcLayout } from './small-vpc'

const peering = (from: 'a' | 'b', to: 'b' | 'c') => ({
  id: `vpc-peering-connection:${from}-${to}`,
  kind: 'vpc-peering-connection',
  name: `${from.toUpperCase()} to ${to.toUpperCase()}`,
  requesterVpcId: `vpc:${from}`,
  accepterVpcId: `vpc:${to}`,
  status: 'active',
})

/** S2: A is peered with B, B with C; A hopes to get to C through B. */
export const s2: Example = {
  id: 's2',
  title: 'Peering is not transitive',
  about:
    'A is peered with B, and B with C. A sends packets for C to B, and AWS drops them. See where, and what would help.',
  story: [
    'Look at the path from host A to host C: it ends at the peering connection between A and B.',
    'Peer A and C directly, with a route on both sides.',
    'Accept the new connection, and the path lights up.',
  ],
  flow: { source: 'workload:a', destination: 'workload:c', protocol: 'tcp', port: 443 },
  document: assemble({
    name: 'Peering is not transitive',
    description: 'Three VPCs in a chain of two peering connections.',
    accounts: [mainAccount],
    resources: [
      ...smallVpc(
        'a',
        { vpc: '10.0.0.0/16', subnet: '10.0.0.0/24' },
        {
          '10.1.0.0/16': 'vpc-peering-connection:a-b',
          '10.2.0.0/16': 'vpc-peering-connection:a-b',
        },
      ),
      ...smallVpc(
        'b',
        { vpc: '10.1.0.0/16', subnet: '10.1.0.0/24' },
        {
          '10.0.0.0/16': 'vpc-peering-connection:a-b',
          '10.2.0.0/16': 'vpc-peering-connection:b-c',
        },
      ),
      ...smallVpc(
        'c',
        { vpc: '10.2.0.0/16', subnet: '10.2.0.0/24' },
        { '10.1.0.0/16': 'vpc-peering-connection:b-c' },
      ),
      peering('a', 'b'),
      peering('b', 'c'),
    ],
    layout: {
      ...smallVpcLayout('a', 0),
      ...smallVpcLayout('b', 472),
      ...smallVpcLayout('c', 944),
    },
  }),
}
