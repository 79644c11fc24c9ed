import type { Document } from '../../model/document'
import { code, plain } from '../markdown'
import type { Export } from '../report'
import { reportSection } from '../report-section'
import { largestBody } from './limits'
import { givenAt } from './manifest'
import type { Step } from './schedule'
import type { WrittenStack } from './template'

interface Facts extends Pick<Export, 'gaps' | 'renamings'> {
  readonly steps: readonly Step[]
  readonly written: readonly WrittenStack[]
}

/** In which order to deploy the stacks, with the command for each step. */
export function readme(document: Document, facts: Facts): string {
  const { steps, written } = facts
  const isDivided = new Set(written.map(({ stack }) => stack.place)).size < written.length
  const isRepeated = steps.some((step) => step.isUpdate)
  const lines = [
    `# ${plain(document.name)}`,
    '',
    ...(document.description === '' ? [] : [plain(document.description), '']),
    `CloudFormation, exported from Causeway: ${isDivided ? 'more templates where one for an account and Region would be too large' : 'one template for each account and Region'}. Availability Zones are named as drawn.`,
    '',
    '## Deploy',
    '',
    '`deploy.sh` runs all steps with the AWS CLI; its first lines say what to set. By hand, run each step with credentials of its account. `manifest.json` says the same for a script.',
    ...(isRepeated
      ? [
          '',
          'Stacks need each other: one that comes again is deployed first without what the others make, and then updated with it.',
        ]
      : []),
    '',
    ...steps.flatMap((step, index) => [...stepLines(step, index, written), '']),
    ...reportSection(facts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function stepLines(step: Step, index: number, written: readonly WrittenStack[]): readonly string[] {
  const { place, name } = step.stack
  const file = written.find(({ stack }) => stack === step.stack)
  const given = givenAt(step, written)
  // an update keeps what was set before
  const toSet = step.isUpdate ? [] : step.stack.inputs.filter((input) => input.isToSet)
  const overrides = [
    ...toSet.map(({ name }) => `'${name}=<to set>'`),
    ...given.map(({ parameter, stack, output }) => `'${parameter}=<${output} of ${stack}>'`),
  ]
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
    ...toSet.map((input) => `   To set: ${code(input.name)}, ${plain(input.description)}`),
    '',
    '   ```sh',
    `   aws cloudformation deploy \\`,
    ...options.map((option, at) => `     ${option}${at < options.length - 1 ? ' \\' : ''}`),
    '   ```',
  ]
}
