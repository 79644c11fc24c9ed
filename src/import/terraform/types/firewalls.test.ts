import { describe, expect, it } from 'vitest'
import { expectSame, resourceIn } from '../testing/same-ways'
import { appliedId, ref, threeWays, type Resources } from '../testing/three-ways'
import { readCode } from '../testing/parser'

const firewall = (rules: Resources[string]): Resources => ({
  'aws_vpc.a': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.a': {
    vpc_id: ref('aws_vpc.a.id'),
    cidr_block: '10.0.1.0/24',
    availability_zone: 'eu-west-1a',
  },
  'aws_networkfirewall_rule_group.web': { name: 'web', capacity: 10, type: 'STATEFUL', ...rules },
  'aws_networkfirewall_rule_group.ssh': {
    name: 'ssh',
    capacity: 10,
    type: 'STATELESS',
    rule_group: [
      {
        rules_source: [
          {
            stateless_rules_and_custom_actions: [
              {
                stateless_rule: [
                  {
                    priority: 1,
                    rule_definition: [
                      {
                        actions: ['aws:drop'],
                        match_attributes: [
                          {
                            protocols: [6],
                            source: [{ address_definition: '198.51.100.0/24' }],
                            destination_port: [{ from_port: 22 }],
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  'aws_networkfirewall_firewall_policy.it': {
    name: 'it',
    firewall_policy: [
      {
        stateless_default_actions: ['aws:forward_to_sfe'],
        stateless_fragment_default_actions: ['aws:forward_to_sfe'],
        stateful_default_actions: ['aws:drop_strict'],
        stateful_engine_options: [{ rule_order: 'STRICT_ORDER' }],
        stateless_rule_group_reference: [
          { priority: 1, resource_arn: ref('aws_networkfirewall_rule_group.ssh.arn') },
        ],
        stateful_rule_group_reference: [
          { priority: 1, resource_arn: ref('aws_networkfirewall_rule_group.web.arn') },
        ],
      },
    ],
  },
  'aws_networkfirewall_firewall.it': {
    name: 'it',
    vpc_id: ref('aws_vpc.a.id'),
    firewall_policy_arn: ref('aws_networkfirewall_firewall_policy.it.arn'),
    subnet_mapping: [{ subnet_id: ref('aws_subnet.a.id') }],
  },
})

const stateful = {
  rule_group: [
    {
      rule_variables: [{ ip_sets: [{ key: 'HOSTS', ip_set: [{ definition: ['10.0.0.0/16'] }] }] }],
      rules_source: [
        {
          stateful_rule: [
            {
              action: 'PASS',
              header: [
                {
                  protocol: 'TCP',
                  source: '$HOSTS',
                  source_port: 'ANY',
                  direction: 'FORWARD',
                  destination: 'ANY',
                  destination_port: '443',
                },
              ],
              rule_option: [{ keyword: 'sid', settings: ['1'] }],
            },
          ],
        },
      ],
    },
  ],
}

describe('a firewall', () => {
  it.each([
    ['blocks', stateful],
    ['a text', { rules: 'pass tcp 10.0.0.0/16 any -> any 443 (sid:1;)' }],
  ])('has its rules from %s', async (_, rules) => {
    const ways = await threeWays(firewall(rules))
    expectSame(ways)
    const it = resourceIn(ways.state, 'network-firewall it')
    expect(it.undescribed).toBeUndefined()
    expect(it).toMatchObject({
      ruleOrder: 'STRICT_ORDER',
      statefulDefaultAction: 'aws:drop_strict',
      statelessDefaultAction: 'aws:forward_to_sfe',
      statelessRules: {
        1: {
          action: 'aws:drop',
          source: '198.51.100.0/24',
          protocol: 'tcp',
          fromPort: 22,
          toPort: 22,
        },
      },
      statefulRules: {
        1: { action: 'PASS', source: '10.0.0.0/16', protocol: 'tcp', fromPort: 443, toPort: 443 },
      },
    })
  })

  it('stands in a state with the endpoints that AWS made', async () => {
    const status = {
      sync_states: [
        {
          availability_zone: 'eu-west-1a',
          attachment: [{ endpoint_id: 'vpce-0fee1', subnet_id: appliedId('aws_subnet.a') }],
        },
      ],
    }
    const { state } = await threeWays(
      {
        ...firewall(stateful),
        'aws_route_table.a': {
          vpc_id: ref('aws_vpc.a.id'),
          route: [{ cidr_block: '0.0.0.0/0', vpc_endpoint_id: 'vpce-0fee1' }],
        },
      },
      { 'aws_networkfirewall_firewall.it': { firewall_status: [status] } },
    )
    expect(resourceIn(state, 'route-table a')).toMatchObject({
      routes: { '0.0.0.0/0': { target: 'vpc-endpoint:vpce-0fee1' } },
    })
    expect(state.document.resources['vpc-endpoint:vpce-0fee1']).toMatchObject({
      serviceId: resourceIn(state, 'network-firewall it').id,
    })
  })

  it('is unknown where a group of its rules is', async () => {
    const { document } = await readCode({
      'main.tf': `
variable "rules" {}
resource "aws_vpc" "a" { cidr_block = "10.0.0.0/16" }
resource "aws_networkfirewall_rule_group" "it" {
  name     = "it"
  type     = "STATEFUL"
  capacity = 10
  rules    = var.rules
}
resource "aws_networkfirewall_firewall_policy" "it" {
  name = "it"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
    stateful_rule_group_reference { resource_arn = aws_networkfirewall_rule_group.it.arn }
  }
}
resource "aws_networkfirewall_firewall" "it" {
  name                = "it"
  vpc_id              = aws_vpc.a.id
  firewall_policy_arn = aws_networkfirewall_firewall_policy.it.arn
}`,
    })
    const found = Object.values(document.resources).find((it) => it.kind === 'network-firewall')
    expect(found?.undescribed).toContain('rules')
  })
})
