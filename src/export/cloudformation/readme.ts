import type { Document } from '../../model/document'
import type { NamedInput } from '../collect'
import { code, paragraphs, plain } from '../markdown'
import type { Export } from '../report'
import { reportSection } from '../report-section'
import { largestBody } from './limits'
import { givenAt } from './manifest'
import type { Step } from './schedule'
import { acceptancesAfter } from './shares'
import type { WrittenStack } from './template'

interface Facts extends Pick<Export, 'gaps' | 'renamings'> {
  readonly steps: readonly Step[]
  readonly written: readonly WrittenStack[]
  /** Is there a script with what is left to do by hand? */
  readonly hasManualSteps: boolean
}

/** In which order to deploy the stacks, with the command for each step. */
export function readme(document: Document, facts: Facts): string {
  const { steps, written, hasManualSteps } = facts
  const isDivided = new Set(written.map(({ stack }) => stack.place)).size < written.length
  const isRepeated = steps.some((step) => step.isUpdate)
  const lines = [
    `# ${plain(document.name)}`,
    '',
    ...paragraphs(document.description),
    `CloudFormation, exported from Causeway: ${isDivided ? 'more templates where one for an account and Region would be too large' : 'one template for each account and Region'}. Availability Zones are named as drawn.`,
    '',
    '## Deploy',
    '',
    '`deploy.sh` runs all steps with the AWS CLI; its first lines say what to set. By hand, run each step with credentials of its account. `manifest.json` says the same for a script.',
    ...(hasManualSteps
      ? [
          '',
          'What is left to do with the AWS CLI afterwards is in `manual-steps.sh`, all of it commented out.',
        ]
      : []),
    '',
    'The stacks are named after the design. Once it has another name, its export makes new stacks beside the old ones: to stay with those, give the design its former name.',
    '',
    isDivided
      ? 'The templates are divided by VPC, because one for an account and Region would be more than a request to CloudFormation carries. As the design grows, a later export may divide them otherwise.'
      : 'As the design grows, a template may become more than a request to CloudFormation carries; a later export then divides it, one for each VPC and one for what joins them.',
    'What stands in another template than before is made a second time by its new stack and deleted by its old one, with its addresses and IDs; CloudFormation does not move it. Compare the exports before you deploy. What has to stay is moved first by a stack refactor (`aws cloudformation create-stack-refactor`), or retained and imported.',
    ...(isRepeated
      ? [
          '',
          'Stacks need each other: one that comes again is deployed first without what the others make, and then updated with it.',
        ]
      : []),
    '',
    ...steps.flatMap((_, index) => [...stepLines(index, steps, written), '']),
    ...reportSection(facts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function stepLines(
  index: number,
  steps: readonly Step[],
  written: readonly WrittenStack[],
): readonly string[] {
  const step = steps[index]
  if (!step) return []
  const { place, stackName: name } = step.stack
  const file = written.find(({ stack }) => stack === step.stack)
  const given = givenAt(step, written)
  // an update keeps what was set before
  const settings = step.isUpdate ? [] : step.stack.inputs
  const overrides = given.map(
    ({ parameter, stack, output }) => `'${parameter}=<${output} of ${stack}>'`,
  )
  const options = [
    `--stack-name ${name}`,
    `--template-file ${file?.path}`,
    `--region ${place.region}`,
    ...(file?.hasRoles ? ['--capabilities CAPABILITY_IAM'] : []),
    ...((file?.template.bytes ?? 0) > largestBody ? ['--s3-bucket <a bucket of yours>'] : []),
    ...(overrides.length > 0 ? [`--parameter-overrides ${overrides.join(' ')}`] : []),
  ]
  return [
    `${index + 1}. ${step.isUpdate ? 'Update' : 'Create'} ${name} in ${plain(place.account.name)} (${place.ownerId}), ${place.region}.${given.length > 0 ? ' In angle brackets: outputs of the stacks before.' : ''}`,
    '',
    '   ```sh',
    `   aws cloudformation deploy \\`,
    ...options.map((option, at) => `     ${option}${at < options.length - 1 ? ' \\' : ''}`),
    '   ```',
    ...(settings.length > 0
      ? [
          '',
          `   What may be set ${given.length > 0 ? 'there as well' : 'with `--parameter-overrides`'}, as ${code('<parameter>=<value>')}:`,
          '',
          ...settings.map((input) => `   - ${code(input.name)}: ${saidOf(input)}`),
        ]
      : []),
    ...acceptancesAfter(step, steps).flatMap(({ place: there }) => [
      '',
      `   Outside of an organization, accept the resource share before the next step, with credentials of ${plain(there.account.name)} (${there.account.id}):`,
      '',
      '   ```sh',
      `   aws ram get-resource-share-invitations --region ${there.region}`,
      '   aws ram accept-resource-share-invitation \\',
      `     --region ${there.region} \\`,
      '     --resource-share-invitation-arn <resourceShareInvitationArn of that answer>',
      '   ```',
    ]),
  ]
}

function saidOf({ description, default: usual }: NamedInput): string {
  return `${plain(description)}${usual === null || usual === '' ? '' : ` Default: ${code(String(usual))}.`}`
}
