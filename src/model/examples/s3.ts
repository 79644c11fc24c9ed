import { assemble, type Example } from './example'
import { mainAccount, smallVpc, smallVpcLayout } from './small-vpc'

const block = { vpc: '10.0.0.0/16', subnet: '10.0.0.0/24' }

/** S3: two VPCs with the same block, and the peering link that AWS refuses. */
export const s3: Example = {
  id: 's3',
  title: 'Overlapping CIDRs cannot be peered',
  about:
    'Two VPCs grew up with the same 10.0.0.0/16. AWS refuses to peer them. See which blocks collide, and re-address one of them.',
  story: [
    'Look at the refused link: both VPCs have the block 10.0.0.0/16.',
    'Re-address VPC B to the next free block.',
    'Draw the peering connection again and accept it.',
    'Add the routes on both sides.',
    'Or keep both blocks: the finding on the link also offers private NAT, a transit gateway and a load balancer.',
  ],
  flow: { source: 'workload:a', destination: 'workload:b', protocol: 'tcp', port: 443 },
  document: assemble({
    name: 'Overlapping CIDRs cannot be peered',
    description: 'Two VPCs with the same block, and the peering connection that failed.',
    accounts: [mainAccount],
    resources: [
      ...smallVpc('a', block, {}),
      ...smallVpc('b', block, {}),
      {
        id: 'vpc-peering-connection:a-b',
        kind: 'vpc-peering-connection',
        name: 'A to B',
        requesterVpcId: 'vpc:a',
        accepterVpcId: 'vpc:b',
        status: 'failed',
      },
    ],
    layout: { ...smallVpcLayout('a', 0), ...smallVpcLayout('b', 552) },
  }),
}
