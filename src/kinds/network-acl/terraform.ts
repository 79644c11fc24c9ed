import { nested, ref, type Body } from '../../iac/value'
import { isCidr4 } from '../../net/cidr'
import type { Emit } from '../emit'
import { entryPart, plannedEntries, servedBy, type PlannedEntry } from './plan'

/** A rule per resource; the default network ACL takes its rules only inside itself. */
export const terraform: Emit<'network-acl'> = (acl, { design, block, tags }) => {
  const entries = plannedEntries(acl)
  const subnets = servedBy(acl, design)
  if (acl.isDefault) {
    const inline = (direction: PlannedEntry['direction']) =>
      entries.filter((entry) => entry.direction === direction).map((it) => nested(inlineBody(it)))
    return {
      blocks: [
        block('aws_default_network_acl', {
          default_network_acl_id: ref(acl.vpcId, 'default_network_acl_id'),
          // all that use it are named: the provider would otherwise want to move them away
          subnet_ids: subnets.map((subnet) => ref(subnet.id)),
          ingress: inline('ingress'),
          egress: inline('egress'),
          tags: tags(),
        }),
      ],
      outputs: [],
    }
  }
  return {
    blocks: [
      block('aws_network_acl', { vpc_id: ref(acl.vpcId), tags: tags() }),
      ...entries.map((entry) =>
        block(
          'aws_network_acl_rule',
          {
            network_acl_id: ref(acl.id),
            egress: entry.direction === 'egress',
            rule_number: entry.ruleNumber,
            rule_action: entry.ruleAction,
            protocol: entry.protocol,
            ...cidrOf(entry),
            from_port: entry.ports?.from,
            to_port: entry.ports?.to,
            icmp_type: entry.icmp?.type,
            icmp_code: entry.icmp?.code,
          },
          { part: entryPart(entry), words: [entryPart(entry)] },
        ),
      ),
      ...subnets.map((subnet) =>
        block(
          'aws_network_acl_association',
          { network_acl_id: ref(acl.id), subnet_id: ref(subnet.id) },
          { part: `association ${subnet.id}`, words: [subnet.name] },
        ),
      ),
    ],
    outputs: [],
  }
}

const cidrOf = ({ cidrBlock }: PlannedEntry): Body =>
  isCidr4(cidrBlock) ? { cidr_block: cidrBlock } : { ipv6_cidr_block: cidrBlock }

const inlineBody = (entry: PlannedEntry): Body => ({
  rule_no: entry.ruleNumber,
  action: entry.ruleAction,
  protocol: entry.protocol,
  ...cidrOf(entry),
  from_port: entry.ports?.from ?? 0,
  to_port: entry.ports?.to ?? 0,
  icmp_type: entry.icmp?.type,
  icmp_code: entry.icmp?.code,
})
