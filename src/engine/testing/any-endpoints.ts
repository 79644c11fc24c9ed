import fc from 'fast-check'
import {
  awsService,
  endpointService,
  gatewayEndpoint,
  interfaceEndpoint,
  latticeAssociation,
  serviceNetwork,
} from '../../model/testing/build'

const name = fc.constantFrom('a', 'b', 'c')
const state = fc.constantFrom(
  'available',
  'available',
  'available',
  'available',
  'pendingAcceptance',
  'failed',
)
const prefixes = fc.constantFrom<readonly string[]>(
  [],
  [],
  ['52.10.0.0/17'],
  ['8.8.8.0/24', '52.218.0.0/17'],
)

/** A service behind the load balancers of the network, AWS services, and endpoints for all of them. */
export const anyEndpoints: fc.Arbitrary<readonly object[]> = fc
  .record({
    s3: fc.record({ prefixes, region: fc.constantFrom('eu-west-1', 'eu-west-1', 'eu-central-1') }),
    gateway: fc.record({ vpc: name, tables: fc.uniqueArray(name, { maxLength: 3 }), state }),
    provider: name,
    balancers: fc.uniqueArray(name, { maxLength: 2 }),
    principals: fc.constantFrom<readonly string[]>(['*'], ['*'], []),
    consumer: fc.record({
      vpc: name,
      subnets: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      group: name,
      state,
    }),
    lattice: fc.record({
      vpc: name,
      target: name,
      group: name,
      status: fc.constantFrom('ACTIVE', 'ACTIVE', 'CREATE_FAILED'),
    }),
    named: fc.record({ vpc: name, subnet: name, privateDnsEnabled: fc.boolean() }),
  })
  .map(({ s3, gateway, provider, balancers, principals, consumer, lattice, named }) => [
    awsService('s3', s3),
    awsService('table', { service: 'dynamodb' }),
    gatewayEndpoint('g', gateway.vpc, 's3', gateway.tables, { state: gateway.state }),
    endpointService('s', provider, balancers, { allowedPrincipals: principals }),
    interfaceEndpoint('i', consumer.vpc, 's', consumer.subnets, {
      state: consumer.state,
      securityGroupIds: [`security-group:${consumer.group}`],
    }),
    serviceNetwork('n', { 443: lattice.target, 22: 'b' }),
    latticeAssociation('n', lattice.vpc, 'n', {
      status: lattice.status,
      securityGroupIds: [`security-group:${lattice.group}`],
    }),
    interfaceEndpoint('n', named.vpc, 'aws-service:s3', named.subnet, {
      privateDnsEnabled: named.privateDnsEnabled,
    }),
  ])
