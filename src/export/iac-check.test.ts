import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../model/document'
import { exportDesign } from './export'
import { factsOfDeployed, factsOfDesign, type Deployed, type Tagged } from './testing/facts'
import { filtersDocument } from './testing/filters'
import { finishedS1 } from './testing/finished-s1'
import { emulatedDocument } from './testing/hostile-document'

const run = promisify(execFile)

/** The tools that judge exports stand beside the repository where they stand at all. */
const tools = resolve(import.meta.dirname, '../../../shared/iac-check')

const onPath = (name: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** Why the tools cannot judge here; null when they can. */
async function reasonToSkip(): Promise<string | null> {
  if (!existsSync(join(tools, 'bin/check-tf'))) return `there is no ${tools}`
  if (!onPath('terraform')) return 'terraform is not on the PATH'
  const python = process.env['PYTHON'] ?? 'python3'
  try {
    await run(python, ['-c', 'import moto, cfnlint, boto3, yaml'])
  } catch {
    return `${python} lacks moto, cfn-lint, boto3 or PyYAML`
  }
  return null
}

const skipReason = await reasonToSkip()
const folder = mkdtempSync(join(tmpdir(), 'causeway-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a tool; its whole output is the message when it fails. */
async function judge(tool: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(join(tools, 'bin', tool), args, { maxBuffer: 2 ** 25 })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${tool} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}

function writeOut(document: Document, to: 'terraform' | 'cloudformation', name: string): string {
  const out = join(folder, name)
  for (const { path, text } of exportDesign(document, { to }).files) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text)
  }
  return out
}

/** One answer of the AWS CLI, as the tools keep it. */
function described(place: string, name: string, key: string): readonly never[] {
  const text = readFileSync(join(place, `describe-${name}.json`), 'utf8')
  return (JSON.parse(text) as Record<string, readonly never[]>)[key] ?? []
}

function stateIn(state: string): readonly Deployed[] {
  const accounts = readdirSync(state).filter((name) => /^\d{12}$/.test(name))
  return accounts.flatMap((account) =>
    readdirSync(join(state, account)).map((region) => {
      const place = join(state, account, region)
      const internet: readonly (Tagged & { InternetGatewayId: string })[] = described(
        place,
        'internet-gateways',
        'InternetGateways',
      )
      const nat: readonly (Tagged & { NatGatewayId: string })[] = described(
        place,
        'nat-gateways',
        'NatGateways',
      )
      return {
        account,
        region,
        vpcs: described(place, 'vpcs', 'Vpcs'),
        subnets: described(place, 'subnets', 'Subnets'),
        routeTables: described(place, 'route-tables', 'RouteTables'),
        peerings: described(place, 'vpc-peering-connections', 'VpcPeeringConnections'),
        groups: described(place, 'security-groups', 'SecurityGroups'),
        gateways: [
          ...internet.map((it) => ({ ...it, id: it.InternetGatewayId })),
          ...nat.map((it) => ({ ...it, id: it.NatGatewayId })),
        ],
      }
    }),
  )
}

/** Deploys once, for every test that asks. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

// W3010 asks for zones by number; the templates name those that were drawn, and say so
const lint = ['--strict', '--ignore', 'W3010']

const terraformState = once(async () => {
  const project = writeOut(finishedS1(), 'terraform', 's1-terraform')
  const state = join(folder, 's1-terraform-state')
  await judge('check-tf', '--strict', '--require-terraform', project)
  await judge('deploy-tf', '--strict', '--out', state, project)
  return state
})

const cloudformationState = once(async () => {
  const project = writeOut(finishedS1(), 'cloudformation', 's1-cloudformation')
  const state = join(folder, 's1-cloudformation-state')
  await judge('check-cfn', join(project, 'stacks'), ...lint, '--region', 'ap-northeast-2')
  const manifest = join(project, 'manifest.json')
  await judge('deploy-cfn', '--strict', '--manifest', manifest, '--out', state)
  return state
})

const timeout = 180_000
const judged = skipReason === null

// the tools fetch what they need on first use; several at once would do so in each other's way
beforeAll(async () => {
  if (judged) await judge('setup')
}, timeout)

describe.skipIf(!judged).concurrent('S1, finished, in an emulated AWS', { timeout }, () => {
  it('passes check-tf without a warning and deploys as drawn', async () => {
    const facts = factsOfDeployed(stateIn(await terraformState()))
    expect(facts).toEqual(factsOfDesign(finishedS1()))
  })

  it('passes check-cfn without a warning and deploys as drawn', async () => {
    const facts = factsOfDeployed(stateIn(await cloudformationState()))
    expect(facts).toEqual(factsOfDesign(finishedS1()))
  })

  it('is the same network in both languages, the names of main route tables aside', async () => {
    const states = await Promise.all([terraformState(), cloudformationState()])
    expect(await judge('compare-state', '--no-names', ...states)).toContain('SAME')
  })
})

describe.skipIf(!judged).concurrent('network ACLs, prefix lists and edges', { timeout }, () => {
  it('pass check-tf and deploy without a warning', async () => {
    const project = writeOut(filtersDocument(), 'terraform', 'filters-terraform')
    await judge('deploy-tf', '--strict', project, '--out', join(folder, 'filters-terraform-state'))
    expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
  })

  it('pass check-cfn and deploy without a warning', async () => {
    const project = writeOut(filtersDocument(), 'cloudformation', 'filters-cloudformation')
    await judge('check-cfn', join(project, 'stacks'), ...lint)
    const manifest = ['--manifest', join(project, 'manifest.json')]
    const out = ['--out', join(folder, 'filters-cloudformation-state')]
    expect(await judge('deploy-cfn', '--strict', ...manifest, ...out)).toContain('OK')
  })
})

describe.skipIf(!judged).concurrent('hostile names in an emulated AWS', { timeout }, () => {
  it('pass check-tf without a warning', async () => {
    const project = writeOut(emulatedDocument(), 'terraform', 'hostile-terraform')
    const said = await judge('check-tf', '--strict', '--require-terraform', project)
    expect(said).toContain('plan: ok')
  })

  it('deploy over several accounts and Regions in the order of the manifest', async () => {
    const project = writeOut(emulatedDocument(), 'cloudformation', 'hostile-cloudformation')
    const state = join(folder, 'hostile-cloudformation-state')
    await judge('deploy-cfn', '--manifest', join(project, 'manifest.json'), '--out', state)
    const [deployed, drawn] = [stateIn(state), Object.values(emulatedDocument().resources)]
    for (const key of ['vpcs', 'subnets'] as const)
      expect(deployed.flatMap((place) => [...place[key]])).toHaveLength(
        drawn.filter(({ kind }) => `${kind}s` === key).length,
      )
    expect(
      deployed.flatMap(({ peerings }) => peerings.map(({ Status }) => Status.Code)),
    ).not.toContain('pending-acceptance')
  })
})

if (skipReason !== null)
  it.skip(`exports are not judged by Terraform and CloudFormation: ${skipReason}`, () => {})
