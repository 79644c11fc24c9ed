import {
  cidrOf,
  idOf,
  known,
  number,
  parts,
  text,
  texts,
  type Describe,
  type Dump,
  type Raw,
} from '../describe'

/**
 * Customer-managed prefix lists, and those of AWS that tables or groups name.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html
 */
export const describe: Describe<'prefix-list'> = ({ dump, placeOf }) => {
  const named = namedIn(dump)
  return dump.all('PrefixLists').flatMap((entry) => {
    if (isOfAws(entry.it) && !named.has(entry.id ?? '')) return []
    const { it } = entry
    const awsId = entry.id ?? ''
    const place = placeOf(null)
    const listed = dump.of('Entries', awsId)
    const blocks = [
      ...listed.map((each) => [text(each.it, 'Cidr'), text(each.it, 'Description')] as const),
      ...texts(it, 'Cidrs').map((block) => [block, null] as const),
    ].flatMap(([block, description]) => {
      const cidr = cidrOf(block)
      return cidr ? [[cidr, { description: (description ?? '').slice(0, 255) }] as const] : []
    })
    const isUnknown = blocks.length === 0 && !dump.asked('Entries', awsId)
    return [
      {
        ...known('prefix-list', it, awsId, text(it, 'PrefixListName')),
        id: idOf('prefix-list', awsId),
        ownerId: /^\d{12}$/.test(text(it, 'OwnerId') ?? '')
          ? text(it, 'OwnerId')
          : (entry.ownerId ?? place.ownerId).replace(/^aws$/i, place.ownerId),
        region: entry.region ?? place.region,
        addressFamily:
          text(it, 'AddressFamily') ?? (blocks[0]?.[0].includes(':') ? 'IPv6' : 'IPv4'),
        maxEntries: Math.max(1, Math.min(1000, number(it, 'MaxEntries') ?? blocks.length)),
        entries: Object.fromEntries(blocks),
        ...(isUnknown && {
          undescribed: `aws ec2 get-managed-prefix-list-entries --prefix-list-id ${awsId}`,
        }),
      },
    ]
  })
}

/** Lists of AWS's own have names such as `com.amazonaws.eu-west-1.s3`. */
const isOfAws = (it: Raw): boolean =>
  text(it, 'OwnerId')?.toUpperCase() === 'AWS' ||
  Boolean(text(it, 'PrefixListName')?.startsWith('com.amazonaws.'))

/** The lists that routes, rules and references name, but for those of gateway endpoints. */
function namedIn(dump: Dump): ReadonlySet<string> {
  const routes = dump
    .all('RouteTables')
    .flatMap(({ it }) => parts(it, 'Routes'))
    .filter((route) => !text(route, 'GatewayId')?.startsWith('vpce-'))
    .map((route) => text(route, 'DestinationPrefixListId'))
  const permissions = dump
    .all('SecurityGroups')
    .flatMap(({ it }) => [...parts(it, 'IpPermissions'), ...parts(it, 'IpPermissionsEgress')])
    .flatMap((permission) => parts(permission, 'PrefixListIds'))
  const rules = [...permissions, ...dump.all('SecurityGroupRules').map(({ it }) => it)].map((it) =>
    text(it, 'PrefixListId'),
  )
  return new Set([...routes, ...rules].flatMap((each) => each ?? []))
}
