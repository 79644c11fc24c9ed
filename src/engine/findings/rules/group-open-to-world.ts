import type { ResourceOf } from '../../../kinds/resource'
import type { SecurityGroupRule } from '../../../model/edits/add-rule'
import { anywhere } from '../../../net/ranges'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** Ports that let a person in, and the words for them. */
const doors = [
  { port: 22, protocols: ['tcp', '6'], words: 'SSH (port 22)' },
  { port: 3389, protocols: ['tcp', '6', 'udp', '17'], words: 'Remote Desktop (port 3389)' },
] as const

/** What does this inbound rule open to everyone that it had better not? Null when nothing. */
function opened({ ipProtocol, fromPort, toPort, cidrIpv4 }: SecurityGroupRule): string | null {
  if (cidrIpv4 !== anywhere) return null
  if (ipProtocol === '-1') return 'all ports of all protocols'
  if (!['tcp', '6', 'udp', '17'].includes(ipProtocol)) return null
  // a protocol given by its number without ports means all of them
  const [from, to] = [fromPort ?? 0, toPort ?? 65535]
  if (from <= 1 && to === 65535) return `all ports of ${ipProtocol}`
  const words = doors
    .filter((it) => it.protocols.some((protocol) => protocol === ipProtocol))
    .filter(({ port }) => from <= port && port <= to)
    .map((it) => it.words)
  return words.length > 0 ? words.join(' and ') : null
}

export const groupOpenToWorld = defineRule<{
  group: ResourceOf<'security-group'>
  opens: string
}>({
  id: 'L46',
  name: 'group-open-to-world',
  severity: 'warn',
  rules: ['SG-2'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  *check({ design }) {
    for (const group of design.all('security-group'))
      for (const [key, rule] of Object.entries(group.ingress).sort(([a], [b]) =>
        a < b ? -1 : 1,
      )) {
        const opens = opened(rule)
        if (opens)
          yield {
            resources: [group.id],
            evidence: [
              { type: 'rule', securityGroupId: group.id, direction: 'ingress', rule: key },
            ],
            facts: { group, opens },
          }
      }
  },
  say: ({ group, opens }) =>
    `An inbound rule of ${called(group)} opens ${opens} to everyone (${anywhere}). Admit only the addresses or groups that need it.`,
})
