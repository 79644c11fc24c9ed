import { cidrOf, number, part, parts, text, texts, type Raw } from '../describe'
import { finer, statefulActions, statelessActions } from './schema'

/** Named lists of blocks or ports, as rule groups and policies define them. */
export type Lists = Readonly<Record<string, readonly string[]>>

type GroupOf = (arn: string | null) => Raw | null

interface PortRange {
  readonly from: number
  readonly to: number
}

/** A rule that says more than a design holds: whatever comes to it is not modelled. */
const unknown = (description: string): Raw => ({
  action: finer,
  description: description.slice(0, 255),
})

const byNumber = (key: string) => (a: Raw, b: Raw) => (number(a, key) ?? 0) - (number(b, key) ?? 0)

/**
 * The stateless rules in the order in which they are asked: groups by priority, rules within.
 * @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatelessRule.html
 */
export function statelessIn(references: readonly Raw[], groupOf: GroupOf): readonly Raw[] {
  return references.toSorted(byNumber('Priority')).flatMap((reference) => {
    const arn = text(reference, 'ResourceArn')
    const group = groupOf(arn)
    if (!group) return [unknown(`${arn} is not described`)]
    const source = part(
      part(part(group, 'RuleGroup'), 'RulesSource'),
      'StatelessRulesAndCustomActions',
    )
    return parts(source, 'StatelessRules')
      .toSorted(byNumber('Priority'))
      .flatMap((rule) => statelessRules(part(rule, 'RuleDefinition')))
  })
}

function statelessRules(definition: Raw): readonly Raw[] {
  const match = part(definition, 'MatchAttributes')
  const action = texts(definition, 'Actions').find((each) => each.startsWith('aws:'))
  const known = statelessActions.find((each) => each === action)
  if (!known || parts(match, 'TCPFlags').length > 0) return [unknown('It matches TCP flags')]
  const blocks = (key: string) =>
    blocksOf(parts(match, key).map((each) => text(each, 'AddressDefinition') ?? ''))
  const ports = (key: string) =>
    orAny(
      parts(match, key).map((each) => ({
        from: number(each, 'FromPort') ?? 0,
        to: number(each, 'ToPort') ?? 65_535,
      })),
    )
  const { Protocols: protocols } = match
  const named = orAny((Array.isArray(protocols) ? protocols : []).map(String))
  const [sources, destinations] = [blocks('Sources'), blocks('Destinations')]
  if (!sources || !destinations) return [unknown('It names addresses that are not understood')]
  return sources.flatMap((source) =>
    destinations.flatMap((destination) =>
      ports('SourcePorts').flatMap((from) =>
        ports('DestinationPorts').flatMap((to) =>
          named.map((protocol) => matching(known, source, destination, protocol, from, to)),
        ),
      ),
    ),
  )
}

const orAny = <T>(list: readonly T[]): readonly (T | null)[] => (list.length > 0 ? list : [null])

/**
 * Blocks and addresses; without any all that there are, which 0.0.0.0/0 is not, as no IPv6 address is in
 * it. Null where one is not understood.
 */
function blocksOf(written: readonly string[]): readonly (string | null)[] | null {
  const blocks = written.map((each) =>
    cidrOf(each.includes('/') ? each : `${each}/${each.includes(':') ? 128 : 32}`),
  )
  return blocks.includes(null) ? null : orAny(blocks)
}

const protocolNames: Readonly<Record<string, string>> = {
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'icmpv6',
}

function matching(
  action: string,
  source: string | null,
  destination: string | null,
  protocol: string | null,
  sourcePorts: PortRange | null,
  ports: PortRange | null,
): Raw {
  const ipProtocol = protocol === null ? '-1' : (protocolNames[protocol] ?? protocol)
  const hasPorts = ipProtocol === 'tcp' || ipProtocol === 'udp'
  return {
    action,
    source,
    destination,
    protocol: ipProtocol,
    ...(hasPorts &&
      sourcePorts && { sourceFromPort: sourcePorts.from, sourceToPort: sourcePorts.to }),
    ...(hasPorts && ports && { fromPort: ports.from, toPort: ports.to }),
  }
}

/**
 * The stateful rules, those of addresses and ports. Groups of Suricata rules that say no more than
 * that are read too; lists of domains and managed groups are not.
 * @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSource.html
 */
export function statefulIn(
  references: readonly Raw[],
  groupOf: GroupOf,
  lists: Lists,
): readonly Raw[] {
  return references.toSorted(byNumber('Priority')).flatMap((reference) => {
    const arn = text(reference, 'ResourceArn')
    const group = part({ group: groupOf(arn) }, 'group')
    const rules = part(group, 'RuleGroup')
    const source = part(rules, 'RulesSource')
    const defined = { ...lists, ...definitionsIn(part(rules, 'RuleVariables')) }
    const written = text(source, 'RulesString')
    if (written) return suricata(written, defined)
    if ('RulesSourceList' in source) return [{ ...unknown('A list of domains'), protocol: 'tcp' }]
    if (!Array.isArray(source['StatefulRules'])) return [unknown(`${arn} is not described`)]
    return parts(source, 'StatefulRules').flatMap((rule) => {
      const isPlain = parts(rule, 'RuleOptions').every((option) =>
        plainOptions.has(text(option, 'Keyword') ?? ''),
      )
      const header = part(rule, 'Header')
      const said = (key: string) => text(header, key) ?? 'ANY'
      return isPlain
        ? headed(
            text(rule, 'Action') ?? '',
            said('Protocol'),
            said('Source'),
            said('SourcePort'),
            said('Direction'),
            said('Destination'),
            said('DestinationPort'),
            defined,
          )
        : [unknown('It looks into packets')]
    })
  })
}

/** Options that match nothing. */
const plainOptions = new Set([
  'sid',
  'msg',
  'rev',
  'gid',
  'metadata',
  'classtype',
  'priority',
  'reference',
])

function suricata(written: string, lists: Lists): readonly Raw[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [
        ,
        action = '',
        protocol = '',
        source = '',
        from = '',
        arrow,
        destination = '',
        to = '',
        options = '',
      ] = /^(\w+)\s+(\w+)\s+(\S+)\s+(\S+)\s+(->|<>)\s+(\S+)\s+(\S+)\s+\((.*)\)$/.exec(line) ?? []
      const isPlain = options
        .split(';')
        .map((option) => option.split(':')[0]?.trim() ?? '')
        .every((option) => option === '' || plainOptions.has(option))
      return arrow && isPlain
        ? headed(
            action,
            protocol,
            source,
            from,
            arrow === '<>' ? 'ANY' : 'FORWARD',
            destination,
            to,
            lists,
          )
        : [unknown(line)]
    })
}

const engineProtocols: Readonly<Record<string, string | null>> = {
  ip: null,
  tcp: '6',
  udp: '17',
  icmp: '1',
}

function headed(
  written: string,
  protocol: string,
  source: string,
  sourcePort: string,
  direction: string,
  destination: string,
  port: string,
  lists: Lists,
): readonly Raw[] {
  const action = statefulActions.find((each) => each === written.toUpperCase())
  const named = engineProtocols[protocol.toLowerCase()]
  const [sources, destinations] = [source, destination].map((each) => {
    const list = listed(each, lists)
    return list && blocksOf(list)
  })
  const [from, to] = [sourcePort, port].map((each) => listed(each, lists)?.map(rangeOf))
  if (!action || named === undefined || !sources || !destinations || !from || !to)
    return [unknown(`${written} ${protocol} ${source} ${port}`)]
  if ([...from, ...to].includes(undefined)) return [unknown(`${written} ${sourcePort} ${port}`)]
  return sources.flatMap((one) =>
    destinations.flatMap((other) =>
      orAny(from).flatMap((start) =>
        orAny(to).map((end) => ({
          ...matching(action, one, other, named, start ?? null, end ?? null),
          direction: direction === 'ANY' ? 'ANY' : 'FORWARD',
        })),
      ),
    ),
  )
}

/** The parts of a list; none for any; null for what excludes, or is not defined. */
function listed(written: string, lists: Lists, depth = 0): readonly string[] | null {
  if (written.toUpperCase() === 'ANY') return []
  if (written.includes('!') || depth > 3) return null
  const named = /^[$@](\w+)$/.exec(written)?.[1]
  if (named) {
    const list = Object.hasOwn(lists, named) ? lists[named] : undefined
    return list && list.length > 0 ? listed(`[${list.join(',')}]`, lists, depth + 1) : null
  }
  const found = written
    .replaceAll(/[[\]]/g, '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => (/^[$@]/.test(each) ? listed(each, lists, depth + 1) : [each]))
  return found.includes(null) ? null : found.flatMap((each) => each ?? [])
}

function rangeOf(written: string): PortRange | undefined {
  const [, from, colon, to] = /^(\d{0,5})(:?)(\d{0,5})$/.exec(written) ?? []
  if (from === undefined || (!from && !to)) return undefined
  const start = from ? Number(from) : 0
  return { from: start, to: to ? Number(to) : colon ? 65_535 : start }
}

/** The sets of addresses that rules name, written as lists of blocks. */
export function definitionsIn(variables: Raw): Record<string, readonly string[]> {
  return Object.fromEntries(
    ['IPSets', 'PortSets'].flatMap((kind) =>
      Object.entries(part(variables, kind)).map(
        ([name, it]) => [name, texts(part({ it }, 'it'), 'Definition')] as const,
      ),
    ),
  )
}
