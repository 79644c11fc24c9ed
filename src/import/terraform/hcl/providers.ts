import { parts, type Raw } from '../../../kinds/describe'
import { placeInPath } from '../../aws/path'
import { usualPlace } from '../../cloudformation/place'
import type { StackPlace } from '../../cloudformation/stack'
import { accountIn } from '../made'
import { entriesOf, type ModuleCode } from './module-code'
import { asText, isList, isObject, type Value } from './value'

/** A place as far as code tells it. */
export interface ToldPlace {
  /** Tags of everything that is made there. */
  readonly tags: ReadonlyMap<string, Value>
  readonly ownerId: string | null
  readonly region: string | null
}

/** The configurations of the provider that a module knows, by `aws` and `aws.<alias>`. */
export type Providers = ReadonlyMap<string, ToldPlace>

/** A reference to a provider configuration, which stands with or without `${…}`. */
const providerNamed = (raw: unknown): string | null =>
  /^(?:\$\{)?([\w-]+(?:\.[\w-]+)?)\}?$/.exec(typeof raw === 'string' ? raw : '')?.[1] ?? null

/** The configurations that a module declares, over those that it is given. */
export function providersOf(
  code: ModuleCode,
  given: Providers,
  valueIn: (raw: unknown) => Value,
): Providers {
  const word = (raw: unknown): string | null => {
    const value = raw === undefined ? null : valueIn(raw)
    const first = isList(value) && value.length === 1 ? value[0] : value
    const said = first === undefined ? null : asText(first)
    return said === '' ? null : said
  }
  const known = new Map(given)
  for (const body of code.providers) {
    const alias = word(body['alias'])
    const account = word(body['allowed_account_ids'])
    const roles = parts(body, 'assume_role').map((each) => accountIn(word(each['role_arn'])))
    const [defaults] = parts(body, 'default_tags').map(({ tags }) => valueIn(tags))
    known.set(alias === null ? 'aws' : `aws.${alias}`, {
      tags: defaults !== undefined && isObject(defaults) ? defaults : new Map(),
      region: word(body['region']),
      ownerId:
        roles.find((each) => each !== null) ??
        (account !== null && /^\d{12}$/.test(account) ? account : null),
    })
  }
  return known
}

/** What a module that is called knows: what it is handed, and the usual one. */
export function handedTo(call: Raw, providers: Providers): Providers {
  const usual = providers.get('aws')
  const handed = entriesOf(call['providers']).flatMap(([name, raw]) => {
    const [inner, outer] = [providerNamed(name), providerNamed(raw)]
    const found = outer === null ? undefined : providers.get(outer)
    return inner !== null && found ? [[inner, found] as const] : []
  })
  return new Map([...(usual ? [['aws', usual] as const] : []), ...handed])
}

/** The tags that everything of this configuration has. */
export const tagsFor = (body: Raw, providers: Providers): ReadonlyMap<string, Value> =>
  providers.get(providerNamed(body['provider']) ?? 'aws')?.tags ?? new Map<string, Value>()

/** Where a resource is made; what nothing says is noted. */
export function placeFor(
  body: Raw,
  folder: string,
  providers: Providers,
  assumed: Set<'account' | 'Region'>,
): StackPlace {
  const own = providers.get(providerNamed(body['provider']) ?? 'aws')
  const usual = providers.get('aws')
  const all = [...providers.values()]
  const path = placeInPath(folder)
  const ownerId = own?.ownerId ?? path.ownerId ?? usual?.ownerId
  const region = own?.region ?? path.region ?? (all.length === 1 ? all[0]?.region : null)
  if (!ownerId) assumed.add('account')
  if (!region) assumed.add('Region')
  return { ownerId: ownerId ?? usualPlace.ownerId, region: region ?? usualPlace.region }
}
