import { called } from '../../../kinds/called'
import { matchesProtocol, verdictsOf } from '../../../kinds/network-acl/matching'
import type { Header } from '../../../kinds/packet'
import { portsOf } from '../../../kinds/ports'
import type { ResourceOf } from '../../../kinds/resource'
import { contains, endsOf, holds, overlaps, type Cidr } from '../../../net/cidr'
import type { Ip } from '../../../net/ip'
import { isPublic } from '../../../net/ranges'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { groupBy } from '../../../base/group-by'
import { defineRule } from '../define-rule'

type Acl = ResourceOf<'network-acl'>
type Direction = 'ingress' | 'egress'
type Entry = Acl['ingress'][string]

interface Facts {
  readonly acl: Acl
  readonly number: number
  readonly opens: Direction
  readonly block: Cidr
  readonly protocol: string
}

/** A network ACL that lets connections by and none of their answers. (ACL-4, ACL-7) */
export const aclBlocksReplies = defineRule<Facts>({
  id: 'L47',
  name: 'acl-blocks-replies',
  severity: 'error',
  rules: ['ACL-4', 'ACL-7'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
  *check(network) {
    const guarded = groupBy(network.design.all('subnet'), (it) => network.aclOf(it.id)?.id)
    for (const acl of network.design.all('network-acl')) {
      const subnets = guarded.get(acl.id) ?? []
      for (const opens of ['ingress', 'egress'] as const) {
        const [number, entry] = firstUnanswered(acl, opens) ?? []
        if (!number || !entry) continue
        const tested = subnets.filter((it) => !isExempt(network, it, opens, entry.cidrBlock))
        if (tested.length === 0) continue
        const facts = {
          acl,
          number: Number(number),
          opens,
          block: entry.cidrBlock,
          protocol: entry.protocol,
        }
        yield {
          resources: [acl.id, ...tested.map(({ id }) => id)],
          evidence: [
            {
              type: 'network-acl-entry',
              networkAclId: acl.id,
              direction: opens,
              ruleNumber: Number(number),
            },
            { type: 'missing', resourceId: acl.id, field: backOf(opens) },
          ],
          facts,
          repairs: [allowAnswers(network, facts)],
        }
      }
    }
  },
  say: ({ acl, number, opens, block }) => {
    const [way, back] = opens === 'ingress' ? ['in from', 'out to'] : ['out to', 'in from']
    return `Rule ${number} of ${called(acl)} lets connections ${way} ${block}, but no rule lets their answers ${back} it: a network ACL keeps no state, and answers come to ports that the asking side chooses, 1024-65535. Allow those.`
  },
})

const backOf = (opens: Direction): Direction => (opens === 'ingress' ? 'egress' : 'ingress')

/** The first rule that lets connections by whose answers are all denied. */
function firstUnanswered(acl: Acl, opens: Direction): readonly [string, Entry] | undefined {
  return Object.entries(acl[opens])
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .find(([, entry]) => opensConnections(entry) && !isAnswered(acl, backOf(opens), entry))
}

/** Does it let connections be opened, and not only answers to others come back? */
function opensConnections({ ruleAction, protocol, fromPort, toPort }: Entry): boolean {
  if (ruleAction !== 'allow') return false
  if (protocol === '-1') return true
  if (!['tcp', 'udp', '6', '17'].includes(protocol)) return false
  return !(fromPort !== null && toPort !== null && fromPort >= 1024 && toPort - fromPort > 1000)
}

/** Does some answer get by, to some address of the block? */
function isAnswered(acl: Acl, back: Direction, { cidrBlock, protocol }: Entry): boolean {
  const entries = Object.entries(acl[back]).map(([number, entry]) => ({
    number: Number(number),
    entry,
  }))
  const near = entries.filter(({ entry }) => overlaps(entry.cidrBlock, cidrBlock))
  const narrower = near.map(({ entry }) =>
    contains(cidrBlock, entry.cidrBlock) ? entry.cidrBlock : cidrBlock,
  )
  const remotes = new Set([cidrBlock, ...narrower].map((block) => endsOf(block)[0]))
  const header = answer(endsOf(cidrBlock)[0], ['udp', '17'].includes(protocol) ? 'udp' : 'tcp')
  return [...remotes].some((remote) => {
    const asked = entries
      .filter(({ entry }) => matchesProtocol(entry, header) && holds(entry.cidrBlock, remote))
      .toSorted((a, b) => a.number - b.number)
    return verdictsOf(asked, portsOf('device'), header).some(({ action }) => action === 'allow')
  })
}

const answer = (remote: Ip, protocol: 'tcp' | 'udp'): Header => ({
  source: remote,
  destination: remote,
  protocol,
  sourcePort: null,
  destinationPort: 'device',
  icmp: null,
})

/**
 * What comes from a transit gateway to a host in the subnet of its attachment is not tested, so
 * answers from private addresses outside the VPC need no rule there. (ACL-9, CL-24)
 */
function isExempt(
  network: Network,
  subnet: ResourceOf<'subnet'>,
  opens: Direction,
  block: Cidr,
): boolean {
  if (opens === 'ingress') return false
  const isAttached = network.design
    .all('transit-gateway-vpc-attachment')
    .some((it) => it.subnetIds.includes(subnet.id))
  const isOwn = network.blocksOf(subnet.vpcId).some((it) => overlaps(it, block))
  return isAttached && !isOwn && endsOf(block).every((ip) => !isPublic(ip))
}

/** One more rule for the answers; where another one denies them on purpose there is none to add. */
function allowAnswers({ document }: Network, { acl, opens, block, protocol }: Facts) {
  const back = backOf(opens)
  const entries: readonly Entry[] = Object.values(acl[back])
  if (entries.some((it) => it.ruleAction === 'deny' && overlaps(it.cidrBlock, block))) return null
  const number = Math.max(0, ...Object.keys(acl[back]).map(Number)) + 10
  if (number > 32766) return null
  const entry: Entry = {
    ruleAction: 'allow',
    protocol: ['udp', '17'].includes(protocol) ? '17' : '6',
    cidrBlock: block,
    fromPort: 1024,
    toPort: 65535,
    icmpType: null,
    icmpCode: null,
  }
  return repair({
    id: `allow-answers:${acl.id}:${back}:${block}`,
    label: `Allow answers ${back === 'egress' ? 'to' : 'from'} ${block}`,
    preview: `Adds 1 ${back === 'egress' ? 'outbound' : 'inbound'} rule to ${called(acl)}: number ${number}, ports 1024-65535.`,
    document,
    run: (draft) => {
      const it = draft.resources[acl.id]
      if (it?.kind === 'network-acl') it[back][String(number)] = entry
    },
  })
}
