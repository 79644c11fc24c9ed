import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import { firstAccount, type Document } from '../document'

/** A document of these resources, each read by the parser as a saved file would be. */
export function documentOf(...inputs: readonly unknown[]): Document {
  const resources: Record<Id, Resource> = {}
  for (const input of inputs.flat()) {
    const resource = resourceSchema.parse(input)
    resources[resource.id] = resource
  }
  return { name: 'Test', description: '', accounts: [firstAccount], resources, layout: {} }
}

type More = Readonly<Record<string, unknown>>

/** `vpc('a', '10.0.0.0/16')` has the id `vpc:a`; so with all the builders below. */
export const vpc = (name: string, cidrBlock: string, more: More = {}) => ({
  id: `vpc:${name}`,
  kind: 'vpc',
  name,
  ownerId: firstAccount.id,
  region: 'eu-west-1',
  cidrBlock,
  ...more,
})

export const subnet = (name: string, vpcName: string, cidrBlock: string, more: More = {}) => ({
  id: `subnet:${name}`,
  kind: 'subnet',
  name,
  vpcId: `vpc:${vpcName}`,
  availabilityZone: 'eu-west-1a',
  cidrBlock,
  ...more,
})

/** A route table; targets are ids, or null for one that is gone. */
export const routeTable = (
  name: string,
  vpcName: string,
  routes: Readonly<Record<string, string | null>> = {},
  more: More = {},
) => ({
  id: `route-table:${name}`,
  kind: 'route-table',
  name,
  vpcId: `vpc:${vpcName}`,
  routes: Object.fromEntries(
    Object.entries(routes).map(([destination, target]) => [destination, { target }]),
  ),
  ...more,
})

/** The main route table of a VPC. */
export const mainTable = (
  name: string,
  vpcName: string,
  routes: Readonly<Record<string, string | null>> = {},
) => routeTable(name, vpcName, routes, { main: true })

/** A VPC peering connection of which the first VPC is the requester. */
export const peering = (name: string, from: string, to: string, more: More = {}) => ({
  id: `vpc-peering-connection:${name}`,
  kind: 'vpc-peering-connection',
  name,
  requesterVpcId: `vpc:${from}`,
  accepterVpcId: `vpc:${to}`,
  status: 'active',
  ...more,
})

export const internetGateway = (name: string, vpcName: string, more: More = {}) => ({
  id: `internet-gateway:${name}`,
  kind: 'internet-gateway',
  name,
  vpcId: `vpc:${vpcName}`,
  ...more,
})

export const natGateway = (name: string, subnetName: string, more: More = {}) => ({
  id: `nat-gateway:${name}`,
  kind: 'nat-gateway',
  name,
  subnetId: `subnet:${subnetName}`,
  ...more,
})

/** An instance with one interface, or one per subnet; `face` says more about the interface. */
export const workload = (
  name: string,
  subnetNames: string | readonly string[],
  more: More = {},
  face: More = {},
) => ({
  id: `workload:${name}`,
  kind: 'workload',
  name,
  workloadType: 'ec2-instance',
  interfaces: Object.fromEntries([subnetNames].flat().map((it) => [`subnet:${it}`, face])),
  ...more,
})

export const securityGroup = (
  name: string,
  vpcName: string,
  ingress: readonly unknown[] = [],
  egress: readonly unknown[] = [all('0.0.0.0/0')],
) => ({
  id: `security-group:${name}`,
  kind: 'security-group',
  name,
  vpcId: `vpc:${vpcName}`,
  description: name,
  ingress: keyed(ingress),
  egress: keyed(egress),
})

function keyed(rules: readonly unknown[]) {
  return Object.fromEntries(rules.map((rule, index) => [`rule-${index + 1}`, rule]))
}

/** A rule's peer: a block, or a security group by its id. */
const peer = (from: string) =>
  from.startsWith('security-group:') ? { referencedGroupId: from } : { cidrIpv4: from }

export const tcp = (ports: number | readonly [number, number], from: string) => ({
  ipProtocol: 'tcp',
  fromPort: typeof ports === 'number' ? ports : ports[0],
  toPort: typeof ports === 'number' ? ports : ports[1],
  ...peer(from),
})

export const all = (from: string) => ({ ipProtocol: '-1', ...peer(from) })
