import {
  all,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
} from '../../../../model/testing/build'
import { elastic, firewall, host, rule, type More } from './shorthand'

const inside = (name: string, block: string, by: string, more: More = {}) =>
  subnet(name, 'edge', block, { routeTableId: `route-table:${by}`, ...more })

/** The VPC of the inspection hub that stands on its own, behind an internet gateway and `gate`. */
export function edgeVpc(gate: More, gateFace: More): readonly unknown[] {
  return [
    vpc('edge', '10.200.0.0/16', { ipv6CidrBlocks: ['2a05:d018:fc00::/56'] }),
    internetGateway('edge', 'edge'),
    mainTable('edge-main', 'edge'),
    routeTable(
      'edge-igw',
      'edge',
      { '10.200.1.0/24': 'workload:gate', '10.200.2.0/24': 'workload:gate' },
      { gatewayId: 'internet-gateway:edge' },
    ),
    routeTable('edge-out', 'edge', {
      '0.0.0.0/0': 'internet-gateway:edge',
      '::/0': 'internet-gateway:edge',
    }),
    routeTable('edge-gate', 'edge', {
      '0.0.0.0/0': 'workload:gate',
      '::/0': 'internet-gateway:edge',
    }),
    inside('gate', '10.200.0.0/24', 'edge-out'),
    inside('web-1', '10.200.1.0/24', 'edge-gate', {
      ipv6CidrBlock: '2a05:d018:fc00:1::/64',
    }),
    inside('web-2', '10.200.2.0/24', 'edge-out'),
    inside('web-3', '10.200.3.0/24', 'edge-gate'),
    securityGroup('gate', 'edge', [
      tcp([22, 443], '0.0.0.0/0'),
      rule('icmp', '0.0.0.0/0'),
      all('10.200.0.0/16'),
    ]),
    securityGroup(
      'web',
      'edge',
      [tcp(443, '0.0.0.0/0'), tcp(443, '::/0'), rule('udp', '0.0.0.0/0', 53)],
      [all('0.0.0.0/0'), all('::/0')],
    ),
    firewall('gate', 'gate', '10.200.0.10', 'gate', gate, {
      ...elastic('52.50.0.10'),
      ...gateFace,
    }),
    host('web-1', 'web-1', '10.200.1.10', 'web', {
      ...elastic('52.50.0.1'),
      ipv6Addresses: ['2a05:d018:fc00:1::10'],
    }),
    host('web-2', 'web-2', '10.200.2.10', 'web', elastic('52.50.0.2')),
    host('web-3', 'web-3', '10.200.3.10', 'web', elastic('52.50.0.3')),

    targetGroup('kept', 'edge', ['workload:web-2'], { port: 443 }),
    targetGroup('unkept', 'edge', ['10.200.2.10'], { targetType: 'ip', port: 443 }),
    loadBalancer('edge', 'edge', [], {
      type: 'network',
      scheme: 'internet-facing',
      securityGroupIds: null,
      subnets: { 'subnet:web-1': { privateIPv4Address: '10.200.1.20', publicIp: '52.50.0.20' } },
      listeners: { 443: listener('TCP', 'kept'), 22: listener('TCP', 'unkept') },
    }),
    loadBalancer('bare', 'edge', [], {
      type: 'network',
      scheme: 'internet-facing',
      securityGroupIds: null,
      subnets: { 'subnet:web-2': { privateIPv4Address: '10.200.2.20', publicIp: '52.50.0.21' } },
      listeners: { 443: listener('TCP', 'kept') },
    }),
  ]
}
