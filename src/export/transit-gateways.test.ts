import { describe, expect, it } from 'vitest'
import {
  documentOf,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
} from '../model/testing/build'
import { exportDesign } from './export'
import { transitDocument } from './testing/transit'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const

const other = { ownerId: '222222222222' }
const off = { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }

const base = [
  transitGateway('t', { ...off, sharedWith: [other.ownerId] }),
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16', other),
  subnet('a', 'a', '10.0.0.0/24'),
  subnet('b', 'b', '10.1.0.0/24'),
  tgwAttachment('a', 't', 'a', 'a'),
]
const foreign = (state: string) => tgwAttachment('b', 't', 'b', 'b', { state })
const peering = 'transit-gateway-peering-attachment:tu'
const peered = (state: string) => [
  transitGateway('u', { ...off, region: 'us-east-1' }),
  tgwPeering('tu', 't', 'u', { state }),
  tgwRouteTable('rt', 't', { associations: [peering], routes: { '10.9.0.0/16': peering } }),
]

function exported(to: Language, ...more: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(base, more), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n'), about }
}

const table = 'transit-gateway-route-table:rt'
const attachment = 'transit-gateway-vpc-attachment:b'

describe('what of transit gateways cannot be written is said about the resource it concerns', () => {
  it.each([
    [
      'TGW-18: an attachment from an account without a share',
      attachment,
      /not shared/,
      [vpc('b', '10.1.0.0/16', { ownerId: '333333333333' }), foreign('available')],
    ],
    ['an attachment that was rejected', attachment, /is rejected/, [foreign('rejected')]],
    [
      'TGW-1: an attachment from another Region',
      attachment,
      /us-east-1/,
      [
        vpc('b', '10.1.0.0/16', { region: 'us-east-1' }),
        subnet('b', 'b', '10.1.0.0/24', { availabilityZone: 'us-east-1a' }),
        foreign('available'),
      ],
    ],
    [
      'TGW-2: an attachment without a subnet',
      attachment,
      /no subnet/,
      [tgwAttachment('b', 't', 'b', [])],
    ],
    [
      'TGW-2: a second attachment of a VPC',
      'transit-gateway-vpc-attachment:c',
      /second/,
      [tgwAttachment('c', 't', 'a', 'a')],
    ],
    [
      'TGW-2: a second subnet of a zone',
      'transit-gateway-vpc-attachment:a',
      /The subnet second is left out/,
      [subnet('second', 'a', '10.0.1.0/24'), tgwAttachment('a', 't', 'a', ['a', 'second'])],
    ],
    [
      'an attachment that is still on its way',
      'transit-gateway-vpc-attachment:a',
      /is pending in the design/,
      [tgwAttachment('a', 't', 'a', 'a', { state: 'pending' })],
    ],
    [
      'TGW-6: a second association',
      table,
      /associated with first/,
      [
        tgwRouteTable('first', 't', { associations: ['a'] }),
        tgwRouteTable('rt', 't', { associations: ['a'] }),
      ],
    ],
    [
      'TGW-14: a propagation of a peering',
      table,
      /static routes only/,
      [...peered('available'), tgwRouteTable('rt', 't', { propagations: [peering] })],
    ],
    [
      'an attachment to another transit gateway',
      table,
      /another transit gateway/,
      [transitGateway('u', off), tgwRouteTable('rt', 'u', { propagations: ['a'] })],
    ],
    [
      'what hangs on an attachment that is left out',
      table,
      /b is not made/,
      [foreign('failed'), tgwRouteTable('rt', 't', { routes: { '10.1.0.0/16': 'b' } })],
    ],
    [
      'a peering that is over',
      peering,
      /is deleted/,
      [transitGateway('u', off), tgwPeering('tu', 't', 'u', { state: 'deleted' })],
    ],
    [
      'TGW-21: a second peering of a pair',
      'transit-gateway-peering-attachment:ut',
      /second/,
      [...peered('available'), tgwPeering('ut', 'u', 't')],
    ],
    [
      'a number that is not private',
      'transit-gateway:t',
      /100000/,
      [transitGateway('t', { ...off, amazonSideAsn: 100000 })],
    ],
    [
      'TGW-8: a mark as default without a default',
      table,
      /switched off/,
      [tgwRouteTable('rt', 't', {}, { defaultAssociationRouteTable: true })],
    ],
  ])('%s', (_case, id, text, more) => {
    for (const to of languages) {
      const about = exported(to, ...more).about(id)
      expect(about.map((gap) => gap.text).join('\n'), to).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })
})

describe('DEP-9: an attachment across accounts', () => {
  it('is accepted in the account of the transit gateway, after the share', () => {
    const { code } = exported('terraform', foreign('available'))
    expect(code).toContain('"aws_ec2_transit_gateway_vpc_attachment_accepter" "b"')
    expect(code).toContain('aws_ram_resource_share_accepter.t_by_222222222222,')
    expect(code).toContain('count = var.accept_resource_shares ? 1 : 0')
  })

  it('is accepted by nobody where the transit gateway does it', () => {
    const { code } = exported(
      'terraform',
      transitGateway('t', {
        ...off,
        sharedWith: [other.ownerId],
        autoAcceptSharedAttachments: true,
      }),
      foreign('pendingAcceptance'),
    )
    expect(code).not.toContain('vpc_attachment_accepter')
  })

  it('that waits is requested by Terraform alone, and nothing hangs on it', () => {
    const waiting = [
      foreign('pendingAcceptance'),
      tgwRouteTable('rt', 't', { associations: ['b'] }),
    ]
    const terraform = exported('terraform', ...waiting)
    expect(terraform.code).toContain('"aws_ec2_transit_gateway_vpc_attachment" "b"')
    expect(terraform.code).not.toContain('vpc_attachment_accepter')
    expect(terraform.code).not.toContain('"aws_ec2_transit_gateway_route_table_association"')
    const cloudformation = exported('cloudformation', ...waiting)
    expect(cloudformation.code.match(/TransitGatewayVpcAttachment$/gm)).toHaveLength(1)
    expect(cloudformation.about(attachment)[0]?.remedy).toContain(
      'aws ec2 create-transit-gateway-vpc-attachment',
    )
    for (const { about } of [terraform, cloudformation])
      expect(about(table)[0]?.text).toContain('is not accepted')
  })

  it('makes the transit gateway of a template accept by itself, and says so', () => {
    const { code, about } = exported('cloudformation', foreign('available'))
    expect(code).toContain('AutoAcceptSharedAttachments: enable')
    expect(
      about('transit-gateway:t')
        .map(({ remedy }) => remedy)
        .join('\n'),
    ).toContain('AutoAcceptSharedAttachments=disable')
    expect(exported('cloudformation').code).toContain('AutoAcceptSharedAttachments: disable')
  })
})

describe('DEP-8: a peering of transit gateways', () => {
  it('is accepted by Terraform, and what needs it waits for that', () => {
    const { code, about } = exported('terraform', ...peered('available'))
    expect(code).toContain('= aws_ec2_transit_gateway_peering_attachment_accepter.tu.id')
    expect(code).not.toContain(
      '= aws_ec2_transit_gateway_peering_attachment.tu.id\n  transit_gateway_route',
    )
    expect(about(table)).toEqual([])
  })

  it('is accepted by hand after CloudFormation, and so is what needs it', () => {
    const { code, about } = exported('cloudformation', ...peered('available'))
    expect(code).toContain('AWS::EC2::TransitGatewayPeeringAttachment')
    expect(about(peering)[0]?.remedy).toContain(
      'aws ec2 accept-transit-gateway-peering-attachment --region us-east-1',
    )
    expect(about(table).map(({ remedy }) => remedy)).toEqual([
      expect.stringContaining('aws ec2 associate-transit-gateway-route-table --region eu-west-1'),
      expect.stringContaining('--destination-cidr-block 10.9.0.0/16'),
    ])
  })

  it('that waits is not accepted', () => {
    for (const to of languages) {
      const { code, about } = exported(to, ...peered('pendingAcceptance'))
      expect(code).not.toContain('accepter')
      expect(about(table)).toHaveLength(2)
    }
  })
})

describe('TGW-8: default route tables', () => {
  const files = (to: Language) =>
    exportDesign(transitDocument(), { to })
      .files.map(({ text }) => text)
      .join('\n')

  it('Terraform leaves to AWS, and attachments stay out as drawn', () => {
    const code = files('terraform')
    const [, mixed = ''] = code.split('"aws_ec2_transit_gateway" "mixed"')
    expect(mixed.split('\n}\n')[0]).toContain('default_route_table_association    = "enable"')
    expect(code).toContain('aws_ec2_transit_gateway.mixed.association_default_route_table_id')
    const [, n = ''] = code.split('"aws_ec2_transit_gateway_vpc_attachment" "n"')
    expect(n.split('\n}\n')[0]).toContain('default_route_table_association = false')
  })

  it('a template leaves to AWS where they come as drawn, and else writes its own', () => {
    const code = files('cloudformation')
    expect(code).not.toContain('PlainTgwRouteTable:')
    expect(code).toContain('MixedDefaultTgwRouteTable:')
    const option = (name: string) =>
      code.split(`  ${name}:`)[1]?.match(/DefaultRouteTableAssociation: (\w+)/)?.[1]
    expect([option('PlainTransitGateway'), option('MixedTransitGateway')]).toEqual([
      'enable',
      'disable',
    ])
  })
})

describe('TGW-16: a group of another VPC on the same transit gateway', () => {
  const groups = [
    securityGroup('far', 'b'),
    securityGroup('g', 'a', [tcp(80, 'security-group:far')]),
  ]
  const on = { ...off, sharedWith: [other.ownerId], securityGroupReferencingSupport: true }

  it('is named by an inbound rule, once both are attached', () => {
    const more = [transitGateway('t', on), foreign('available'), ...groups]
    const { code, about } = exported('terraform', ...more)
    const [, rule = ''] = code.split('"aws_vpc_security_group_ingress_rule"')
    expect(rule.split('\n}\n')[0]).toMatch(/vpc_attachment\.a,[^]*vpc_attachment_accepter\.b,/)
    expect(about('security-group:g')).toEqual([])
    const template = exported('cloudformation', ...more)
    expect(template.code).toContain('AWS::EC2::SecurityGroupIngress')
  })

  it.each([
    [
      'the transit gateway does not support it',
      transitGateway('t', { ...on, securityGroupReferencingSupport: false }),
      foreign('available'),
    ],
    [
      'an attachment does not',
      transitGateway('t', on),
      tgwAttachment('b', 't', 'b', 'b', { securityGroupReferencingSupport: false }),
    ],
    ['it is not attached', transitGateway('t', on), foreign('rejected')],
  ])('is not where %s', (_case, gateway, attached) => {
    for (const to of languages)
      expect(exported(to, gateway, attached, ...groups).about('security-group:g')[0]?.text).toMatch(
        /no transit gateway with security group referencing/,
      )
  })

  it('is never named by an outbound rule', () => {
    const outbound = securityGroup('g', 'a', [], [tcp(80, 'security-group:far')])
    const more = [
      transitGateway('t', on),
      foreign('available'),
      securityGroup('far', 'b'),
      outbound,
    ]
    expect(exported('terraform', ...more).about('security-group:g')[0]?.text).toMatch(/left out/)
  })
})

describe('static routes', () => {
  it('follow the block they lead to, and may be of either family', () => {
    const routes = { '10.0.0.0/16': 'a', '2001:db8::/32': 'a', '192.0.2.0/24': null }
    const more = tgwRouteTable('rt', 't', { routes })
    const terraform = exported('terraform', more).code
    expect(terraform).toContain('= aws_vpc.a.cidr_block')
    expect(terraform).toContain('= "2001:db8::/32"')
    expect(terraform.match(/blackhole += true/g)).toHaveLength(1)
    const cloudformation = exported('cloudformation', more).code
    expect(cloudformation.match(/Blackhole: true/g)).toHaveLength(1)
  })
})
