import type { Kind } from '../../kinds/resource'

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
  internet: `${guide}VPC_Internet_Gateway.html`,
  'public-address': `${guide}vpc-ip-addressing.html`,
}
