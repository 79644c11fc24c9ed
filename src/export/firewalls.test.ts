import { describe, expect, it } from 'vitest'
import {
  documentOf,
  inspectionEndpoint,
  networkFirewall,
  routeTable,
  subnet,
  tens,
  vpc,
} from '../model/testing/build'
import { exportDesign } from './export'

type Language = 'terraform' | 'cloudformation'
const languages = ['terraform', 'cloudformation'] as const

const base = [
  vpc('v', '10.0.0.0/16'),
  subnet('a', 'v', '10.0.0.0/28'),
  subnet('b', 'v', '10.0.0.16/28', { availabilityZone: 'eu-west-1b' }),
  routeTable('r', 'v', { '0.0.0.0/0': 'vpc-endpoint:a' }),
]
const ends = [inspectionEndpoint('a', 'v', 'f', 'a'), inspectionEndpoint('b', 'v', 'f', 'b')]

function exported(language: Language, ...more: readonly unknown[]) {
  const { files, gaps, renamings } = exportDesign(documentOf(base, more), { to: language })
  const code = files.filter(({ path }) => /[.](tf|yaml)$/.test(path)).map(({ text }) => text)
  const about = (id: string) => gaps.filter(({ resourceId }) => resourceId === id)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), about, renamings }
}

const firewall = (stateful: readonly unknown[] = [], more = {}) => [
  ...ends,
  networkFirewall('f', 'v', stateful, more),
]
const stateless = (...rules: readonly unknown[]) => firewall([], { statelessRules: tens(rules) })

describe('EP-12: the endpoints of a firewall', () => {
  it('are made by AWS with the firewall, one for each subnet', () => {
    const { code, about } = exported('terraform', ...firewall())
    expect(code).not.toContain('"aws_vpc_endpoint"')
    expect(code.match(/subnet_mapping \{/g)).toHaveLength(2)
    expect(about('vpc-endpoint:a')[0]?.text).toContain('AWS makes the endpoints of f itself')
  })

  it('are found for routes by their subnet in Terraform', () => {
    expect(exported('terraform', ...firewall()).code).toContain(
      'vpc_endpoint_id = one([for state in aws_networkfirewall_firewall.v_f.firewall_status[0].sync_states : state.attachment[0].endpoint_id if state.attachment[0].subnet_id == aws_subnet.v_a.id])',
    )
  })

  it('are found for routes by their zone in a template, in whatever order AWS lists them', () => {
    expect(exported('cloudformation', ...firewall()).code).toMatch(
      /VpcEndpointId: !Select \[0, !Split \[",", !Select \[1, !Split \["eu-west-1a:", !Join \[",", !GetAtt VF\w*\.EndpointIds\]\]\]\]\]/,
    )
  })

  it.each([
    [
      'a second one in a zone',
      'vpc-endpoint:c',
      /already/,
      [...firewall(), subnet('c', 'v', '10.0.0.32/28'), inspectionEndpoint('c', 'v', 'f', 'c')],
    ],
    [
      'one in another VPC',
      'vpc-endpoint:c',
      /in another VPC/,
      [
        ...firewall(),
        vpc('w', '10.1.0.0/16'),
        subnet('c', 'w', '10.1.0.0/28'),
        inspectionEndpoint('c', 'w', 'f', 'c'),
      ],
    ],
    [
      'none, so that AWS makes no firewall',
      'network-firewall:f',
      /has no endpoint/,
      [networkFirewall('f', 'v')],
    ],
    [
      'those of a firewall that goes, with the routes to them',
      'route-table:r',
      /does not become available/,
      firewall([], { status: 'DELETING' }),
    ],
    [
      'those of a firewall that is still made',
      'network-firewall:f',
      /becomes READY/,
      firewall([], { status: 'PROVISIONING' }),
    ],
  ])('%s: said', (_case, id, text, more) => {
    for (const language of languages)
      expect(
        exported(language, ...more)
          .about(id)
          .map((gap) => gap.text)
          .join('\n'),
        language,
      ).toMatch(text)
  })
})

describe('stateless rules', () => {
  it('name protocols by number, blocks and ports as far as the design does', () => {
    const rules = stateless({
      action: 'aws:pass',
      protocol: 'tcp',
      source: '10.0.0.0/8',
      fromPort: 443,
      toPort: 444,
    })
    const terraform = exported('terraform', ...rules).code
    expect(terraform).toMatch(
      /actions = \["aws:pass"\]\n\n match_attributes \{\n protocols = \[6\]\n\n source \{\n address_definition = "10\.0\.0\.0\/8"\n \}\n\n destination_port \{\n from_port = 443\n to_port = 444\n/,
    )
    const cloudformation = exported('cloudformation', ...rules).code
    expect(cloudformation).toMatch(
      /Protocols:\n - 6\n Sources:\n - AddressDefinition: 10\.0\.0\.0\/8\n DestinationPorts:\n - FromPort: 443\n ToPort: 444/,
    )
  })

  it('match everything where the design names nothing', () => {
    const rules = stateless({ action: 'aws:drop' })
    expect(exported('terraform', ...rules).code).toContain('match_attributes {}')
    expect(exported('cloudformation', ...rules).code).toContain('MatchAttributes: {}')
  })

  it('with ports of every protocol are those of TCP and UDP, and that is said', () => {
    const rules = stateless({ action: 'aws:drop', fromPort: 53, toPort: 53 })
    const { code, about } = exported('terraform', ...rules)
    expect(code).toContain('protocols = [6, 17]')
    expect(about('network-firewall:f')[0]?.text).toContain('names ports of every protocol')
  })

  it('have no ports where their protocol has none, and that is said', () => {
    const rules = stateless({ action: 'aws:drop', protocol: '47', fromPort: 53, toPort: 53 })
    const { code, about } = exported('terraform', ...rules)
    expect(code).toContain('protocols = [47]')
    expect(code).not.toContain('destination_port')
    expect(about('network-firewall:f')[0]?.text).toContain('names ports, which protocol 47 has not')
  })
})

describe('stateful rules', () => {
  const header = (rule: object, language: Language = 'terraform') =>
    exported(language, ...firewall([rule]))

  it('are written in the words of Suricata, with their number', () => {
    const rule = {
      action: 'PASS',
      protocol: 'tcp',
      source: '10.0.0.0/8',
      fromPort: 8000,
      toPort: 8080,
      direction: 'ANY',
    }
    const { code } = header(rule)
    for (const line of [
      'protocol = "TCP"',
      'source = "10.0.0.0/8"',
      'source_port = "ANY"',
      'direction = "ANY"',
      'destination = "ANY"',
      'destination_port = "8000:8080"',
      'settings = ["10"]',
    ])
      expect(code).toContain(line)
    const template = header(rule, 'cloudformation').code
    expect(template).toContain('DestinationPort: "8000:8080"')
    expect(template).toMatch(/Keyword: sid\n Settings:\n - "10"/)
  })

  it('of all protocols with ports become one for TCP and one for UDP', () => {
    const { code } = header({ action: 'DROP', fromPort: 53, toPort: 53 })
    expect(code.match(/protocol = "(TCP|UDP)"/g)).toEqual(['protocol = "TCP"', 'protocol = "UDP"'])
    expect(code).toContain('settings = ["100010"]')
  })

  it.each([
    ['a protocol that they do not know', { protocol: '47' }, /left out/],
    ['a rejection of what is not TCP', { action: 'REJECT', protocol: 'udp' }, /rejects TCP alone/],
    ['ICMP of either family', { protocol: 'icmp' }, /IPv4 and of IPv6/],
  ])('say so: %s', (_case, rule, text) => {
    for (const language of languages)
      expect(
        header({ action: 'DROP', ...rule }, language).about('network-firewall:f')[0]?.text,
      ).toMatch(text)
  })

  it('near misses say nothing', () => {
    const rules = [
      { action: 'REJECT', protocol: 'tcp' },
      { action: 'DROP', protocol: 'icmp', source: '10.0.0.0/8' },
      { action: 'DROP' },
    ]
    for (const language of languages)
      expect(exported(language, ...firewall(rules)).about('network-firewall:f')).toEqual([])
  })
})

describe('the policy of a firewall', () => {
  it('gives groups of strict order their place, and others none', () => {
    const rules = [{ action: 'PASS' }]
    const strict = firewall(rules, {
      ruleOrder: 'STRICT_ORDER',
      statefulDefaultAction: 'aws:drop_strict',
    })
    expect(exported('terraform', ...strict).code).toMatch(
      /stateful_default_actions = \["aws:drop_strict"\][\s\S]*priority = 10\n resource_arn/,
    )
    const loose = exported('terraform', ...firewall(rules)).code
    expect(loose).toMatch(/stateful_rule_group_reference \{\n resource_arn/)
    expect(loose).not.toContain('stateful_default_actions')
  })

  it('keeps the place of a rule group that the design does not hold', () => {
    const rules = [
      { action: 'PASS', protocol: 'tcp' },
      { action: 'OTHER_RULE_GROUP', description: 'signatures' },
      { action: 'DROP' },
    ]
    const { code, about } = exported('terraform', ...firewall(rules, { ruleOrder: 'STRICT_ORDER' }))
    expect(code).toMatch(/priority = 10\n[\s\S]*priority = 30\n/)
    const [gap] = about('network-firewall:f')
    expect(gap?.text).toContain('at 20 of the stateful rules of f (signatures)')
    expect(gap?.remedy).toContain('with the priority 20')
  })

  it('has no stateful default action but in strict order, and says so', () => {
    const { about } = exported(
      'terraform',
      ...firewall([], { statefulDefaultAction: 'aws:drop_strict' }),
    )
    expect(about('network-firewall:f')[0]?.text).toContain('counts in strict order alone')
  })

  it('tells what people say of rules in the description of their group, as far as there is room', () => {
    const long = 'x'.repeat(600)
    const { code, renamings } = exported(
      'terraform',
      ...firewall([
        { action: 'PASS', description: 'web' },
        { action: 'DROP', description: long },
      ]),
    )
    expect(code).toMatch(/description = "10: web; 20: x{499}"/)
    expect(renamings.map(({ what }) => what)).toContain('descriptions of rules')
  })

  it('does not cut a character of such a description in two', () => {
    const description = `x${'🔥'.repeat(300)}`
    const { code } = exported('terraform', ...firewall([{ action: 'DROP', description }]))
    expect(code).toMatch(/description = "10: x(🔥){253}"/u)
    expect(code).not.toMatch(/\p{Surrogate}/u)
  })

  it('has names that AWS takes, each once', () => {
    const more = [
      ...ends,
      networkFirewall('f', 'v', [], { name: 'Wall: east & west' }),
      subnet('c', 'v', '10.0.0.32/28'),
      inspectionEndpoint('c', 'v', 'g', 'c'),
      networkFirewall('g', 'v', [], { name: 'Wall east west' }),
    ]
    const { code, renamings } = exported('cloudformation', ...more)
    expect(code).toContain('FirewallName: Wall-east-west\n')
    expect(code).toContain('FirewallName: Wall-east-west-2\n')
    expect(renamings.filter(({ what }) => what === 'firewall name')).toHaveLength(2)
  })

  it('leaves room for twice the rules', () => {
    const many = Array.from({ length: 120 }, () => ({ action: 'DROP' }))
    expect(exported('terraform', ...firewall(many)).code).toContain('capacity = 300')
    expect(exported('terraform', ...firewall([{ action: 'DROP' }])).code).toContain(
      'capacity = 100',
    )
  })
})
