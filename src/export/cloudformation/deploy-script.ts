import { snake } from '../../iac/words'
import type { Document } from '../../model/document'
import { oneLine } from '../../iac/text'
import { largestBody } from './limits'
import { givenAt } from './manifest'
import type { Step } from './schedule'
import type { WrittenStack } from './template'

/** The name of the variable with the CLI profile of an account. */
const profileOf = ({ stack }: Pick<Step, 'stack'>) =>
  `PROFILE_${stack.place.account.label.toUpperCase()}`

/** The name of the variable with the bucket for large templates. */
const bucketOf = ({ place }: WrittenStack['stack']) => `BUCKET_${place.label.toUpperCase()}`

/** The name of the variable with what is to be set of a stack. */
const settingOf = (stack: string, input: string) => `${snake([stack]).toUpperCase()}_${input}`

/**
 * All steps for the AWS CLI. Nothing that a user typed stands outside of comments: stacks, outputs
 * and parameters have names of letters and digits.
 */
export function deployScript(
  { name }: Document,
  steps: readonly Step[],
  written: readonly WrittenStack[],
): string {
  const profiles = new Map(steps.map((step) => [profileOf(step), step.stack.place.account]))
  const fileOf = (step: Step) => written.find(({ stack }) => stack === step.stack)
  const buckets = new Map(
    written
      .filter(({ template }) => template.bytes > largestBody)
      .map(({ stack }) => [bucketOf(stack), stack.place] as const),
  )
  const settings = steps
    .filter(({ isUpdate }) => !isUpdate)
    .flatMap(({ stack }) =>
      stack.inputs
        .filter((input) => input.isToSet)
        .map((input) => ({ variable: settingOf(stack.name, input.name), ...input })),
    )
  const lines = [
    '#!/usr/bin/env bash',
    `# Deploys ${oneLine(name)} with the AWS CLI, version 2.`,
    '#',
    '# Each account needs a profile of the AWS CLI, named in the environment:',
    ...[...profiles].map(([variable, { id, name }]) => `#   ${variable}: ${oneLine(name)}, ${id}`),
    ...[...buckets].map(
      ([variable, { account, region }]) =>
        `#   ${variable}: a bucket of S3 of ${oneLine(account.name)} in ${region}, for templates of more than ${largestBody} bytes`,
    ),
    ...(settings.length > 0 ? ['# What may be set before the first deployment:'] : []),
    ...settings.map(({ variable, description }) => `#   ${variable}: ${oneLine(description)}`),
    'set -euo pipefail',
    'cd "$(dirname "$0")"',
    '',
    ...[...profiles.keys()].map((variable) => `: "\${${variable}:=default}"`),
    ...[...buckets.keys()].map((variable) => `: "\${${variable}:?Set ${variable}, see above.}"`),
    '',
    '# output PROFILE REGION STACK OUTPUT: what a stack made',
    'output() {',
    '  aws cloudformation describe-stacks --profile "$1" --region "$2" --stack-name "$3" \\',
    `    --query "Stacks[0].Outputs[?OutputKey=='$4'].OutputValue" --output text`,
    '}',
    ...[...profiles].flatMap(([variable, { id }]) => [
      '',
      `if [ "$(aws sts get-caller-identity --profile "$${variable}" --query Account --output text)" != "${id}" ]; then`,
      `  echo "The profile $${variable} does not lead to account ${id}." >&2`,
      '  exit 1',
      'fi',
    ]),
    ...steps.flatMap((step, index) => [
      '',
      ...stepLines(step, index, steps, written, fileOf(step)),
    ]),
    '',
    'echo "All stacks are deployed. README.md lists what is left to do by hand."',
  ]
  return `${lines.join('\n')}\n`
}

function stepLines(
  step: Step,
  index: number,
  steps: readonly Step[],
  written: readonly WrittenStack[],
  file: WrittenStack | undefined,
): readonly string[] {
  const { stack, isUpdate } = step
  const region = stack.place.region
  const given = givenAt(step, written).flatMap(({ parameter, stack: source, output }) => {
    const from = steps.find((it) => it.stack.name === source)
    return from
      ? [
          {
            parameter,
            value: `output "$${profileOf(from)}" ${from.stack.place.region} ${source} ${output}`,
          },
        ]
      : []
  })
  // an update keeps what was set before, and what is not set keeps its default
  const set = isUpdate ? [] : stack.inputs.filter((input) => input.isToSet)
  const overrides = given.map(({ parameter }) => `"${parameter}=$${parameter}"`)
  const options = [
    `--stack-name ${stack.name}`,
    `--template-file ${file?.path}`,
    '--no-fail-on-empty-changeset',
    ...(file?.hasRoles ? ['--capabilities CAPABILITY_IAM'] : []),
    ...((file?.template.bytes ?? 0) > largestBody ? [`--s3-bucket "$${bucketOf(stack)}"`] : []),
    ...(set.length > 0
      ? ['${overrides[@]+"${overrides[@]}"}']
      : overrides.length > 0
        ? [`--parameter-overrides ${overrides.join(' \\\n    ')}`]
        : []),
  ]
  return [
    `echo "${index + 1} of ${steps.length}: ${isUpdate ? 'update' : 'create'} ${stack.name}"`,
    // in a statement of its own, so that the script stops where an output is missing
    ...given.map(({ parameter, value }) => `${parameter}="$(${value})"`),
    ...(set.length > 0
      ? [
          `overrides=(${overrides.join(' ')})`,
          ...set.map(({ name }) => {
            const variable = settingOf(stack.name, name)
            return `[ -z "\${${variable}:-}" ] || overrides+=("${name}=$${variable}")`
          }),
          '[ "${#overrides[@]}" -eq 0 ] || overrides=(--parameter-overrides "${overrides[@]}")',
        ]
      : []),
    `aws cloudformation deploy --profile "$${profileOf(step)}" --region ${region} \\`,
    ...options.map((option, at) => `  ${option}${at < options.length - 1 ? ' \\' : ''}`),
  ]
}
