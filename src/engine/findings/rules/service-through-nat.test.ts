import { describe, expect, it } from 'vitest'
import {
  awsService,
  gatewayEndpoint,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  routeTable,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found } from '../testing/found'
import { serviceThroughNat } from './service-through-nat'

const base = [
  vpc('a', '10.0.0.0/16', { enableDnsSupport: true, enableDnsHostnames: true }),
  routeTable('pub', 'a', { '0.0.0.0/0': 'internet-gateway:a' }),
  routeTable('pri', 'a', { '0.0.0.0/0': 'nat-gateway:a' }),
  subnet('pub', 'a', '10.0.100.0/24', { routeTableId: 'route-table:pub' }),
  subnet('pri', 'a', '10.0.0.0/24', { routeTableId: 'route-table:pri' }),
  internetGateway('a', 'a'),
  natGateway('a', 'pub'),
]
const app = workload('app', 'pri')

describe('L49', () => {
  it.each([
    ['S3', {}],
    ['DynamoDB', { service: 'dynamodb' }],
    ['S3 with its addresses written down', { prefixes: ['52.218.0.0/17'] }],
  ])('EP-1: %s through a NAT gateway', (_, more) => {
    const [finding, ...others] = found(serviceThroughNat, base, app, awsService('s3', more))
    expect(others).toEqual([])
    expect(finding?.severity).toBe('warn')
    expect(finding?.resources).toEqual(['vpc:a', 'aws-service:s3'])
    expect(finding?.message).toBe(
      '1 subnet of VPC a reaches s3 through a NAT gateway, by pri. A gateway endpoint in the VPC costs nothing and needs no NAT gateway: add one and associate it with that table.',
    )
  })
  it.each([
    ['the VPC has a gateway endpoint', [app, gatewayEndpoint('e', 'a', 's3', ['pri'])], {}],
    [
      'an interface endpoint answers to the name',
      [app, interfaceEndpoint('e', 'a', 'aws-service:s3', 'pri', { privateDnsEnabled: true })],
      {},
    ],
    ['the service has no gateway endpoint', [app], { service: 'any' }],
    ['it is in another Region', [app], { region: 'eu-central-1' }],
    ['no host is there', [], {}],
    ['the host is in the public subnet', [workload('app', 'pub')], {}],
  ])('is silent where %s', (_, others, more) => {
    expect(found(serviceThroughNat, base, others, awsService('s3', more))).toEqual([])
  })
  it('is silent where the design shows no such service', () => {
    expect(found(serviceThroughNat, base, app)).toEqual([])
  })
})
