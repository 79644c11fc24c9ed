import type { Document } from '../../model/document'
import {
  aclAllow,
  aclDeny,
  documentOf,
  elasticIp,
  egressOnlyInternetGateway,
  internetGateway,
  mainTable,
  networkAcl,
  networkInterface,
  prefixList,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'

/** Network ACLs, prefix lists, an edge table and an egress-only gateway in one VPC. */
export const filtersDocument = (): Document =>
  documentOf(
    vpc('Shop', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:1200::/56'] }),
    internetGateway('igw', 'Shop'),
    egressOnlyInternetGateway('eigw', 'Shop'),
    prefixList('partners', ['203.0.113.0/24', '198.51.100.0/24']),
    mainTable('main', 'Shop'),
    routeTable('web', 'Shop', {
      '0.0.0.0/0': 'internet-gateway:igw',
      '::/0': 'egress-only-internet-gateway:eigw',
    }),
    routeTable(
      'edge',
      'Shop',
      { '10.0.1.0/24': 'workload:firewall' },
      { gatewayId: 'internet-gateway:igw' },
    ),
    routeTable('partner', 'Shop', { 'prefix-list:partners': 'internet-gateway:igw' }),
    networkAcl(
      'default',
      'Shop',
      { 90: aclDeny('192.0.2.0/24'), 100: aclAllow('0.0.0.0/0') },
      { 100: aclAllow('0.0.0.0/0') },
      { isDefault: true },
    ),
    networkAcl(
      'strict',
      'Shop',
      {
        100: aclAllow('0.0.0.0/0', 'tcp', 443),
        110: { ...aclAllow('0.0.0.0/0', 'icmp'), icmpType: 8, icmpCode: -1 },
        120: aclAllow('::/0', 'tcp', 443),
        130: aclDeny('0.0.0.0/0', '47'),
      },
      { 100: aclAllow('0.0.0.0/0', 'tcp', [1024, 65535]) },
    ),
    subnet('web a', 'Shop', '10.0.1.0/24', {
      routeTableId: 'route-table:web',
      networkAclId: 'network-acl:strict',
    }),
    subnet('inspection', 'Shop', '10.0.2.0/24', { routeTableId: 'route-table:partner' }),
    workload('firewall', 'inspection', {}, { sourceDestCheck: false }),
  )

/** A network interface of its own with addresses of all sorts, and Elastic IP addresses. */
export const interfacesDocument = (): Document =>
  documentOf(
    vpc('Shop', '10.0.0.0/16'),
    internetGateway('igw', 'Shop'),
    mainTable('main', 'Shop'),
    routeTable('hosts', 'Shop', { '192.168.0.0/16': 'network-interface:management' }),
    subnet('inspection', 'Shop', '10.0.2.0/24', { routeTableId: 'route-table:hosts' }),
    workload('firewall', 'inspection'),
    networkInterface('management', 'inspection', {
      instanceId: 'workload:firewall',
      privateIpAddress: '10.0.2.20',
      secondaryPrivateIpAddresses: ['10.0.2.21'],
      publicAddress: 'elastic-ip',
    }),
    elasticIp('second', 'network-interface:management', { privateIpAddress: '10.0.2.21' }),
    elasticIp('spare'),
  )
