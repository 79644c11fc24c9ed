import { describe, expect, it } from 'vitest'
import {
  awsService,
  documentOf,
  endpointService,
  gatewayEndpoint,
  inspectionEndpoint,
  interfaceEndpoint,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  networkInterface,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
} from '../model/testing/build'
import { exportDesign } from './export'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const

const other = '222222222222'
const zoneB = { availabilityZone: 'eu-west-1b' }
const dns = { enableDnsSupport: true, enableDnsHostnames: true }

/** A provider with both types of load balancer, and a consumer in the same account. */
const base = [
  vpc('p', '10.0.0.0/16'),
  subnet('p', 'p', '10.0.0.0/24'),
  targetGroup('g', 'p', [], { targetType: 'ip' }),
  loadBalancer('nlb', 'p', 'p', {
    type: 'network',
    securityGroupIds: null,
    listeners: { 80: listener('TCP', 'g') },
  }),
  targetGroup('geneve', 'p', [], { targetType: 'ip', protocol: 'GENEVE', port: 6081 }),
  loadBalancer('gwlb', 'p', 'p', {
    type: 'gateway',
    listeners: { 6081: listener('GENEVE', 'geneve') },
  }),
  vpc('c', '10.0.0.0/16', dns),
  mainTable('main', 'c'),
  routeTable('t', 'c'),
  subnet('a', 'c', '10.0.0.0/24'),
  subnet('b', 'c', '10.0.1.0/24', zoneB),
  awsService('s3'),
]
const offer = (more = {}) => endpointService('offer', 'p', 'nlb', more)
const inspect = (more = {}) =>
  endpointService('inspect', 'p', 'gwlb', { type: 'GatewayLoadBalancer', ...more })
const to = (service: string, more = {}) => interfaceEndpoint('e', 'c', service, 'a', more)
const through = (more = {}) =>
  inspectionEndpoint('e', 'c', 'vpc-endpoint-service:inspect', 'a', more)

function exported(language: Language, ...more: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(base, more), { to: language })
  const code = files.filter(({ path }) => /[.](tf|yaml)$/.test(path)).map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), about }
}

const [endpoint, service] = ['vpc-endpoint:e', 'vpc-endpoint-service:offer']

describe('what of endpoints cannot be written is said about the resource it concerns', () => {
  it.each([
    ['no service', endpoint, /names no service/, [to('offer', { serviceId: null })]],
    [
      'EP-8: a rejected endpoint',
      endpoint,
      /rejected/,
      [offer(), to('offer', { state: 'rejected' })],
    ],
    [
      'EP-1: a gateway endpoint of another Region',
      endpoint,
      /access across Regions/,
      [awsService('far', { region: 'us-east-1' }), gatewayEndpoint('e', 'c', 'far', ['t'])],
    ],
    [
      'EP-1: a gateway endpoint for another service',
      endpoint,
      /no gateway endpoint/,
      [awsService('sqs', { service: 'any' }), gatewayEndpoint('e', 'c', 'sqs', ['t'])],
    ],
    [
      'EP-12: an interface endpoint for appliances',
      endpoint,
      /Gateway Load Balancer endpoints/,
      [inspect(), to('vpc-endpoint-service:inspect')],
    ],
    [
      'EP-8: an account that is not allowed',
      endpoint,
      /does not allow account 222222222222/,
      [
        offer({ allowedPrincipals: [] }),
        vpc('x', '10.0.0.0/16', { ownerId: other }),
        subnet('x', 'x', '10.0.0.0/24'),
        interfaceEndpoint('e', 'x', 'offer', 'x'),
      ],
    ],
    [
      'EP-10: a zone without the service',
      endpoint,
      /The subnet b is left out/,
      [offer(), interfaceEndpoint('e', 'c', 'offer', ['a', 'b'])],
    ],
    [
      'EP-13: private DNS in a VPC without DNS hostnames',
      endpoint,
      /lacks DNS/,
      [
        vpc('x', '10.9.0.0/16'),
        subnet('x', 'x', '10.9.0.0/24'),
        interfaceEndpoint('e', 'x', 'aws-service:s3', 'x', { privateDnsEnabled: true }),
      ],
    ],
    [
      'EP-13: private DNS of a service that has no name',
      endpoint,
      /no private DNS name/,
      [offer(), to('offer', { privateDnsEnabled: true })],
    ],
    [
      'EP-1: a table of another VPC',
      endpoint,
      /another VPC/,
      [routeTable('x', 'p'), gatewayEndpoint('e', 'c', 's3', ['t', 'x'])],
    ],
    [
      'RT-15: the table of a gateway',
      endpoint,
      /takes no prefix list/,
      [
        internetGateway('igw', 'c'),
        routeTable('edge', 'c', {}, { gatewayId: 'internet-gateway:igw' }),
        gatewayEndpoint('e', 'c', 's3', ['t', 'edge']),
      ],
    ],
    [
      'EP-1: a second route to the same service',
      endpoint,
      /added its route there already/,
      [gatewayEndpoint('a', 'c', 's3', ['t']), gatewayEndpoint('e', 'c', 's3', ['t'])],
    ],
    [
      'EP-6: a security group of another VPC',
      endpoint,
      /another VPC/,
      [
        offer(),
        securityGroup('far', 'p'),
        to('offer', { securityGroupIds: ['security-group:far'] }),
      ],
    ],
    [
      'EP-12: a second subnet of an endpoint for inspection',
      endpoint,
      /has one subnet/,
      [inspect(), through({ subnets: { 'subnet:a': {}, 'subnet:b': {} } })],
    ],
    [
      'a service without a load balancer',
      service,
      /no Network Load Balancer/,
      [offer({ loadBalancerIds: [] }), to('offer')],
    ],
    [
      'EP-8: a service behind the other type of load balancer',
      service,
      /gwlb is left out of offer/,
      [offer({ loadBalancerIds: ['load-balancer:nlb', 'load-balancer:gwlb'] })],
    ],
    [
      'an address outside its subnet',
      endpoint,
      /10\.9\.9\.9 of e is not in a .* AWS will refuse it/,
      [offer(), to('offer', { subnets: { 'subnet:a': { privateIp: '10.9.9.9' } } })],
    ],
    [
      'GENEVE on another port',
      'target-group:odd',
      /GENEVE on port 80.*AWS will refuse it/,
      [targetGroup('odd', 'p', [], { targetType: 'ip', protocol: 'GENEVE' })],
    ],
    ['a deleted service', service, /is Deleted/, [offer({ state: 'Deleted' })]],
  ])('%s', (_case, id, text, more) => {
    for (const language of languages) {
      const about = exported(language, ...more).about(id)
      expect(about.map((gap) => gap.text).join('\n'), language).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })

  it('EP-8: an endpoint of a service that is not made is not made either', () => {
    const { code, about } = exported('terraform', offer({ state: 'Failed' }), to('offer'))
    expect(code).not.toContain('aws_vpc_endpoint')
    expect(about(endpoint)[0]?.text).toContain('is not made: it is Failed')
  })
})

describe('EP-8: acceptance', () => {
  const asking = [offer({ acceptanceRequired: true, allowedPrincipals: [other] }), to('offer')]

  it('is given by Terraform for the owner of the service', () => {
    const { code, about } = exported('terraform', ...asking)
    expect(code).toContain('resource "aws_vpc_endpoint_connection_accepter" "c_e"')
    expect(code).toContain('acceptance_required = true')
    expect(about(service)).toEqual([])
  })

  it('is not asked for in a template whose service names who may come, and that is said', () => {
    const { code, about } = exported('cloudformation', ...asking)
    expect(code).toContain('AcceptanceRequired: false')
    expect(about(service)[0]?.remedy).toContain('modify-vpc-endpoint-service-configuration')
  })

  it('is asked for in a template whose service everybody may use: the endpoint waits', () => {
    const open = [offer({ acceptanceRequired: true, allowedPrincipals: ['*'] }), to('offer')]
    const { code, about } = exported('cloudformation', ...open)
    expect(code).toContain('AcceptanceRequired: true')
    expect(about(endpoint)[0]?.remedy).toContain('accept-vpc-endpoint-connections')
  })

  it('waits in both languages where the design shows it waiting', () => {
    const waiting = [
      offer({ acceptanceRequired: true, allowedPrincipals: [other] }),
      to('offer', { state: 'pendingAcceptance' }),
    ]
    expect(exported('terraform', ...waiting).code).not.toContain('connection_accepter')
    expect(exported('cloudformation', ...waiting).code).toContain('AcceptanceRequired: true')
    for (const language of languages)
      expect(exported(language, ...waiting).about(endpoint)[0]?.text).toContain('as in the design')
  })

  it('comes after the account is allowed', () => {
    const far = [
      offer({ allowedPrincipals: [other] }),
      vpc('x', '10.0.0.0/16', { ownerId: other }),
      subnet('x', 'x', '10.0.0.0/24'),
      interfaceEndpoint('e', 'x', 'offer', 'x'),
    ]
    const terraform = exported('terraform', ...far).code
    expect(terraform).toContain(
      'depends_on = [aws_vpc_endpoint_service_allowed_principal.p_offer_for_222222222222]',
    )
    const cloudformation = exported('cloudformation', ...far).code
    expect(cloudformation).toContain('- arn:aws:iam::222222222222:root')
    expect(cloudformation).toContain('ServiceName: !Sub "com.amazonaws.vpce.eu-west-1.${')
  })
})

describe('services of AWS', () => {
  it('EP-1: get their routes by gateway endpoints', () => {
    const more = gatewayEndpoint('e', 'c', 's3', ['main', 't'])
    const terraform = exported('terraform', more).code
    expect(terraform).toContain('service_name = "com.amazonaws.eu-west-1.s3"')
    expect(terraform.match(/resource "aws_vpc_endpoint_route_table_association"/g)).toHaveLength(2)
    // a template names the main table only once that is a table of its own
    const cloudformation = exported('cloudformation', more).code
    expect(cloudformation).toMatch(/RouteTableIds:\n - !Ref CMain\w*\n - !Ref CT/)
  })

  it('EP-13: have their names mean an interface endpoint, for S3 everywhere in the VPC', () => {
    const more = to('aws-service:s3', { privateDnsEnabled: true })
    expect(exported('terraform', more).code).toContain(
      'private_dns_only_for_inbound_resolver_endpoint = false',
    )
    expect(exported('cloudformation', more).code).toContain(
      'PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers',
    )
  })

  it('that the design does not name are set by whoever applies the code', () => {
    const more = [awsService('sqs', { service: 'any' }), to('aws-service:sqs')]
    const terraform = exported('terraform', ...more)
    expect(terraform.code).toContain('count = var.c_e_service_name == null ? 0 : 1')
    expect(terraform.about(endpoint)[0]?.remedy).toContain('c_e_service_name')
    expect(exported('cloudformation', ...more).code).toContain('Condition: HasCEServiceName')
  })
})

describe('EP-6: an interface endpoint', () => {
  it('carries the default group of its VPC without one of its own', () => {
    expect(exported('terraform', offer(), to('offer')).code).toContain(
      'security_group_ids = [aws_vpc.c.default_security_group_id]',
    )
    expect(exported('cloudformation', offer(), to('offer')).code).toContain(
      '!GetAtt CVpc.DefaultSecurityGroup',
    )
  })

  it('has the address that is chosen in Terraform, and says that a template cannot choose', () => {
    const more = [offer(), to('offer', { subnets: { 'subnet:a': { privateIp: '10.0.0.20' } } })]
    expect(exported('terraform', ...more).code).toContain('ipv4 = "10.0.0.20"')
    const { code, about } = exported('cloudformation', ...more)
    expect(code).not.toContain('10.0.0.20')
    expect(about(endpoint)[0]?.text).toContain('10.0.0.20')
  })
})

describe('EP-12: routes to an endpoint for inspection', () => {
  const route = (routes: Readonly<Record<string, string>>, more = {}) =>
    routeTable('r', 'c', routes, more)

  it('wait until it is accepted', () => {
    const more = [
      inspect({ acceptanceRequired: true, allowedPrincipals: [other] }),
      through(),
      route({ '0.0.0.0/0': endpoint }),
    ]
    expect(exported('terraform', ...more).code).toContain(
      'vpc_endpoint_id = aws_vpc_endpoint_connection_accepter.c_e.vpc_endpoint_id',
    )
    expect(exported('cloudformation', ...more).code).toContain('VpcEndpointId: !Ref CEEndpoint')
  })

  it('RT-15: lead incoming traffic of a subnet there', () => {
    const more = [
      inspect(),
      through(),
      internetGateway('igw', 'c'),
      route({ '10.0.1.0/24': endpoint }, { gatewayId: 'internet-gateway:igw' }),
    ]
    for (const language of languages)
      expect(exported(language, ...more).about('route-table:r')).toEqual([])
  })

  it.each([
    [
      'RT-14: of another VPC',
      /another VPC/,
      [inspect(), through(), routeTable('r', 'p', { '0.0.0.0/0': endpoint })],
    ],
    [
      'RT-13: of the type of S3',
      /only a Gateway Load Balancer endpoint/,
      [gatewayEndpoint('e', 'c', 's3', ['t']), route({ '1.0.0.0/8': endpoint })],
    ],
    [
      'EP-8: that waits',
      /does not become available/,
      [
        inspect({ acceptanceRequired: true, allowedPrincipals: [other] }),
        through({ state: 'pendingAcceptance' }),
        route({ '0.0.0.0/0': endpoint }),
      ],
    ],
    [
      'RT-10: for a prefix list',
      /takes blocks alone/,
      [
        inspect(),
        through(),
        prefixList('list', ['172.16.0.0/12']),
        route({ 'prefix-list:list': endpoint }),
      ],
    ],
  ])('are left out: %s', (_case, text, more) => {
    for (const language of languages)
      expect(exported(language, ...more).about('route-table:r')[0]?.text, language).toMatch(text)
  })
})

describe('a Gateway Load Balancer', () => {
  it('has no scheme, no port and no security group', () => {
    const terraform = exported('terraform').code
    expect(terraform).toMatch(/load_balancer_type = "gateway"\n ip_address_type = "ipv4"/)
    expect(terraform).toMatch(/load_balancer_arn = aws_lb\.p_gwlb\.arn\n\n default_action/)
    const cloudformation = exported('cloudformation').code
    expect(cloudformation).toMatch(/Type: gateway\n IpAddressType: ipv4/)
    expect(cloudformation).toMatch(/LoadBalancerArn: !Ref PGwlb\w*\n DefaultActions/)
  })

  it('has one listener, and network interfaces as targets', () => {
    const more = [
      networkInterface('face', 'p'),
      targetGroup('more', 'p', ['network-interface:face'], {
        targetType: 'ip',
        protocol: 'GENEVE',
        port: 6081,
        crossZone: true,
      }),
      loadBalancer('two', 'p', 'p', {
        type: 'gateway',
        listeners: { 6081: listener('GENEVE', 'more'), 6082: listener('GENEVE', 'more') },
      }),
    ]
    for (const language of languages) {
      const { code, about } = exported(language, ...more)
      expect(about('load-balancer:two')[0]?.text).toContain('has one listener')
      expect(about('target-group:more')[0]?.text).toContain('across zones')
      expect(code).toMatch(
        /target_id = aws_network_interface\.\w+\.private_ip|Id: !GetAtt \w+\.PrimaryPrivateIpAddress/,
      )
    }
  })
})

describe('EP-11: whether inbound rules apply to clients of endpoints', () => {
  const front = (more: object) =>
    loadBalancer('front', 'p', 'p', { type: 'network', listeners: {}, ...more })

  it('is written for what has security groups, and for nothing else', () => {
    const own = { securityGroupIds: ['security-group:s'] }
    const lax = { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false }
    const group = securityGroup('s', 'p')
    expect(exported('terraform', group, front(own)).code).toContain('link_traffic = "on"')
    expect(exported('terraform', group, front({ ...own, ...lax })).code).toContain(
      'link_traffic = "off"',
    )
    expect(exported('cloudformation', group, front({ ...own, ...lax })).code).toContain(
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "off"',
    )
    expect(exported('terraform', front({ securityGroupIds: null })).code).not.toContain(
      'link_traffic',
    )
  })
})
