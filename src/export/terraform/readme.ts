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
    ...files.map(({ path }) => `- ${code(path)}`),
    '',
    ...reportSection(facts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function applyLines({ accounts, places, inputs, files, providerOf }: Facts): readonly string[] {
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
