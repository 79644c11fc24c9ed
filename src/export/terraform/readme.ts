import type { Document } from '../../model/document'
import { code, plain } from '../markdown'
import type { AccountLabel, LabelledPlace } from '../places'
import type { NamedInput } from '../collect'
import { reportSection } from '../report-section'
import type { Export, ExportedFile } from '../report'
import { accountVariable, roleVariable } from './setup'

interface Facts extends Pick<Export, 'gaps' | 'renamings'> {
  readonly accounts: readonly AccountLabel[]
  readonly places: readonly LabelledPlace[]
  readonly inputs: readonly NamedInput[]
  readonly files: readonly ExportedFile[]
}

/** How to apply the project, what is in it and what is not. */
export function readme(document: Document, facts: Facts): string {
  const { accounts, places, inputs, files } = facts
  const lines = [
    `# ${plain(document.name)}`,
    '',
    ...(document.description === '' ? [] : [plain(document.description), '']),
    'Terraform, exported from Causeway. It needs Terraform 1.9 or newer and version 6 of the AWS provider.',
    '',
    ...(accounts.length > 0 ? applyLines(accounts, places, inputs) : []),
    '## Files',
    '',
    ...files.map(({ path }) => `- ${code(path)}`),
    '',
    ...reportSection(facts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function applyLines(
  accounts: readonly AccountLabel[],
  places: readonly LabelledPlace[],
  inputs: readonly NamedInput[],
): readonly string[] {
  const wanted = inputs.filter((input) => input.isToSet)
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
    ...wanted.map(
      (input) =>
        `   # ${input.name} = "${String(input.default ?? '')}" # to set: ${input.description}`,
    ),
    '   ```',
    '',
    '3. `terraform init`, and commit the `.terraform.lock.hcl` that it writes.',
    '4. `terraform plan`, read it, then `terraform apply`. Terraform finds the order itself.',
    '',
    'The state is kept in this folder until you configure a backend, such as `backend "s3"` in `versions.tf`.',
    '',
    '## Accounts and Regions',
    '',
    ...places.map(
      ({ account, region, label }) =>
        `- ${plain(account.name)} (${account.id}), ${region}: provider ${code(`aws.${label}`)}`,
    ),
    '',
  ]
}
