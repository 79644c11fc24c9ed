import { snake } from '../../iac/words'
import type { Document } from '../../model/document'
import { oneLine } from '../../iac/text'
import type { NamedInput } from '../collect'
import type { LabelledPlace } from '../places'
import { largestBody } from './limits'
import { givenAt } from './manifest'
import type { Step } from './schedule'
import { acceptancesAfter } from './shares'
import type { WrittenStack } from './template'

/** The name of the variable with the CLI profile of an account. */
const profileOf = ({ account }: LabelledPlace) => `PROFILE_${account.label.toUpperCase()}`

/** The function that runs the AWS CLI in an account. */
const commandOf = ({ account }: LabelledPlace) => `in_${account.label}`

/** The name of the variable with the bucket for large templates. */
const bucketOf = ({ place }: WrittenStack['stack']) => `BUCKET_${place.label.toUpperCase()}`

/** The name of the variable with what is to be set of a stack. */
const settingOf = (stack: string, input: string) => `${snake([stack]).toUpperCase()}_${input}`

/**
 * All steps for the AWS CLI. Nothing that a user typed stands outside of comments: stacks, outputs
 * and parameters have names of letters, digits and hyphens.
 */
export function deployScript(
  document: Document,
  steps: readonly Step[],
  written: readonly WrittenStack[],
): string {
  const accounts = [
    ...new Map(steps.map(({ stack: { place } }) => [place.account, place])).values(),
  ]
  const buckets = new Map(
    written
      .filter(({ template }) => template.bytes > largestBody)
      .map(({ stack }) => [bucketOf(stack), stack.place] as const),
  )
  const lines = [
    '#!/usr/bin/env bash',
    ...headOf(document, steps, accounts, buckets),
    'set -euo pipefail',
    'cd "$(dirname "$0")"',
    '',
    ...accounts.map((place) => {
      const profile = profileOf(place)
      return `${commandOf(place)}() { aws \${${profile}:+--profile "$${profile}"} "$@"; }`
    }),
    ...[...buckets.keys()].map((variable) => `: "\${${variable}:?Set ${variable}, see above.}"`),
    ...functionsFor(steps, written),
    '',
    ...accounts.map((place) => `check ${commandOf(place)} ${place.account.id} ${profileOf(place)}`),
    ...steps.flatMap((_, index) => ['', ...stepLines(index, steps, written)]),
    '',
    'echo "All stacks are deployed. README.md lists what is left to do by hand."',
  ]
  return `${lines.join('\n')}\n`
}

/** What the script is for and what may be set, as comments. */
function headOf(
  { name }: Document,
  steps: readonly Step[],
  accounts: readonly LabelledPlace[],
  buckets: ReadonlyMap<string, LabelledPlace>,
): readonly string[] {
  const settings = steps
    .filter(({ isUpdate }) => !isUpdate)
    .flatMap(({ stack }) =>
      stack.inputs.map((input) => `${settingOf(stack.name, input.name)}: ${saidOf(input)}`),
    )
  return [
    `# Deploys ${oneLine(name)} with the AWS CLI, version 2.`,
    '#',
    '# Each account may have a profile of the AWS CLI, named in the environment. Without one, the',
    '# credentials at hand are used; either way the script first checks that they lead to the account.',
    ...accounts.map(
      (place) => `#   ${profileOf(place)}: ${oneLine(place.account.name)}, ${place.account.id}`,
    ),
    ...[...buckets].map(
      ([variable, { account, region }]) =>
        `#   ${variable}: a bucket of S3 of ${oneLine(account.name)} in ${region}, for templates of more than ${largestBody} bytes`,
    ),
    ...(settings.length > 0
      ? ['# What may be set in the environment as well; what is not set stays as it is:']
      : []),
    ...settings.map((setting) => `#   ${setting}`),
  ]
}

function saidOf({ description, default: usual }: NamedInput): string {
  return `${oneLine(description)}${usual === null || usual === '' ? '' : ` Default: ${oneLine(String(usual))}.`}`
}

/** The functions that the steps call; one that none calls is not written. */
function functionsFor(steps: readonly Step[], written: readonly WrittenStack[]): readonly string[] {
  return [
    '',
    '# check COMMAND ACCOUNT VARIABLE: do the credentials lead to the account?',
    'check() {',
    '  if [ "$("$1" sts get-caller-identity --query Account --output text)" != "$2" ]; then',
    '    echo "The credentials do not lead to account $2. Name a profile in $3." >&2',
    '    exit 1',
    '  fi',
    '}',
    ...(steps.some((step) => givenAt(step, written).length > 0)
      ? [
          '',
          '# output COMMAND REGION STACK OUTPUT: what a stack made',
          'output() {',
          '  "$1" cloudformation describe-stacks --region "$2" --stack-name "$3" \\',
          `    --query "Stacks[0].Outputs[?OutputKey=='$4'].OutputValue" --output text`,
          '}',
        ]
      : []),
    ...(steps.some((step) => acceptancesAfter(step, steps).length > 0)
      ? [
          '',
          '# accept COMMAND REGION SHARE: waits until a share of AWS RAM is there. Within an organization',
          '# it comes by itself; outside of one the account is asked, and says yes here.',
          'accept() {',
          '  local invitation',
          '  for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do',
          '    if [ -n "$("$1" ram get-resource-shares --region "$2" --resource-owner OTHER-ACCOUNTS \\',
          `      --query "resourceShares[?resourceShareArn=='$3'].resourceShareArn" --output text)" ]; then`,
          '      return',
          '    fi',
          '    invitation="$("$1" ram get-resource-share-invitations --region "$2" \\',
          `      --query "resourceShareInvitations[?resourceShareArn=='$3' && status=='PENDING'].resourceShareInvitationArn" \\`,
          '      --output text)"',
          '    if [ -n "$invitation" ]; then',
          '      "$1" ram accept-resource-share-invitation --region "$2" \\',
          '        --resource-share-invitation-arn "$invitation" >/dev/null',
          '    fi',
          '    sleep 5',
          '  done',
          '  echo "The share $3 did not arrive." >&2',
          '  exit 1',
          '}',
        ]
      : []),
  ]
}

function stepLines(
  index: number,
  steps: readonly Step[],
  written: readonly WrittenStack[],
): readonly string[] {
  const step = steps[index]
  if (!step) return []
  const { stack, isUpdate } = step
  const { place } = stack
  const file = written.find((it) => it.stack === stack)
  const given = givenAt(step, written).flatMap(({ parameter, stack: source, output }) => {
    const from = steps.find((it) => it.stack.stackName === source)?.stack.place
    return from
      ? [{ parameter, value: `output ${commandOf(from)} ${from.region} ${source} ${output}` }]
      : []
  })
  // an update keeps what was set before, and what is not set keeps its default
  const set = isUpdate ? [] : stack.inputs
  const overrides = given.map(({ parameter }) => `"${parameter}=$${parameter}"`)
  const options = [
    `--stack-name ${stack.stackName}`,
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
    `echo "${index + 1} of ${steps.length}: ${isUpdate ? 'update' : 'create'} ${stack.stackName}"`,
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
    `${commandOf(place)} cloudformation deploy --region ${place.region} \\`,
    ...options.map((option, at) => `  ${option}${at < options.length - 1 ? ' \\' : ''}`),
    ...acceptancesAfter(step, steps).flatMap(({ logicalId, place: there }) => [
      `share="$(${commandOf(place)} cloudformation describe-stack-resource --region ${place.region} \\`,
      `  --stack-name ${stack.stackName} --logical-resource-id ${logicalId} \\`,
      '  --query StackResourceDetail.PhysicalResourceId --output text)"',
      `accept ${commandOf(there)} ${there.region} "$share"`,
    ]),
  ]
}
