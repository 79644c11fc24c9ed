import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  listener,
  loadBalancer,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'
import { balancingDocument } from './testing/balancing'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const

const base = [
  vpc('v', '10.0.0.0/16'),
  vpc('w', '10.1.0.0/16'),
  subnet('a', 'v', '10.0.0.0/24'),
  subnet('b', 'v', '10.0.1.0/24', { availabilityZone: 'eu-west-1b' }),
  subnet('far', 'w', '10.1.0.0/24'),
]
const http = (name: string, more = {}) => targetGroup(name, 'v', [], { protocol: 'HTTP', ...more })
const alb = (more = {}) =>
  loadBalancer('lb', 'v', ['a', 'b'], { listeners: { 80: listener('HTTP', 'g') }, ...more })
const nlb = (more = {}) =>
  loadBalancer('lb', 'v', ['a'], { type: 'network', securityGroupIds: null, ...more })

function exported(to: Language, ...more: readonly unknown[]) {
  const { files, gaps, renamings } = exportDesign(documentOf(base, more), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n'), about, renamings }
}

const [balancer, group] = ['load-balancer:lb', 'target-group:g']

describe('what of load balancing cannot be written is said about the resource it concerns', () => {
  it.each([
    [
      'LB-1: an Application Load Balancer in one zone',
      balancer,
      /takes 2 at least/,
      [http('g'), alb({ subnets: { 'subnet:a': {} } })],
    ],
    [
      'LB-3: one that faces the internet from a VPC that does not',
      balancer,
      /no internet gateway/,
      [http('g'), alb({ scheme: 'internet-facing' })],
    ],
    [
      'LB-1: a second subnet of a zone',
      balancer,
      /The subnet c is left out/,
      [
        http('g'),
        subnet('c', 'v', '10.0.2.0/24'),
        alb({ subnets: { 'subnet:a': {}, 'subnet:b': {}, 'subnet:c': {} } }),
      ],
    ],
    ['a state', balancer, /is failed in the design/, [http('g'), alb({ state: 'failed' })]],
    [
      'a security group of another VPC',
      balancer,
      /cannot carry far/,
      [http('g'), securityGroup('far', 'w'), alb({ securityGroupIds: ['security-group:far'] })],
    ],
    [
      'LB-8: a Network Load Balancer that lost its security groups',
      balancer,
      /can never have any/,
      [nlb({ securityGroupIds: [] })],
    ],
    [
      'an address of a node that AWS chooses',
      balancer,
      /10\.0\.0\.9/,
      [
        http('g'),
        alb({ subnets: { 'subnet:a': { privateIPv4Address: '10.0.0.9' }, 'subnet:b': {} } }),
      ],
    ],
    [
      'a listener of another type of load balancer',
      balancer,
      /does not speak HTTP/,
      [http('g'), nlb({ listeners: { 80: listener('HTTP', 'g') } })],
    ],
    [
      'a redirect by a Network Load Balancer',
      balancer,
      /nothing but forward/,
      [nlb({ listeners: { 80: { protocol: 'TCP', defaultAction: { type: 'redirect' } } } })],
    ],
    [
      'a target group of another protocol',
      balancer,
      /cannot forward to target group g/,
      [targetGroup('g', 'v'), alb()],
    ],
    [
      'a target group of another VPC',
      balancer,
      /belongs to another VPC/,
      [targetGroup('g', 'w', [], { protocol: 'HTTP' }), alb()],
    ],
    [
      'a target group of another load balancer',
      balancer,
      /serves first/,
      [
        http('g'),
        loadBalancer('first', 'v', ['a', 'b'], { listeners: { 80: listener('HTTP', 'g') } }),
        alb(),
      ],
    ],
    [
      'a listener that leads nowhere',
      balancer,
      /no target group/,
      [alb({ listeners: { 80: listener('HTTP', []) } })],
    ],
    [
      'a rule without a condition',
      balancer,
      /rule 5 .* no condition/,
      [
        http('g'),
        alb({
          listeners: {
            80: { ...listener('HTTP', 'g'), rules: { 5: { action: { type: 'fixed-response' } } } },
          },
        }),
      ],
    ],
    [
      'LB-12: the tasks of an ECS service',
      group,
      /what runs as tasks is not part/,
      [
        workload('tasks', 'a', { workloadType: 'ecs-service' }),
        http('g', {
          targetType: 'ip',
          targets: { 'target-1': { targetId: 'workload:tasks' } },
        }),
      ],
    ],
    [
      'an instance that is not made',
      group,
      /what runs as vm is not part/,
      [workload('vm', 'a'), http('g', { targets: { 'target-1': { targetId: 'workload:vm' } } })],
    ],
    [
      'an address among instances',
      group,
      /10\.0\.0\.9 is an address/,
      [http('g', { targets: { 'target-1': { ipAddress: '10.0.0.9' } } })],
    ],
    [
      'the health of a target',
      group,
      /unhealthy in the design/,
      [
        http('g', {
          targetType: 'ip',
          targets: { 'target-1': { ipAddress: '10.0.0.9', health: 'unhealthy' } },
        }),
      ],
    ],
    [
      'LB-6: client addresses preserved by an Application Load Balancer',
      group,
      /preserves no client addresses/,
      [http('g', { preserveClientIp: true })],
    ],
  ])('%s', (_case, id, text, more) => {
    for (const to of languages) {
      const about = exported(to, ...more).about(id)
      expect(about.map((gap) => gap.text).join('\n'), to).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })
})

describe('names that Elastic Load Balancing takes', () => {
  const nameOf = (name: string) =>
    exported('terraform', nlb({ name })).code.match(/resource "aws_lb" .*?name += "(.*?)"/s)?.[1]

  it.each([
    ['Shop: web & more', 'Shop-web-more'],
    ['internal-web', 'lb-internal-web'],
    ['--', 'load-balancer'],
    ['서울', 'seoul'],
    ['a name that is much longer than AWS takes it', 'a-name-that-is-much-longer-than'],
  ])('%s', (name, written) => {
    expect(nameOf(name)).toBe(written)
  })

  it('differ in an account and Region, and say so', () => {
    const { code, renamings } = exported(
      'terraform',
      http('x', { name: 'web 1' }),
      http('y', { name: 'WEB-1' }),
    )
    expect(code).toContain('name            = "web-1"')
    expect(code).toContain('name            = "WEB-1-2"')
    expect(renamings.filter(({ what }) => what === 'target group name')).toHaveLength(2)
  })

  it.each([
    ['internal', 'lb-internal-2'],
    ['a23456789-b23456789-c23456789-d', 'a23456789-b23456789-c23456789-2'],
    ['web', 'web-2'],
  ])('two called %s: the other one is %s', (name, other) => {
    const { code } = exported('terraform', http('x', { name }), http('y', { name }))
    expect([...code.matchAll(/^ +name +=+ "(.*)"$/gm)].map(([, said]) => said)).toEqual([
      name,
      other,
    ])
  })

  it('and the texts of their tags', () => {
    const { code, renamings } = exported('terraform', nlb({ tags: { Owner: 'a & b' } }))
    expect(code).toContain('"Owner" = "a - b"')
    expect(renamings.some(({ from, to }) => from === 'a & b' && to === 'a - b')).toBe(true)
  })
})

describe('what needs a certificate', () => {
  const secure = [
    http('g'),
    alb({
      listeners: {
        443: {
          ...listener('HTTPS', 'g'),
          rules: { 5: { pathPatterns: ['/x'], action: { type: 'fixed-response' } } },
        },
      },
    }),
  ]

  it('is made by Terraform once there is one', () => {
    const { code } = exported('terraform', ...secure)
    expect(code.match(/count = var\.v_lb_443_certificate_arn == null \? 0 : 1/g)).toHaveLength(2)
    expect(code).toContain('listener_arn = aws_lb_listener.v_lb_443[0].arn')
    expect(code).toContain('variable "v_lb_443_certificate_arn"')
  })

  it('is made by CloudFormation once there is one', () => {
    const { code, about } = exported('cloudformation', ...secure)
    expect(code.match(/Condition: HasVLb443CertificateArn/g)).toHaveLength(2)
    expect(code).toContain('- CertificateArn: !Ref VLb443CertificateArn')
    expect(about(balancer)[0]?.remedy).toContain('VLb443CertificateArn')
  })

  it('takes no target before', () => {
    const front = targetGroup('g2', 'v', [balancer], { targetType: 'alb', port: 443 })
    for (const to of languages)
      expect(exported(to, ...secure, front).about('target-group:g2')[0]?.text).toContain(
        'once its certificate is set',
      )
  })
})

describe('LB-10, LB-6: attributes', () => {
  it('that nobody asked for when it was imported are said to be unknown', () => {
    const untold = ['aws elbv2 describe-load-balancer-attributes']
    for (const to of languages) {
      expect(exported(to, nlb({ untold })).about(balancer)).toContainEqual(
        expect.objectContaining({ text: expect.stringContaining(`${untold[0]} was missing`) }),
      )
      expect(exported(to, nlb({})).about(balancer)).toEqual([])
    }
  })

  it('of a target group are written where the design says them', () => {
    const said = targetGroup('g', 'v', [], { crossZone: false, preserveClientIp: true })
    const terraform = exported('terraform', said).code
    expect(terraform).toContain('preserve_client_ip                = "true"')
    expect(terraform).toContain('load_balancing_cross_zone_enabled = "false"')
    expect(exported('cloudformation', said).code).toContain('Key: preserve_client_ip.enabled')
    expect(exported('terraform', targetGroup('g', 'v')).code).not.toContain('cross_zone')
  })

  it('of a load balancer are those of a Network Load Balancer', () => {
    expect(exported('terraform', nlb({ crossZone: true })).code).toContain(
      'enable_cross_zone_load_balancing = true',
    )
    expect(exported('terraform', http('g'), alb({ crossZone: true })).code).not.toContain(
      'enable_cross_zone',
    )
  })

  it('LB-2: nodes have the addresses that are drawn', () => {
    const inner = nlb({ subnets: { 'subnet:a': { privateIPv4Address: '10.0.0.50' } } })
    expect(exported('terraform', inner).code).toContain('private_ipv4_address = "10.0.0.50"')
    expect(exported('cloudformation', inner).code).toContain('PrivateIPv4Address: 10.0.0.50')
    const outer = [
      internetGateway('igw', 'v'),
      nlb({
        scheme: 'internet-facing',
        subnets: { 'subnet:a': { publicIp: '203.0.113.9' }, 'subnet:b': {} },
      }),
    ]
    expect(exported('terraform', ...outer).code.match(/resource "aws_eip"/g)).toHaveLength(2)
    expect(exported('cloudformation', ...outer).code.match(/AllocationId: /g)).toHaveLength(2)
  })
})

describe('what the design does not say of an answer', () => {
  it.each(languages)('has a place to be filled in: %s', (to) => {
    const { files, gaps } = exportDesign(balancingDocument(), { to })
    const code = files.map(({ text }) => text).join('\n')
    expect(code).toContain('example.com')
    expect(gaps.filter(({ text }) => /redirects; the design does not say/.test(text))).toHaveLength(
      2,
    )
    expect(gaps.filter(({ text }) => /answers by itself/.test(text))).toHaveLength(1)
  })
})
