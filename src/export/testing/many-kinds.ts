import type { Document } from '../../model/document'
import {
  aclAllow,
  awsService,
  customerGateway,
  documentOf,
  egressOnlyInternetGateway,
  elasticIp,
  endpointService,
  gatewayEndpoint,
  interfaceEndpoint,
  internetGateway,
  latticeAssociation,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  networkAcl,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  serviceNetwork,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../../model/testing/build'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const described = (rule: object) => ({ ...rule, description: 'replaced' })

/** One of every kind that both languages and the emulated AWS know, around one VPC. */
function around(number: number): readonly unknown[] {
  const name = `n${number}`
  const block = (part: number) => `10.${number}.${part}.0/24`
  const group = { securityGroupIds: [`security-group:${name}`] }
  return [
    vpc(name, `10.${number}.0.0/16`, { enableDnsSupport: true, enableDnsHostnames: true }),
    mainTable(`${name}-main`, name),
    internetGateway(name, name),
    egressOnlyInternetGateway(name, name),
    routeTable(name, name, { '0.0.0.0/0': `internet-gateway:${name}` }),
    networkAcl(name, name, { 100: aclAllow('0.0.0.0/0') }, { 100: aclAllow('0.0.0.0/0') }),
    subnet(`${name}-a`, name, block(0), { routeTableId: `route-table:${name}` }),
    subnet(`${name}-b`, name, block(1), {
      availabilityZone: 'eu-west-1b',
      networkAclId: `network-acl:${name}`,
    }),
    securityGroup(
      name,
      name,
      [described(tcp(443, '10.0.0.0/8'))],
      [described(tcp(443, '10.0.0.0/8'))],
    ),
    prefixList(name, [`192.0.${number}.0/24`]),
    natGateway(name, `${name}-a`, { connectivityType: 'private' }),
    networkInterface(name, `${name}-b`, { groupIds: [`security-group:${name}`] }),
    elasticIp(name),
    targetGroup(name, name, [], { targetType: 'ip' }),
    loadBalancer(name, name, [`${name}-a`, `${name}-b`], {
      type: 'network',
      securityGroupIds: null,
      listeners: { 443: listener('TCP', name) },
    }),
    endpointService(name, name, name),
    gatewayEndpoint(`${name}-gateway`, name, 'storage', [name]),
    interfaceEndpoint(`${name}-interface`, name, 'aws-service:queues', `${name}-a`, group),
    serviceNetwork(name, {}, { services: { one: { serviceName: 'orders', protocol: 'HTTP' } } }),
    latticeAssociation(name, name, name),
    vpnGateway(name, name),
    customerGateway(name, null, { ipAddress: `198.51.100.${number + 1}` }),
    vpnConnection(name, name, name, { staticRoutesOnly: true }),
    transitGateway(name, {
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
    }),
    tgwAttachment(name, name, name, `${name}-b`),
    tgwRouteTable(name, name, { associations: [name], propagations: [name] }),
  ]
}

/** As many VPCs with all of that, each peered with the next, as are its transit gateways. */
export const manyKindsDocument = (vpcs: number): Document =>
  documentOf(
    awsService('storage', { service: 's3' }),
    awsService('queues', { service: 'any' }),
    range(vpcs).flatMap(around),
    range(vpcs - 1).flatMap((number) => [
      peering(`p${number}`, `n${number}`, `n${number + 1}`),
      tgwPeering(`t${number}`, `n${number}`, `n${number + 1}`),
    ]),
  )
