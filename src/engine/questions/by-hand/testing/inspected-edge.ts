/*
 * What comes from the internet is inspected by an appliance of another VPC, behind a Gateway Load
 * Balancer; and what goes between two subnets by an appliance that routes lead to.
 *
 *   dmz 10.120/16  igw with an edge table: web-1, web-2 → gwe, web-4 → gwe-b
 *     gwe    0/0 → igw     web-1  0/0 → gwe, with nat     web-2  0/0 → igw, past gwe
 *     priv   0/0 → nat     web-3  0/0 → gwe, but not in the edge table
 *     web-4  0/0 → gwe-b, an endpoint in zone b, where the service is not
 *   sec 10.130/16  GWLB in zone a, target box
 *
 *   mid 10.140/16  appliance gate 10.140.0.10, in a subnet of its own
 *     x (hosts x, x-2)  10.140.2.0/24 → gate     y  10.140.1.0/24 → gate     z  local
 */
import {
  all,
  documentOf,
  endpointService,
  inspectionEndpoint,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
} from '../../../../model/testing/build'
import { elastic, firewall, host, rule, sg, type More } from './shorthand'

const service = 'vpc-endpoint-service:sec'
const outward = 'internet-gateway:dmz'
const gwe = 'vpc-endpoint:gwe'

const inDmz = (name: string, block: string, by: string, more: More = {}) =>
  subnet(name, 'dmz', `10.120.${block}`, { routeTableId: `route-table:${by}`, ...more })

interface Edge {
  /** What differs of the appliance, of its group's rules, its targets and the endpoint. */
  readonly box?: More
  readonly admits?: readonly unknown[]
  readonly targets?: readonly string[]
  readonly endpoint?: More
}

export const inspectedEdge = ({
  box = {},
  admits = [rule('udp', '10.130.0.0/16', 6081)],
  targets = ['workload:box'],
  endpoint = {},
}: Edge = {}) =>
  documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    vpc('dmz', '10.120.0.0/16'),
    internetGateway('dmz', 'dmz'),
    mainTable('dmz', 'dmz'),
    routeTable(
      'edge',
      'dmz',
      { '10.120.1.0/24': gwe, '10.120.2.0/24': gwe, '10.120.5.0/24': 'vpc-endpoint:gwe-b' },
      { gatewayId: outward },
    ),
    routeTable('out', 'dmz', { '0.0.0.0/0': outward }),
    routeTable('by-gwe', 'dmz', { '0.0.0.0/0': gwe }),
    routeTable('by-gwe-b', 'dmz', { '0.0.0.0/0': 'vpc-endpoint:gwe-b' }),
    routeTable('priv', 'dmz', { '0.0.0.0/0': 'nat-gateway:nat' }),
    inDmz('gwe', '0.0/28', 'out'),
    inDmz('gwe-b', '0.16/28', 'out', { availabilityZone: 'eu-west-1b' }),
    inDmz('web-1', '1.0/24', 'by-gwe'),
    inDmz('web-2', '2.0/24', 'out'),
    inDmz('web-3', '3.0/24', 'by-gwe'),
    inDmz('priv', '4.0/24', 'priv'),
    inDmz('web-4', '5.0/24', 'by-gwe-b', { availabilityZone: 'eu-west-1b' }),
    natGateway('nat', 'web-1', { privateIp: '10.120.1.100', publicIp: '52.71.0.100' }),
    inspectionEndpoint('gwe', 'dmz', service, 'gwe', endpoint),
    inspectionEndpoint('gwe-b', 'dmz', service, 'gwe-b'),
    securityGroup('web', 'dmz', [tcp(443, '0.0.0.0/0'), tcp(9000, sg('web'))]),
    host('web-1', 'web-1', '10.120.1.10', 'web', elastic('52.71.0.1')),
    host('web-2', 'web-2', '10.120.2.10', 'web', elastic('52.71.0.2')),
    host('web-3', 'web-3', '10.120.3.10', 'web', elastic('52.71.0.3')),
    host('priv', 'priv', '10.120.4.10', 'web'),
    host('web-4', 'web-4', '10.120.5.10', 'web', elastic('52.71.0.4')),

    vpc('sec', '10.130.0.0/16'),
    mainTable('sec', 'sec'),
    subnet('sec', 'sec', '10.130.1.0/24'),
    securityGroup('box', 'sec', admits),
    firewall('box', 'sec', '10.130.1.10', 'box', box),
    targetGroup('box', 'sec', targets, { protocol: 'GENEVE', port: 6081 }),
    loadBalancer('box', 'sec', 'sec', {
      type: 'gateway',
      securityGroupIds: null,
      listeners: { 6081: listener('GENEVE', 'box') },
    }),
    endpointService('sec', 'sec', 'box', { type: 'GatewayLoadBalancer' }),
  )

interface Middle {
  readonly gate?: More
  readonly face?: More
  /** The routes of y. */
  readonly back?: Readonly<Record<string, string>>
}

export const middle = ({
  gate = {},
  face = {},
  back = { '10.140.1.0/24': 'workload:gate' },
}: Middle = {}) =>
  documentOf(
    vpc('mid', '10.140.0.0/16'),
    mainTable('mid', 'mid'),
    routeTable('x', 'mid', { '10.140.2.0/24': 'workload:gate' }),
    routeTable('y', 'mid', back),
    subnet('gate', 'mid', '10.140.0.0/24'),
    subnet('x', 'mid', '10.140.1.0/24', { routeTableId: 'route-table:x' }),
    subnet('y', 'mid', '10.140.2.0/24', { routeTableId: 'route-table:y' }),
    subnet('z', 'mid', '10.140.3.0/24'),
    securityGroup('gate', 'mid', [all('10.140.0.0/16')]),
    securityGroup('x', 'mid', [all('10.140.0.0/16')]),
    securityGroup('y', 'mid', [tcp([1, 8999], '10.140.0.0/16'), tcp(9000, sg('x'))]),
    firewall('gate', 'gate', '10.140.0.10', 'gate', gate, face),
    host('x', 'x', '10.140.1.10', 'x'),
    host('x-2', 'x', '10.140.1.11', 'x'),
    host('y', 'y', '10.140.2.10', 'y'),
    host('z', 'z', '10.140.3.10', 'x'),
  )
