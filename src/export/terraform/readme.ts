import { quoted } from '../../iac/hcl-text'
import { oneLine } from '../../iac/text'
import type { Document } from '../../model/document'
import { code, paragraphs, plain } from '../markdown'
import type { AccountLabel, LabelledPlace } from '../places'
import type { NamedInput } from '../collect'
import { reportSection } from '../report-section'
import type { Export, ExportedFile } from '../report'
import { accountVariable, roleVariable, type Provider } from './setup'

interface Facts extends Pick<Export, 'gaps' | 'renamings'> {
  readonly accounts: readonly AccountLabel[]
  readonly places: readonly LabelledPlace[]
  readonly inputs: readonly NamedInput[]
  readonly files: readonly ExportedFile[]
  readonly providerOf: (place: LabelledPlace) => Provider
}

/** How to apply the project, what is in it and what is not. */
export function readme(document: Document, facts: Facts): string {
  const { accounts, files } = facts
  const lines = [
    `# ${plain(document.name)}`,
    '',
    ...paragraphs(document.description),
    'Terraform, exported from Causeway. It needs Terraform 1.9 or newer and version 6 of the AWS provider.',
    '',
    ...(accounts.length > 0 ? applyLines(facts) : []),
    '## Files',
    '',
    ...files.map(({ path }) => `- ${code(path)}${saidOf(path)}`),
    '',
    ...reportSection(facts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** What stands in a file, for those whose name does not say it. */
const contents: Readonly<Record<string, string>> = {
  'versions.tf': 'versions of Terraform and the AWS provider',
  'providers.tf': 'accounts, Regions and the tags of everything',
  'variables.tf': 'what may be set',
  'modules.tf': 'the modules and what each is handed',
  'outputs.tf': 'IDs, addresses and names to hand on',
  'moved.tf': 'resources that have another address since the last export',
  'imports.tf': 'resources that are in an account already',
  'hybrid.tf': 'VPN, Direct Connect and customer gateways',
  'peering.tf': 'VPC peering connections',
  'transit_gateway.tf': 'transit gateways, their attachments and route tables',
  'workloads.tf': 'what runs in the network, as far as the design knows it',
  'manual-steps.sh': 'what is left to do with the AWS CLI, all of it commented out',
}

function saidOf(path: string): string {
  const isNetwork = /^network_.*\.tf$|\/network\.tf$/.test(path)
  const said = isNetwork ? 'a VPC with its subnets, gateways and route tables' : contents[path]
  return said === undefined ? '' : `: ${said}`
}

/** A line of `terraform.tfvars`; commented out, because there is a default. */
function settingOf({ name, type, default: usual }: NamedInput): string {
  const value = usual === null ? '<to set>' : String(usual)
  return `# ${name} = ${type === 'bool' ? value : quoted(value)}`
}

function applyLines({ accounts, places, inputs, files, providerOf }: Facts): readonly string[] {
  return [
    '## Apply',
    '',
    '1. Sign in to AWS on the command line, as for any Terraform project.',
    accounts.length > 1
      ? '2. One set of credentials opens one account; for the others name a role it may assume. Write a `terraform.tfvars`:'
      : '2. If the account is entered by a role, or its number differs from the one in the design, write a `terraform.tfvars`:',
    '',
    '   ```hcl',
    ...accounts.flatMap((account) => [
      `   ${accountVariable(account)} = "${account.id}"`,
      `   # ${roleVariable(account)} = "arn:aws:iam::${account.id}:role/<role>"`,
    ]),
    ...inputs.flatMap((input) => [
      '',
      `   # ${oneLine(input.description)}`,
      `   ${settingOf(input)}`,
    ]),
    '   ```',
    '',
    '   Git ignores the file; whoever else works on the project needs it too.',
    '',
    '3. `terraform init`, and commit the `.terraform.lock.hcl` that it writes.',
    '4. `terraform plan`, read it, then `terraform apply`. Terraform finds the order itself. `terraform destroy` takes down all that it made or took over.',
    '',
    ...(files.some(({ path }) => path === 'moved.tf')
      ? [
          'What got another name since the last export is renamed in the state by `moved.tf`. Once that is applied everywhere, the file can go.',
          '',
        ]
      : []),
    ...(files.some(({ path }) => path === 'imports.tf')
      ? [
          'What is in the account already is taken over by `imports.tf`. Read the plan with care: it should change nothing that you did not change in the design.',
          '',
        ]
      : []),
    'The state is kept in this folder until you configure a backend, such as `backend "s3"` in `versions.tf`.',
    '',
    '## Accounts and Regions',
    '',
    ...places.map(
      (place) =>
        `- ${plain(place.account.name)} (${place.account.id}), ${place.region}: provider ${code(`aws.${providerOf(place).alias}`)}`,
    ),
    '',
  ]
}
