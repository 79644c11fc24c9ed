import { part, parts, placeInArn, text, type Raw } from '../../kinds/describe'
import type { StackPlace } from '../cloudformation/stack'
import { accountIn } from './made'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where the resources of a provider configuration are made, and what of that nobody says. */
export interface Providers {
  readonly placeOf: (provider: string, values: Raw) => StackPlace
  readonly assumed: ReadonlySet<'account' | 'Region'>
}

/**
 * Where a resource is made: its provider configuration says the Region, and the account where that
 * names one or a role of one. What nothing says is where most of the plan is.
 */
export function providersIn(plan: Raw, usual: StackPlace): Providers {
  const configured = part(part(plan, 'configuration'), 'provider_config')
  const variables = part(plan, 'variables')
  const known = (said: unknown): unknown => {
    if (!isObject(said)) return undefined
    if (Object.hasOwn(said, 'constant_value')) return said['constant_value']
    const [only, ...others] = Array.isArray(said['references']) ? said['references'] : []
    const name = /^var\.([\w-]+)$/.exec(typeof only === 'string' ? only : '')?.[1]
    return name !== undefined && others.length === 0 ? part(variables, name)['value'] : undefined
  }
  const word = (said: unknown): string | null => {
    const value = known(said)
    const first: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
    return typeof first === 'string' && first !== '' ? first : null
  }
  const told = (key: string) => {
    const said = part(Object.hasOwn(configured, key) ? part(configured, key) : {}, 'expressions')
    const roles = [...parts(said, 'assume_role'), ...parts(said, 'assume_role_with_web_identity')]
    return {
      region: word(said['region']),
      ownerId:
        roles.map((role) => accountIn(word(role['role_arn']))).find((each) => each !== null) ??
        accountOnly(word(said['allowed_account_ids'])),
    }
  }
  const looked = callersIn(plan)
  const main = told('aws')
  const [caller, ...more] = looked.accounts
  const [here, ...elsewhere] = looked.regions
  const [one, ...several] = Object.keys(configured).filter((key) => told(key).region !== null)
  const assumed = new Set<'account' | 'Region'>()
  const otherwise = (what: 'account' | 'Region', stands: string): string => {
    assumed.add(what)
    return stands
  }
  const placeOf = (provider: string, values: Raw): StackPlace => {
    const own = told(provider)
    const isMain = provider === 'aws' || provider === ''
    const ownerId =
      placeInArn(text(values, 'arn')).ownerId ??
      own.ownerId ??
      (isMain && more.length === 0 ? caller : undefined) ??
      main.ownerId
    const region =
      text(values, 'region') ??
      placeInArn(text(values, 'arn')).region ??
      own.region ??
      (isMain && elsewhere.length === 0 ? here : undefined) ??
      (isMain && one !== undefined && several.length === 0 ? told(one).region : null)
    return {
      ownerId: ownerId ?? otherwise('account', usual.ownerId),
      region: region ?? otherwise('Region', usual.region),
    }
  }
  return { placeOf, assumed }
}

const accountOnly = (word: string | null) => (word !== null && /^\d{12}$/.test(word) ? word : null)

/** What a plan looked up of where it runs. */
function callersIn(plan: Raw) {
  const accounts = new Set<string>()
  const regions = new Set<string>()
  const visit = (module: Raw, depth: number): void => {
    for (const it of parts(module, 'resources')) {
      const values = part(it, 'values')
      const [account, region] = [text(values, 'account_id'), text(values, 'name')]
      if (text(it, 'type') === 'aws_caller_identity' && account) accounts.add(account)
      if (text(it, 'type') === 'aws_region' && region) regions.add(region)
    }
    if (depth < 40) for (const child of parts(module, 'child_modules')) visit(child, depth + 1)
  }
  visit(part(part(part(plan, 'prior_state'), 'values'), 'root_module'), 0)
  return { accounts: [...accounts], regions: [...regions] }
}
