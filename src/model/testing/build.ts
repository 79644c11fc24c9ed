import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import { isIp } from '../../net/ip'
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

/** A null block makes an IPv6-only subnet, whose `ipv6CidrBlock` is said in `more`. */
export const subnet = (
  name: string,
  vpcName: string,
  cidrBlock: string | null,
  more: More = {},
) => ({
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
  more: More = {},
) => routeTable(name, vpcName, routes, { main: true, ...more })

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
  more: More = {},
) => ({
  id: `security-group:${name}`,
  kind: 'security-group',
  name,
  vpcId: `vpc:${vpcName}`,
  description: name,
  ingress: keyed(ingress),
  egress: keyed(egress),
  ...more,
})

function keyed(rules: readonly unknown[], row = 'rule') {
  return Object.fromEntries(rules.map((rule, index) => [`${row}-${index + 1}`, rule]))
}

/** A rule's peer: a block of either family, or a security group or prefix list by its id. */
function peer(from: string) {
  if (from.startsWith('security-group:')) return { referencedGroupId: from }
  if (from.startsWith('prefix-list:')) return { prefixListId: from }
  return from.includes(':') ? { cidrIpv6: from } : { cidrIpv4: from }
}

type Ports = number | readonly [number, number]

const range = (ports: Ports) => {
  const [fromPort, toPort] = typeof ports === 'number' ? [ports, ports] : ports
  return { fromPort, toPort }
}

export const tcp = (ports: Ports, from: string) => ({
  ipProtocol: 'tcp',
  ...range(ports),
  ...peer(from),
})

export const all = (from: string) => ({ ipProtocol: '-1', ...peer(from) })

/** A network ACL; entries by rule number. Without any it denies everything. */
export const networkAcl = (
  name: string,
  vpcName: string,
  ingress: Readonly<Record<number, unknown>> = {},
  egress: Readonly<Record<number, unknown>> = {},
  more: More = {},
) => named('network-acl', name, { vpcId: `vpc:${vpcName}`, ingress, egress, ...more })

/** An entry of a network ACL: all traffic, or these ports of a protocol. */
export const aclEntry = (
  ruleAction: 'allow' | 'deny',
  cidrBlock: string,
  protocol = '-1',
  ports?: Ports,
) => ({ ruleAction, cidrBlock, protocol, ...(ports === undefined ? {} : range(ports)) })

export const aclAllow = (cidrBlock: string, protocol?: string, ports?: Ports) =>
  aclEntry('allow', cidrBlock, protocol, ports)

export const aclDeny = (cidrBlock: string, protocol?: string, ports?: Ports) =>
  aclEntry('deny', cidrBlock, protocol, ports)

/** A prefix list of these blocks, all of one family. */
export const prefixList = (name: string, blocks: readonly string[] = [], more: More = {}) =>
  named('prefix-list', name, {
    ownerId: firstAccount.id,
    region: 'eu-west-1',
    addressFamily: blocks[0]?.includes(':') ? 'IPv6' : 'IPv4',
    entries: Object.fromEntries(blocks.map((block) => [block, {}])),
    ...more,
  })

/** A network interface; `instanceId` in `more` attaches it. */
export const networkInterface = (name: string, subnetName: string, more: More = {}) =>
  named('network-interface', name, { subnetId: `subnet:${subnetName}`, ...more })

/** An Elastic IP address of an instance or interface by its id, or of nobody. */
export const elasticIp = (name: string, associatedWith: string | null = null, more: More = {}) =>
  named('elastic-ip', name, {
    ownerId: firstAccount.id,
    region: 'eu-west-1',
    associatedWith,
    ...more,
  })

export const egressOnlyInternetGateway = (name: string, vpcName: string, more: More = {}) =>
  named('egress-only-internet-gateway', name, { vpcId: `vpc:${vpcName}`, ...more })

export const transitGateway = (name: string, more: More = {}) =>
  named('transit-gateway', name, { ownerId: firstAccount.id, region: 'eu-west-1', ...more })

/** Attaches a VPC to a transit gateway by these subnets. */
export const tgwAttachment = (
  name: string,
  tgwName: string,
  vpcName: string,
  subnetNames: string | readonly string[],
  more: More = {},
) =>
  named('transit-gateway-vpc-attachment', name, {
    transitGatewayId: `transit-gateway:${tgwName}`,
    vpcId: `vpc:${vpcName}`,
    subnetIds: ids('subnet', subnetNames),
    ...more,
  })

/** Peers two transit gateways, of which the first is the requester. */
export const tgwPeering = (name: string, from: string, to: string, more: More = {}) =>
  named('transit-gateway-peering-attachment', name, {
    requesterTransitGatewayId: `transit-gateway:${from}`,
    accepterTransitGatewayId: `transit-gateway:${to}`,
    state: 'available',
    ...more,
  })

/** Attachments by id, or a VPC attachment by its name alone; null makes a route a blackhole. */
export const tgwRouteTable = (
  name: string,
  tgwName: string,
  {
    associations = [],
    propagations = [],
    routes = {},
  }: {
    readonly associations?: readonly string[]
    readonly propagations?: readonly string[]
    readonly routes?: Readonly<Record<string, string | null>>
  } = {},
  more: More = {},
) =>
  named('transit-gateway-route-table', name, {
    transitGatewayId: `transit-gateway:${tgwName}`,
    associations: ids('transit-gateway-vpc-attachment', associations),
    propagations: ids('transit-gateway-vpc-attachment', propagations),
    routes: Object.fromEntries(
      Object.entries(routes).map(([destination, to]) => [
        destination,
        { attachmentId: to && idOf('transit-gateway-vpc-attachment', to) },
      ]),
    ),
    ...more,
  })

/** An internal Application Load Balancer, unless `more` says otherwise. */
export const loadBalancer = (
  name: string,
  vpcName: string,
  subnetNames: string | readonly string[],
  more: More = {},
) =>
  named('load-balancer', name, {
    vpcId: `vpc:${vpcName}`,
    type: 'application',
    subnets: Object.fromEntries(ids('subnet', subnetNames).map((id) => [id, {}])),
    ...more,
  })

/** A listener that forwards everything to these target groups. */
export const listener = (protocol: string, groupNames: string | readonly string[]) => ({
  protocol,
  defaultAction: {
    type: 'forward',
    targetGroups: Object.fromEntries(ids('target-group', groupNames).map((id) => [id, {}])),
  },
})

/** A target group of resources by id, of addresses, or of whole target entries. */
export const targetGroup = (
  name: string,
  vpcName: string,
  targets: readonly (string | More)[] = [],
  more: More = {},
) =>
  named('target-group', name, {
    vpcId: `vpc:${vpcName}`,
    protocol: 'TCP',
    port: 80,
    targets: keyed(targets.map(targetOf), 'target'),
    ...more,
  })

function targetOf(target: string | More): More {
  if (typeof target !== 'string') return target
  return isIp(target) ? { ipAddress: target } : { targetId: target }
}

/** A public service of AWS, S3 unless said otherwise. */
export const awsService = (name: string, more: More = {}) =>
  named('aws-service', name, { region: 'eu-west-1', ...more })

export const eksCluster = (
  name: string,
  vpcName: string,
  subnetNames: string | readonly string[],
  more: More = {},
) =>
  named('eks-cluster', name, {
    vpcId: `vpc:${vpcName}`,
    subnetIds: ids('subnet', subnetNames),
    ...more,
  })

/** Pods on the nodes of a node group, which is a workload. */
export const eksPods = (
  name: string,
  clusterName: string,
  nodeGroupName: string,
  more: More = {},
) =>
  named('eks-pods', name, {
    eksClusterId: `eks-cluster:${clusterName}`,
    nodeGroupId: `workload:${nodeGroupName}`,
    ...more,
  })

function named(kind: string, name: string, body: More) {
  return { id: `${kind}:${name}`, kind, name, ...body }
}

const idOf = (kind: string, name: string) => (name.includes(':') ? name : `${kind}:${name}`)

const ids = (kind: string, names: string | readonly string[]) =>
  [names].flat().map((name) => idOf(kind, name))

export const vpnGateway = (name: string, vpcName: string, more: More = {}) =>
  named('vpn-gateway', name, { vpcId: `vpc:${vpcName}`, ...more })

/** A network outside AWS that holds these blocks. */
export const onPremises = (name: string, prefixes: readonly string[], more: More = {}) =>
  named('on-premises-network', name, { prefixes, ...more })

/** The customer gateway of a network outside AWS, or of one that is not drawn. */
export const customerGateway = (name: string, premises: string | null, more: More = {}) =>
  named('customer-gateway', name, {
    ownerId: firstAccount.id,
    region: 'eu-west-1',
    onPremisesNetworkId: premises && `on-premises-network:${premises}`,
    ...more,
  })

/** A VPN connection from a virtual private gateway by its name, or a transit gateway by its id. */
export const vpnConnection = (
  name: string,
  gateway: string,
  customerGatewayName: string,
  more: More = {},
) =>
  named('vpn-connection', name, {
    gatewayId: idOf('vpn-gateway', gateway),
    customerGatewayId: `customer-gateway:${customerGatewayName}`,
    ...more,
  })

/** A Connect attachment from a transit gateway to an appliance, over a VPC attachment by its name. */
export const connectAttachment = (
  name: string,
  gatewayName: string,
  appliance: string,
  transport: string,
  more: More = {},
) =>
  named('transit-gateway-connect', name, {
    transitGatewayId: `transit-gateway:${gatewayName}`,
    applianceId: idOf('workload', appliance),
    transportAttachmentId: idOf('transit-gateway-vpc-attachment', transport),
    peers: { 'peer-1': { insideCidrBlock: '169.254.100.0/29' } },
    ...more,
  })

/** A gateway endpoint for an AWS service, on these route tables. */
export const gatewayEndpoint = (
  name: string,
  vpcName: string,
  service: string,
  routeTableNames: readonly string[],
  more: More = {},
) =>
  named('vpc-endpoint', name, {
    vpcId: `vpc:${vpcName}`,
    vpcEndpointType: 'Gateway',
    serviceId: idOf('aws-service', service),
    routeTableIds: ids('route-table', routeTableNames),
    ...more,
  })

/** An interface endpoint, or a Gateway Load Balancer endpoint if that is said, in these subnets. */
export const interfaceEndpoint = (
  name: string,
  vpcName: string,
  service: string,
  subnetNames: string | readonly string[],
  more: More = {},
) =>
  named('vpc-endpoint', name, {
    vpcId: `vpc:${vpcName}`,
    vpcEndpointType: 'Interface',
    serviceId: idOf('vpc-endpoint-service', service),
    subnets: Object.fromEntries(ids('subnet', subnetNames).map((id) => [id, {}])),
    ...more,
  })

/** A firewall of this VPC; its rules are numbered 10, 20 ... in their order. */
export const networkFirewall = (
  name: string,
  vpcName: string,
  stateful: readonly unknown[] = [],
  more: More = {},
) =>
  named('network-firewall', name, {
    vpcId: `vpc:${vpcName}`,
    statefulRules: tens(stateful),
    ...more,
  })

/** Rules by number: 10, 20 ... */
export const tens = (rules: readonly unknown[]) =>
  Object.fromEntries(rules.map((rule, index) => [10 * (index + 1), rule]))

/** The endpoint in a subnet of a firewall, or of an endpoint service by its id. */
export const inspectionEndpoint = (
  name: string,
  vpcName: string,
  service: string,
  subnetName: string,
  more: More = {},
) =>
  named('vpc-endpoint', name, {
    vpcId: `vpc:${vpcName}`,
    vpcEndpointType: 'GatewayLoadBalancer',
    serviceId: idOf('network-firewall', service),
    subnets: { [`subnet:${subnetName}`]: {} },
    ...more,
  })

/** A service behind load balancers of this VPC that takes every account without asking. */
export const endpointService = (
  name: string,
  vpcName: string,
  loadBalancerNames: string | readonly string[],
  more: More = {},
) =>
  named('vpc-endpoint-service', name, {
    vpcId: `vpc:${vpcName}`,
    loadBalancerIds: ids('load-balancer', loadBalancerNames),
    acceptanceRequired: false,
    allowedPrincipals: ['*'],
    ...more,
  })

export const directConnectGateway = (name: string, more: More = {}) =>
  named('direct-connect-gateway', name, { ownerId: firstAccount.id, ...more })

/** Associates a Direct Connect gateway with a virtual private gateway by its name, or any by id. */
export const directConnectAssociation = (
  name: string,
  directConnectGatewayName: string,
  gateway: string,
  more: More = {},
) =>
  named('direct-connect-gateway-association', name, {
    directConnectGatewayId: `direct-connect-gateway:${directConnectGatewayName}`,
    gatewayId: idOf('vpn-gateway', gateway),
    ...more,
  })

/** A virtual interface from a network outside AWS to a Direct Connect gateway by its name, or any gateway by id. */
export const virtualInterface = (
  name: string,
  premises: string,
  gateway: string,
  more: More = {},
) =>
  named('virtual-interface', name, {
    onPremisesNetworkId: `on-premises-network:${premises}`,
    gatewayId: idOf('direct-connect-gateway', gateway),
    ...more,
  })

/** A VPC Lattice service network; each service by its port, with the target that answers there. */
export const serviceNetwork = (
  name: string,
  targets: Readonly<Record<number, string>>,
  more: More = {},
) =>
  named('service-network', name, {
    ownerId: firstAccount.id,
    region: 'eu-west-1',
    services: Object.fromEntries(
      Object.entries(targets).map(([port, target]) => [
        `service-${port}`,
        {
          serviceName: `on-${port}`,
          port: Number(port),
          targetId: idOf('workload', target),
          targetPort: Number(port),
        },
      ]),
    ),
    ...more,
  })

export const latticeAssociation = (
  name: string,
  vpcName: string,
  networkName: string,
  more: More = {},
) =>
  named('service-network-vpc-association', name, {
    vpcId: `vpc:${vpcName}`,
    serviceNetworkId: `service-network:${networkName}`,
    ...more,
  })

/** A Client VPN endpoint associated with these subnets. */
export const clientVpn = (
  name: string,
  vpcName: string,
  subnetNames: readonly string[],
  more: More = {},
) =>
  named('client-vpn-endpoint', name, {
    vpcId: `vpc:${vpcName}`,
    clientCidrBlock: '172.27.0.0/22',
    associations: Object.fromEntries(subnetNames.map((it) => [`subnet:${it}`, {}])),
    ...more,
  })
