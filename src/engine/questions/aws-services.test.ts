import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  awsService,
  documentOf,
  interfaceEndpoint,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const s3 = 'aws-service:s3'

/** A host `app` in a private subnet, beside a public one with a NAT gateway. */
function design({
  routes = { '0.0.0.0/0': 'nat-gateway:a' },
  egress = '0.0.0.0/0',
  prefixes = [],
}: {
  readonly routes?: Record<string, string>
  readonly egress?: string
  readonly prefixes?: readonly string[]
} = {}) {
  return documentOf(
    awsService('s3', { prefixes }),
    vpc('a', '10.0.0.0/16'),
    mainTable('a-main', 'a'),
    routeTable('pub', 'a', { '0.0.0.0/0': 'internet-gateway:a' }),
    routeTable('pri', 'a', routes),
    subnet('pub', 'a', '10.0.100.0/24', { routeTableId: 'route-table:pub' }),
    subnet('pri', 'a', '10.0.0.0/24', { routeTableId: 'route-table:pri' }),
    internetGateway('a', 'a'),
    natGateway('a', 'pub', { publicIp: '198.51.100.1' }),
    securityGroup('host', 'a', [all('0.0.0.0/0')], [all(egress)]),
    workload('app', 'pri', { securityGroupIds: ['security-group:host'] }),
  )
}

describe('AWS services without an endpoint', () => {
  it('EP-2: the public way by a NAT gateway', () => {
    expect(verdict(design(), 'app', s3)).toBe('OK')
  })
  it('EP-2: no route without a NAT gateway or an endpoint', () => {
    expect(verdict(design({ routes: {} }), 'app', s3)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('EP-5: the egress rules of a security group count', () => {
    expect(verdict(design({ egress: '10.0.0.0/8' }), 'app', s3)).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('EP-5: a rule for the very blocks of the service is enough', () => {
    const prefixes = ['52.218.0.0/17']
    expect(verdict(design({ egress: '52.218.0.0/17', prefixes }), 'app', s3)).toBe('OK')
    expect(verdict(design({ egress: '52.218.128.0/17', prefixes }), 'app', s3)).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('EP-5: every block of the service has to be let through', () => {
    const prefixes = ['3.5.64.0/21', '52.218.0.0/17']
    expect(verdict(design({ egress: '52.218.0.0/17', prefixes }), 'app', s3)).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('EP-5: a network ACL needs the answers from the ephemeral ports', () => {
    const acl = (from: number, to: number) =>
      documentOf(
        ...Object.values(design().resources),
        networkAcl(
          'pri',
          'a',
          { 100: aclAllow('0.0.0.0/0', 'tcp', [from, to]) },
          { 100: aclAllow('0.0.0.0/0') },
        ),
        subnet('pri', 'a', '10.0.0.0/24', {
          routeTableId: 'route-table:pri',
          networkAclId: 'network-acl:pri',
        }),
      )
    expect(verdict(acl(1024, 65_535), 'app', s3)).toBe('OK')
    expect(verdict(acl(443, 443), 'app', s3)).toBe('NO<-(SUBNET_ACL_RESTRICTION)')
  })
  it('an address of the service means the service', () => {
    const { request } = ask(design({ prefixes: ['52.218.0.0/17'] }), 'app', '52.218.1.1')
    expect(request.hops.at(-1)?.component).toBe(s3)
  })
  it('a service opens no connections', () => {
    expect(verdict(design(), s3, 'app')).toBe('NOT-MODELLED')
    const named = design({ prefixes: ['52.218.0.0/17'] })
    expect(verdict(named, '52.218.1.1', 'app')).toBe('NOT-MODELLED')
  })
  it('EP-13: the private names of one service are not those of another', () => {
    const any = { service: 'any' }
    const document = documentOf(
      ...Object.values(design({ routes: {} }).resources),
      vpc('a', '10.0.0.0/16', { enableDnsHostnames: true }),
      awsService('sqs', any),
      awsService('kms', any),
      securityGroup('e', 'a', [all('10.0.0.0/16')], []),
      interfaceEndpoint('sqs', 'a', 'aws-service:sqs', 'pri', {
        securityGroupIds: ['security-group:e'],
        privateDnsEnabled: true,
      }),
    )
    expect(verdict(document, 'app', 'aws-service:sqs')).toBe('OK')
    expect(verdict(document, 'app', 'aws-service:kms')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})
