import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { isSameProtocol } from '../../../kinds/protocols'
import { contains } from '../../../net/cidr'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { defineRule } from '../define-rule'

type Acl = ResourceOf<'network-acl'>
type Direction = 'ingress' | 'egress'
type Entry = Acl['ingress'][string]

interface Facts {
  readonly acl: Acl
  readonly direction: Direction
  readonly number: number
  readonly by: number
  readonly contradicts: boolean
}

/** A rule that never decides, for a lower number decides all it names. (ACL-2) */
export const aclRuleShadowed = defineRule<Facts>({
  id: 'L48',
  name: 'acl-rule-shadowed',
  severity: 'warn',
  rules: ['ACL-2'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  *check(network) {
    for (const acl of network.design.all('network-acl'))
      for (const direction of ['ingress', 'egress'] as const) {
        const entries = Object.entries(acl[direction])
          .map(([number, entry]) => ({ number: Number(number), entry }))
          .toSorted((a, b) => a.number - b.number)
        for (const [index, { number, entry }] of entries.entries()) {
          const first = entries.slice(0, index).find((it) => covers(it.entry, entry))
          if (!first) continue
          const contradicts = first.entry.ruleAction !== entry.ruleAction
          const facts = { acl, direction, number, by: first.number, contradicts }
          yield {
            resources: [acl.id],
            evidence: [number, first.number].map((ruleNumber) => ({
              type: 'network-acl-entry',
              networkAclId: acl.id,
              direction,
              ruleNumber,
            })),
            facts,
            severity: contradicts ? 'warn' : 'info',
            repairs: [remove(network, facts)],
          }
        }
      }
  },
  say: ({ acl, direction, number, by, contradicts }) =>
    `${direction === 'ingress' ? 'Inbound' : 'Outbound'} rule ${number} of ${called(acl)} never decides: rule ${by} comes first and decides all that it names${contradicts ? ', the other way' : ', the same way'}. Give it a lower number, or remove it.`,
})

/** Does the first rule decide everything that the second one names? */
function covers(first: Entry, second: Entry): boolean {
  if (!contains(first.cidrBlock, second.cidrBlock)) return false
  if (first.protocol === '-1') return true
  if (second.protocol === '-1' || !isSameProtocol(first.protocol, second.protocol)) return false
  return (
    isWithin(first.fromPort, first.toPort, second.fromPort, second.toPort) &&
    isAnyOr(first.icmpType, second.icmpType) &&
    isAnyOr(first.icmpCode, second.icmpCode)
  )
}

function isWithin(
  from: number | null,
  to: number | null,
  innerFrom: number | null,
  innerTo: number | null,
): boolean {
  if (from === null || to === null) return true
  return innerFrom !== null && innerTo !== null && from <= innerFrom && innerTo <= to
}

const isAnyOr = (outer: number | null, inner: number | null) =>
  outer === null || outer === -1 || outer === inner

function remove({ document }: Network, { acl, direction, number }: Facts) {
  return repair({
    id: `remove-entry:${acl.id}:${direction}:${number}`,
    label: `Remove rule ${number}`,
    preview: `Removes 1 rule of ${called(acl)} that never decides.`,
    document,
    run: (draft) => {
      const it = draft.resources[acl.id]
      if (it?.kind === 'network-acl') delete it[direction][String(number)]
    },
  })
}
