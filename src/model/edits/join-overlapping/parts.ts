import { cut, freeName, longestName } from '../../../kinds/names'
import { resourceSchema, type Id, type Kind, type Resource } from '../../../kinds/resource'
import { newSecurityGroup } from '../../../kinds/security-group/draft'
import { nextFree, type Cidr4 } from '../../../net/cidr'
import { designOf } from '../../design'
import type { Document } from '../../document'
import { lengths, type JoinPlan } from './plan'

/** Ids of the parts that others name. */
export interface Named {
  readonly natId: Id<'nat-gateway'>
  readonly balancerId: Id<'load-balancer'>
  readonly balancerGroupId: Id<'security-group'>
  readonly clientSubnetId: Id<'subnet'>
  readonly serverSubnetIds: readonly [Id<'subnet'>, Id<'subnet'>]
  readonly transitGatewayId: Id<'transit-gateway'>
}

export interface Parts extends Named {
  /** What holds others comes before what it holds. */
  readonly resources: readonly Resource[]
}

const tail = (id: string) => id.slice(id.indexOf(':') + 1)

/** An Application Load Balancer is for HTTP; whatever else listens gets a Network Load Balancer. */
const speaksHttp = (port: number) => port === 80 || port === 443 || (port >= 8000 && port < 9000)

/** Everything the pattern adds to the document, read as a saved file's resources would be. */
export function partsOf(document: Document, plan: JoinPlan): Parts {
  const { client, server, clientBlock, serverBlock } = plan
  const design = designOf(document)
  const newId = <K extends Kind>(kind: K, base: string): Id<K> => {
    let id: Id<K> = `${kind}:${base}`
    for (let number = 2; Object.hasOwn(document.resources, id); number += 1)
      id = `${kind}:${base}-${number}`
    return id
  }
  const named = (kind: Kind, name: string) => cut(freeName(name, design.all(kind)), longestName)
  const pair = `${tail(client.id)}-${tail(server.id)}`
  const [a, b] = [tail(client.id), tail(server.id)]
  const ids: Named = {
    natId: newId('nat-gateway', `${a}-private`),
    balancerId: newId('load-balancer', `${b}-for-${a}`),
    balancerGroupId: newId('security-group', `${b}-for-${a}`),
    clientSubnetId: newId('subnet', `${a}-routable`),
    serverSubnetIds: [newId('subnet', `${b}-routable-1`), newId('subnet', `${b}-routable-2`)],
    transitGatewayId: newId('transit-gateway', pair),
  }
  const gatewayName = named('transit-gateway', 'Transit gateway')
  const table = (vpc: typeof client, id: Id<'route-table'>, destination: Cidr4) => ({
    id,
    kind: 'route-table',
    name: named('route-table', `${vpc.name} routable`),
    vpcId: vpc.id,
    routes: { [destination]: { target: ids.transitGatewayId } },
  })
  const tableIds = {
    client: newId('route-table', `${a}-routable`),
    server: newId('route-table', `${b}-routable`),
  }
  const [firstZone, secondZone] = plan.serverZones
  const subnet = (
    id: Id<'subnet'>,
    vpc: typeof client,
    name: string,
    place: { zone: string; block: Cidr4; before: readonly Cidr4[]; tableId: Id<'route-table'> },
  ) => ({
    id,
    kind: 'subnet',
    name: named('subnet', name),
    vpcId: vpc.id,
    availabilityZone: place.zone,
    cidrBlock: nextFree(place.block, lengths.subnet, place.before),
    routeTableId: place.tableId,
  })
  const firstSubnet = subnet(ids.serverSubnetIds[0], server, `${server.name} routable`, {
    zone: firstZone,
    block: serverBlock,
    before: [],
    tableId: tableIds.server,
  })
  const secondSubnet = subnet(ids.serverSubnetIds[1], server, `${server.name} routable 2`, {
    zone: secondZone,
    block: serverBlock,
    before: firstSubnet.cidrBlock ? [firstSubnet.cidrBlock] : [],
    tableId: tableIds.server,
  })
  const attachmentIds = {
    client: newId('transit-gateway-vpc-attachment', `${a}-for-${b}`),
    server: newId('transit-gateway-vpc-attachment', `${b}-for-${a}`),
  }
  const attachment = (id: string, vpc: typeof client, subnetIds: readonly string[]) => ({
    id,
    kind: 'transit-gateway-vpc-attachment',
    name: named('transit-gateway-vpc-attachment', `${vpc.name} to ${gatewayName}`),
    transitGatewayId: ids.transitGatewayId,
    vpcId: vpc.id,
    subnetIds,
  })
  const gatewayTable = (from: string, vpc: typeof client, destination: Cidr4, to: string) => ({
    id: newId('transit-gateway-route-table', `from-${tail(vpc.id)}-${pair}`),
    kind: 'transit-gateway-route-table',
    name: named('transit-gateway-route-table', `From ${vpc.name}`),
    transitGatewayId: ids.transitGatewayId,
    // propagation would carry the blocks that overlap too (OVL-5)
    associations: [from],
    routes: { [destination]: { attachmentId: to } },
  })
  const isWeb = plan.services.every(({ port }) => speaksHttp(port))
  const balancerName = named('load-balancer', isWeb ? 'alb' : 'nlb')
  const listeners = plan.services.map(({ port, workloads }) => {
    const protocol = !isWeb ? 'TCP' : port === 443 ? 'HTTPS' : 'HTTP'
    const groupId = newId('target-group', `${b}-for-${a}-${port}`)
    return {
      port,
      listener: {
        protocol,
        defaultAction: { type: 'forward', targetGroups: { [groupId]: { weight: 1 } } },
      },
      group: {
        id: groupId,
        kind: 'target-group',
        name: named('target-group', `${balancerName}-${port}`),
        vpcId: server.id,
        targetType: 'ip',
        protocol,
        port,
        targets: Object.fromEntries(
          workloads.map(({ id }, index) => [`target-${index + 1}`, { targetId: id }]),
        ),
      },
    }
  })
  const made: readonly unknown[] = [
    {
      id: ids.transitGatewayId,
      kind: 'transit-gateway',
      name: gatewayName,
      ownerId: client.ownerId,
      region: client.region,
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
      autoAcceptSharedAttachments: client.ownerId !== server.ownerId,
      sharedWith: client.ownerId === server.ownerId ? [] : [server.ownerId],
    },
    table(client, tableIds.client, serverBlock),
    subnet(ids.clientSubnetId, client, `${client.name} routable`, {
      zone: plan.clientZone,
      block: clientBlock,
      before: [],
      tableId: tableIds.client,
    }),
    {
      id: ids.natId,
      kind: 'nat-gateway',
      name: named('nat-gateway', `${client.name} private NAT gateway`),
      subnetId: ids.clientSubnetId,
      connectivityType: 'private',
    },
    table(server, tableIds.server, clientBlock),
    firstSubnet,
    secondSubnet,
    {
      ...newSecurityGroup(ids.balancerGroupId, server.id, balancerName, design),
      ingress: Object.fromEntries(
        listeners.map(({ port }, index) => [
          `rule-${index + 1}`,
          { ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIpv4: clientBlock },
        ]),
      ),
    },
    ...listeners.map(({ group }) => group),
    {
      id: ids.balancerId,
      kind: 'load-balancer',
      name: balancerName,
      vpcId: server.id,
      type: isWeb ? 'application' : 'network',
      subnets: Object.fromEntries(ids.serverSubnetIds.map((id) => [id, {}])),
      securityGroupIds: [ids.balancerGroupId],
      crossZone: true,
      listeners: Object.fromEntries(listeners.map(({ port, listener }) => [port, listener])),
    },
    attachment(attachmentIds.client, client, [ids.clientSubnetId]),
    attachment(attachmentIds.server, server, ids.serverSubnetIds),
    gatewayTable(attachmentIds.client, client, serverBlock, attachmentIds.server),
    gatewayTable(attachmentIds.server, server, clientBlock, attachmentIds.client),
  ]
  return { ...ids, resources: made.map((it) => resourceSchema.parse(it)) }
}
