import { placeKey, type Place } from '../../iac/block'
import { printHcl, type HclBlock } from '../../iac/hcl'
import { mapping, nested, variable, verbatim } from '../../iac/value'
import type { NamedInput } from '../collect'
import type { ExportOptions } from '../options'
import type { AccountLabel, LabelledPlace } from '../places'

const noReferences = () => {
  throw new Error('Bug: the setup of a project refers to no resource')
}

/** `~> 6.0` is any 6.x of the provider. A module also names the providers that it is handed. */
export function versions(handed: readonly string[] = []): string {
  const aliases = handed.map((alias) => `aws.${alias}`)
  return printHcl(
    [
      {
        keyword: 'terraform',
        labels: [],
        body: {
          required_version: '>= 1.9',
          required_providers: nested({
            aws: plainMap([
              ['source', '"hashicorp/aws"'],
              ['version', '"~> 6.0"'],
              ...(aliases.length > 0
                ? [['configuration_aliases', `[${aliases.join(', ')}]`] as const]
                : []),
            ]),
          }),
        },
      },
    ],
    noReferences,
  )
}

/** A map whose keys are words of the language, which stand without quotes. */
export function plainMap(entries: readonly (readonly [string, string])[]) {
  const widest = Math.max(...entries.map(([key]) => key.length))
  const lines = entries.map(([key, value]) => `  ${key.padEnd(widest)} = ${value}`)
  return verbatim(['{', ...lines, '}'].join('\n'))
}

export const accountVariable = ({ label }: AccountLabel) => `account_id_${label}`
export const roleVariable = ({ label }: AccountLabel) => `role_arn_${label}`

/** A provider configuration: of an account and a Region, or of an account with a usual Region. */
export interface Provider {
  readonly alias: string
  readonly account: AccountLabel
  readonly region: string
}

/** The provider configurations of a project, and which of them serves a place. */
export function providersOf(
  places: readonly LabelledPlace[],
  { terraformRegions }: Pick<ExportOptions, 'terraformRegions'>,
): { readonly all: readonly Provider[]; readonly of: (place: Place) => Provider } {
  const served = new Map<string, Provider>()
  for (const place of places) {
    const { account, region } = place
    const shared = [...served.values()].find((it) => it.account.id === account.id)
    served.set(
      placeKey(place),
      terraformRegions === 'argument'
        ? (shared ?? { alias: account.label, account, region })
        : { alias: place.label, account, region },
    )
  }
  return {
    all: [...new Set(served.values())],
    of: (place) => {
      const provider = served.get(placeKey(place))
      if (!provider) throw new Error(`Bug: no provider serves ${placeKey(place)}`)
      return provider
    },
  }
}

/**
 * Services without Regions, whose resources take no argument `region`.
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
const withoutRegion = /^aws_(iam|route53|globalaccelerator|networkmanager|cloudfront|dx_gateway$)/

/** Says in which Region a resource is made, where that is not the usual one of its provider. */
export function regionArgument(type: string, { region }: Place, usual: Provider) {
  return region === usual.region || withoutRegion.test(type) ? undefined : region
}

/** One configuration each, guarded against the wrong credentials. */
export function providers(all: readonly Provider[]): string {
  return printHcl(
    all.map(({ alias, account, region }) => ({
      keyword: 'provider',
      labels: ['aws'],
      comment: [`${account.name}, ${region}`],
      body: {
        alias,
        region,
        allowed_account_ids: [variable(accountVariable(account))],
        'dynamic "assume_role"': nested({
          for_each: verbatim(
            `var.${roleVariable(account)} == null ? [] : [var.${roleVariable(account)}]`,
          ),
          content: nested({ role_arn: verbatim('assume_role.value') }),
        }),
        default_tags: nested({ tags: variable('default_tags') }),
      },
    })),
    noReferences,
  )
}

export function variables(
  accounts: readonly AccountLabel[],
  inputs: readonly NamedInput[],
  project: string,
): string {
  return printHcl(
    [
      ...accounts.flatMap((account) => accountVariables(account)),
      ...inputs.map(inputVariable),
      {
        keyword: 'variable',
        labels: ['default_tags'],
        body: {
          description: 'Tags of every resource, beside its own.',
          type: verbatim('map(string)'),
          default: mapping([
            ['ManagedBy', 'terraform'],
            ['Project', project],
          ]),
        },
      },
    ],
    noReferences,
  )
}

export function inputVariable({ name, type, description, ...input }: NamedInput): HclBlock {
  return {
    keyword: 'variable',
    labels: [name],
    body: {
      description,
      type: verbatim(type),
      default: input.default ?? verbatim('null'),
      validation:
        input.pattern === undefined
          ? undefined
          : nested({
              condition: verbatim(
                input.default === null
                  ? `var.${name} == null ? true : can(regex("^${input.pattern}$", var.${name}))`
                  : `can(regex("^${input.pattern}$", var.${name}))`,
              ),
              error_message: input.says?.replace(
                /^An? /,
                (article) => `Expected ${article.toLowerCase()}`,
              ),
            }),
    },
  }
}

function accountVariables(account: AccountLabel): readonly HclBlock[] {
  const id = accountVariable(account)
  const role = roleVariable(account)
  return [
    {
      keyword: 'variable',
      labels: [id],
      body: {
        description: `Account ID of ${account.name}.`,
        type: verbatim('string'),
        default: account.id,
        validation: nested({
          condition: verbatim(`can(regex("^[0-9]{12}$", var.${id}))`),
          error_message: 'An account ID has twelve digits.',
        }),
      },
    },
    {
      keyword: 'variable',
      labels: [role],
      body: {
        description: `ARN of the role to assume in ${account.name}; null to work with the credentials as they are.`,
        type: verbatim('string'),
        default: verbatim('null'),
        validation: nested({
          condition: verbatim(
            `var.${role} == null ? true : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.${role}))`,
          ),
          error_message: 'Expected the ARN of an IAM role.',
        }),
      },
    },
  ]
}

export const gitignore = [
  '.terraform/',
  '*.tfstate',
  '*.tfstate.*',
  '*.tfvars',
  'crash.log',
  '',
].join('\n')
