import { number, part, parts, text, type Raw } from '../../../kinds/describe'
import { interfaceOfIp } from '../attributes'
import type { Book, Entry } from '../book'

/** Lists that AWS answers none of, until they are put together. */
export const latticeLists = {
  services: 'LatticeServices',
  groups: 'LatticeTargetGroups',
  listeners: 'LatticeListeners',
  rules: 'LatticeRules',
  joins: 'LatticeJoins',
} as const

/**
 * Gives each service network its services, once everything is read: a row for each listener and each of
 * its targets. What is not known of one of them is not known of the network.
 */
export function completeServices(book: Book): void {
  const listeners = book.all(latticeLists.listeners)
  for (const [, { Network, Service }] of book.all(latticeLists.joins)) {
    const network = book.find('ServiceNetworks', Network)
    if (!network || typeof Network !== 'string') continue
    const doubt = (missing: string | null) => {
      if (missing !== null) book.doubt(Network, missing)
    }
    const service = book.find(latticeLists.services, Service)
    if (!service || typeof Service !== 'string') {
      doubt('a service that is not among the files')
      continue
    }
    doubt(book.doubtOf(Service))
    const rule = book.all(latticeLists.rules).find(([, it]) => it['Service'] === Service)
    if (rule) doubt(`which requests ${text(rule[1], 'address') ?? 'a rule'} chooses`)
    for (const [id, listener] of listeners) {
      if (listener['Service'] !== Service) continue
      doubt(book.doubtOf(id))
      for (const { group, row } of rowsOf(listener, book)) {
        doubt(group === null ? null : book.doubtOf(group))
        if (typeof row === 'string') doubt(row)
        else book.add('ServiceNetworks', Network, 'services', { ...service, ...row })
      }
    }
  }
  for (const list of Object.values(latticeLists)) book.take(list)
}

interface Row {
  readonly group: string | null
  /** What is missing to know it, where that is a text. */
  readonly row: Raw | string
}

/** A row for each target that a listener sends to; one without target where it sends nowhere. */
function rowsOf(listener: Entry, book: Book): readonly Row[] {
  const { protocol, port } = listener
  const forward = part(part(listener, 'DefaultAction'), 'Forward')
  const groups = parts(forward, 'TargetGroups').map((each) => text(each, 'TargetGroupIdentifier'))
  const nobody = { protocol, port, target: {}, targetPort: port }
  if (groups.length === 0) return [{ group: null, row: nobody }]
  return groups.flatMap((id): readonly Row[] => {
    const group = book.find(latticeLists.groups, id)
    if (!group || id === null) return [{ group: null, row: 'a target group that is not there' }]
    const targets = parts(group, 'Targets')
    if (targets.length === 0) return [{ group: id, row: nobody }]
    const rows = targets.map((each): Raw | string => {
      const target = targetOf(text(group, 'Type'), text(each, 'Id') ?? '', book)
      const targetPort = number(each, 'Port') ?? number(group, 'Port') ?? port
      return typeof target === 'string' ? target : { protocol, port, target, targetPort }
    })
    // all interfaces of one workload are one target
    const once = new Map(rows.map((row) => [JSON.stringify(row), row]))
    return [...once.values()].map((row) => ({ group: id, row }))
  })
}

/** What answers, by what the design knows it by; what is missing to know that, as a text. */
function targetOf(type: string | null, id: string, book: Book): Raw | string {
  const missing = `who answers at ${id}`
  switch (type ?? 'IP') {
    case 'INSTANCE':
      return book.find('Instances', id) ? { instanceId: id } : missing
    case 'ALB':
      return book.find('LoadBalancers', id) ? { loadBalancerArn: id } : missing
    case 'LAMBDA':
      return book.find('Functions', id) ? { arn: id } : missing
    default: {
      const face = book.find('NetworkInterfaces', interfaceOfIp(id)) ?? faceAt(id, book)
      const instanceId = text(part(face ?? {}, 'Attachment'), 'InstanceId')
      return instanceId === null ? missing : { instanceId }
    }
  }
}

/** The only interface of that address. */
function faceAt(ip: string, book: Book): Entry | undefined {
  const [found, ...others] = book
    .all('NetworkInterfaces')
    .filter(([, it]) => text(it, 'PrivateIpAddress') === ip)
  return others.length === 0 ? found?.[1] : undefined
}
