import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import { s4 } from '../../model/examples/s4'
import { s5 } from '../../model/examples/s5'
import { exportDesign } from '../export'
import { finishedS1 } from '../testing/finished-s1'

/** Answers like the AWS CLI of both accounts, and writes down how it was called. */
const aws = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$CALLS"
account=111111111111
[[ "$*" == *"--profile second"* ]] && account=222222222222
case "$*" in
*get-caller-identity*) echo "$account" ;;
*describe-stacks*) echo made-before ;;
*describe-stack-resource*) echo arn:of:the:share ;;
*get-resource-shares*) [ -e "$CALLS.accepted" ] && echo arn:of:the:share ;;
*get-resource-share-invitations*) echo arn:of:the:invitation ;;
*accept-resource-share-invitation*) touch "$CALLS.accepted" ;;
esac
exit 0
`

/** Runs the exported script with an AWS CLI that only listens. */
function run(document: Document, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-script-'))
  mkdirSync(join(folder, 'bin'))
  const put = (path: string, text: string) => {
    writeFileSync(join(folder, path), text)
    chmodSync(join(folder, path), 0o755)
  }
  const script = exportDesign(document, { to: 'cloudformation' }).files.find(
    ({ path }) => path === 'deploy.sh',
  )
  put('bin/aws', aws)
  put('bin/sleep', '#!/bin/sh\n')
  put('deploy.sh', script?.text ?? '')
  const calls = join(folder, 'calls')
  const { status, stderr } = spawnSync('bash', [join(folder, 'deploy.sh')], {
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, CALLS: calls, ...env },
  })
  const called = readFileSync(calls, 'utf8').trimEnd().split('\n')
  rmSync(folder, { recursive: true })
  return { status, stderr, calls: called }
}

const second = { PROFILE_PAYMENTS: 'second', PROFILE_WORKLOADS: 'second' }
const deployed = (calls: readonly string[]) => calls.filter((it) => / deploy /.test(` ${it} `))

describe('the script that deploys', () => {
  it('names the design in every stack, and runs every step in its account', () => {
    const { status, calls } = run(finishedS1(), second)
    expect(status).toBe(0)
    expect(deployed(calls).map((it) => it.replace(/ --template-file.*/, ''))).toEqual([
      '--profile second cloudformation deploy --region ap-northeast-2 --stack-name eks-to-ecs-across-two-vpcs-payments-ap-northeast-2',
      'cloudformation deploy --region ap-northeast-2 --stack-name eks-to-ecs-across-two-vpcs-platform-ap-northeast-2',
      '--profile second cloudformation deploy --region ap-northeast-2 --stack-name eks-to-ecs-across-two-vpcs-payments-ap-northeast-2',
    ])
  })
  it('hands on what the stacks before have made', () => {
    const [, step] = deployed(run(finishedS1(), second).calls)
    expect(step).toContain('--parameter-overrides VpcAToVpcBAccepterRoleArn=made-before VpcBId=')
  })
  it('names no profile where none is given, and deploys nothing into another account', () => {
    const { status, stderr, calls } = run(finishedS1())
    expect(status).toBe(1)
    expect(stderr).toContain('do not lead to account 222222222222. Name a profile in PROFILE_')
    expect(calls).toEqual(['sts get-caller-identity --query Account --output text'])
  })
  it('sets what is set in the environment, and leaves the rest to the template', () => {
    const [bare] = deployed(run(s4.document).calls)
    expect(bare).not.toContain('--parameter-overrides')
    const [set] = deployed(run(s4.document, { MAIN_ACCOUNT_EU_WEST_1_EcsCluster: 'my one' }).calls)
    expect(set).toMatch(/ --parameter-overrides EcsCluster=my one$/)
  })
  it('accepts a share of AWS RAM before the step that uses it', () => {
    const { status, calls } = run(s5.document, second)
    expect(status).toBe(0)
    const at = (words: string) => calls.findIndex((it) => it.includes(words))
    const accepted = at(
      'accept-resource-share-invitation --region eu-west-1 --resource-share-invitation-arn arn:of:the:invitation',
    )
    expect(calls[accepted]).toMatch(/^--profile second ram /)
    expect(accepted).toBeGreaterThan(at('deploy --region eu-west-1 --stack-name hub-and-spoke-net'))
    expect(accepted).toBeLessThan(at('deploy --region eu-west-1 --stack-name hub-and-spoke-work'))
  })
})
