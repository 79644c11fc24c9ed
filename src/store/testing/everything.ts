import type { Id, Kind } from '../../kinds/resource'
import { cidr, cidr6 } from '../../net/cidr'
import { place } from '../actions/place'
import { drawLink } from '../actions/link'
import { editResource } from '../commands/edit'
import type { Designer } from '../designer'
import type { Placed } from '../placed'

/** Places in one VPC after the other what a user would, so that every kind is in the design. */
export function drawEverything(designer: Designer): Record<string, Id> {
  const put = (placed: Placed, on: Id | null, x: number, y: number): Id => {
    const id = place(designer, placed, { on: on ? [on] : [], at: { x, y } })
    if (!id) throw new Error(`Bug: ${placed} was not placed`)
    return id
  }
  const a = put('vpc', null, 0, 0)
  const vpc = designer.getState().document.resources[a]
  if (vpc?.kind === 'vpc')
    designer.run(editResource, {
      resource: { ...vpc, ipv6CidrBlocks: [cidr6('2001:db8:1200::/56')] },
      what: 'IPv6',
    })
  const igw = put('internet-gateway', a, 0, 0)
  put('egress-only-internet-gateway', a, 0, 0)
  const publicA = put('subnet', a, 24, 64)
  const publicB = put('subnet', a, 312, 64)
  const privateA = put('subnet', a, 24, 320)
  const table = put('route-table', publicA, 0, 0)
  const routed = designer.getState().document.resources[table]
  if (routed?.kind === 'route-table')
    designer.run(editResource, {
      resource: {
        ...routed,
        routes: { [cidr('0.0.0.0/0')]: { target: igw as Id<'internet-gateway'> } },
      },
      what: 'routes',
    })
  const second = designer.getState().document.resources[publicB]
  if (second?.kind === 'subnet')
    designer.run(editResource, {
      resource: { ...second, routeTableId: table as Id<'route-table'> },
      what: 'route table',
    })
  put('network-acl', publicA, 0, 0)
  put('nat-gateway', publicA, 16, 48)
  const web = put('workload/ec2-instance', privateA, 16, 48)
  put('network-interface', web, 16, 120)
  put('elastic-ip', web, 16, 190)
  const nodes = put('workload/eks-node-group', publicB, 16, 48)
  put('eks-pods', nodes, 16, 120)
  put('workload/lambda-function', privateA, 220, 48)
  put('workload/rds-db-instance', privateA, 220, 120)
  const appliance = put('workload/appliance', privateA, 220, 190)
  put('load-balancer/application', publicA, 200, 240)
  put('load-balancer/network', privateA, 16, 260)
  const b = put('vpc', null, 1100, 0)
  put('subnet', b, 24, 64)
  drawLink(designer, a, b)
  const one = put('transit-gateway', null, 600, 900)
  put('transit-gateway-route-table', one, 0, 0)
  const other = put('transit-gateway', null, 1100, 900)
  drawLink(designer, a, one)
  drawLink(designer, one, b)
  drawLink(designer, one, other)
  put('prefix-list', null, 0, 900)
  put('internet', null, 300, -200)
  put('public-address', null, 600, -200)
  put('on-premises-network', null, 0, -400)
  const customer = put('customer-gateway', null, 300, -400)
  const vgw = put('vpn-gateway', b, 0, 0)
  drawLink(designer, vgw, customer)
  drawLink(designer, one, customer)
  put('client-vpn-endpoint', a, 0, 0)
  drawLink(designer, one, appliance)
  const direct = put('direct-connect-gateway', null, 600, -400)
  drawLink(designer, direct, vgw)
  const premises = put('on-premises-network', null, 900, -400)
  drawLink(designer, premises, direct)
  put('aws-service', null, 900, -200)
  put('vpc-endpoint/Gateway', a, 24, 620)
  put('vpc-endpoint/Interface', privateA, 220, 260)
  put('vpc-endpoint-service', a, 300, 620)
  drawLink(designer, a, put('service-network', null, 1200, -200))
  put('network-firewall', privateA, 220, 330)
  put('load-balancer/gateway', b, 300, 64)
  put('vpc-endpoint/GatewayLoadBalancer', privateA, 16, 400)
  return { a, b, one, other, web, nodes }
}

/** The kinds that no resource of the design is of. */
export function missingKinds(designer: Designer, kinds: readonly Kind[]): readonly Kind[] {
  const there = new Set(Object.values(designer.getState().document.resources).map((it) => it.kind))
  return kinds.filter((kind) => !there.has(kind))
}
