import { allOutbound, tcpFrom } from './example'

/** A VPC with one subnet, one instance and a group that admits tcp/443 from 10.0.0.0/8. */
export function smallVpc(
  letter: string,
  block: { readonly vpc: string; readonly subnet: string },
  routes: Readonly<Record<string, string>>,
) {
  const upper = letter.toUpperCase()
  return [
    {
      id: `vpc:${letter}`,
      kind: 'vpc',
      name: `VPC ${upper}`,
      ownerId: '111111111111',
      region: 'eu-west-1',
      cidrBlock: block.vpc,
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    {
      id: `route-table:${letter}`,
      kind: 'route-table',
      name: `${upper} main`,
      vpcId: `vpc:${letter}`,
      main: true,
      routes: Object.fromEntries(
        Object.entries(routes).map(([destination, target]) => [destination, { target }]),
      ),
    },
    {
      id: `subnet:${letter}`,
      kind: 'subnet',
      name: `${upper} private`,
      vpcId: `vpc:${letter}`,
      availabilityZone: 'eu-west-1a',
      cidrBlock: block.subnet,
    },
    {
      id: `security-group:${letter}`,
      kind: 'security-group',
      name: `host-${letter}`,
      vpcId: `vpc:${letter}`,
      description: `Host ${upper}`,
      ingress: { 'rule-1': tcpFrom(443, '10.0.0.0/8', 'from our networks') },
      egress: allOutbound,
    },
    {
      id: `workload:${letter}`,
      kind: 'workload',
      name: `Host ${upper}`,
      workloadType: 'ec2-instance',
      interfaces: { [`subnet:${letter}`]: {} },
      securityGroupIds: [`security-group:${letter}`],
    },
  ]
}

/** Where such a VPC is drawn. */
export function smallVpcLayout(letter: string, x: number, width = 312) {
  return {
    [`vpc:${letter}`]: { x, y: 0, width, height: 296 },
    [`subnet:${letter}`]: { x: 24, y: 80, width: width - 48, height: 144 },
    [`workload:${letter}`]: { x: (width - 48 - 184) / 2, y: 64 },
  }
}

export const mainAccount = { id: '111111111111', name: 'Main account' }
