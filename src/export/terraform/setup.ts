import { printHcl, type HclBlock } from '../../iac/hcl'
import { mapping, nested, variable, verbatim } from '../../iac/value'
import type { NamedInput } from '../collect'
import type { AccountLabel, LabelledPlace } from '../places'

const noReferences = () => {
  throw new Error('Bug: the setup of a project refers to no resource')
}

/** `~> 6.0` is any 6.x of the provider. */
export const versions = printHcl(
  [
    {
      keyword: 'terraform',
      labels: [],
      body: {
        required_version: '>= 1.9',
        required_providers: nested({
          aws: mappingOfPlainKeys({ source: 'hashicorp/aws', version: '~> 6.0' }),
        }),
      },
    },
  ],
  noReferences,
)

/** The one map whose keys Terraform's own style leaves without quotes. */
function mappingOfPlainKeys({ source, version }: { source: string; version: string }) {
  return verbatim(`{\n      source  = "${source}"\n      version = "${version}"\n    }`)
}

export const accountVariable = ({ label }: AccountLabel) => `account_id_${label}`
export const roleVariable = ({ label }: AccountLabel) => `role_arn_${label}`

/** One configuration for each account and Region, guarded against the wrong credentials. */
export function providers(places: readonly LabelledPlace[]): string {
  return printHcl(
    places.map(({ account, region, label }) => ({
      keyword: 'provider',
      labels: ['aws'],
      comment: [`${account.name}, ${region}`],
      body: {
        alias: label,
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

function inputVariable({ name, type, description, ...input }: NamedInput): HclBlock {
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
              error_message: input.says,
            }),
    },
  }
}

function accountVariables(account: AccountLabel): readonly HclBlock[] {
  const id = accountVariable(account)
  return [
    {
      keyword: 'variable',
      labels: [id],
      body: {
        description: `Number of the account ${account.name}.`,
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
      labels: [roleVariable(account)],
      body: {
        description: `ARN of the role to assume in the account ${account.name}; null to work with the credentials as they are.`,
        type: verbatim('string'),
        default: verbatim('null'),
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
