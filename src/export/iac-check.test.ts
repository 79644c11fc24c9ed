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
import { centralInspection } from '../model/examples/central-inspection'
import { s4 } from '../model/examples/s4'
import { s5 } from '../model/examples/s5'
import { s6 } from '../model/examples/s6'
import type { Row } from './testing/answers'
import { balancingDocument } from './testing/balancing'
import { balancingFactsOfDeployed, balancingFactsOfDesign } from './testing/balancing-facts'
import { prefixListDocument, transitDocument } from './testing/transit'
import { transitFactsOfDeployed, transitFactsOfDesign } from './testing/transit-facts'
import { factsOfDeployed, factsOfDesign, type Deployed, type Tagged } from './testing/facts'
import { filtersDocument, interfacesDocument } from './testing/filters'
import { endpointsDocument, undeployedDocument } from './testing/endpoints'
import { endpointFactsOfDeployed, endpointFactsOfDesign } from './testing/endpoint-facts'
import { finishedS1 } from './testing/finished-s1'
import { directConnectDocument, hybridDocument, hybridTablesDocument } from './testing/hybrid'
import { hybridFactsOfDeployed, hybridFactsOfDesign } from './testing/hybrid-facts'
import { emulatedDocument } from './testing/hostile-document'
import { networksDocument } from './testing/networks'
import { workloadsDocument } from './testing/workloads'

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

/**
 * Takes out of the templates what the emulator refuses even where its condition is not met: what
 * runs in the network, which is made only once somebody fills it in.
 */
function withoutWhatRuns(project: string): void {
  const stacks = join(project, 'stacks')
  for (const name of readdirSync(stacks)) {
    const parts = readFileSync(join(stacks, name), 'utf8').split('\n\n')
    const kept = parts.flatMap((part) => {
      if (!/^ {4}Type: AWS::(ECS|Lambda|RDS|EKS)::/m.test(part)) return [part]
      return part.startsWith('Resources:') ? ['Resources:'] : []
    })
    writeFileSync(join(stacks, name), kept.join('\n\n'))
  }
}

/** All that was answered, place by place. */
function answersIn(state: string) {
  const accounts = readdirSync(state).filter((name) => /^\d{12}$/.test(name))
  return accounts.flatMap((account) =>
    readdirSync(join(state, account)).map((region) => {
      const place = join(state, account, region)
      const list = (name: string, key: string) => {
        const path = join(place, `${name}.json`)
        const text = existsSync(path) ? readFileSync(path, 'utf8') : '{}'
        return (JSON.parse(text) as Record<string, readonly Row[]>)[key] ?? []
      }
      const names = readdirSync(place).map((name) => name.replace(/\.json$/, ''))
      return { account, region, names, list }
    }),
  )
}

function stateIn(state: string): readonly Deployed[] {
  return answersIn(state).map(({ account, region, list }) => {
    const described = (name: string, key: string) => list(`describe-${name}`, key) as never[]
    const internet: readonly (Tagged & { InternetGatewayId: string })[] = described(
      'internet-gateways',
      'InternetGateways',
    )
    const nat: readonly (Tagged & { NatGatewayId: string })[] = described(
      'nat-gateways',
      'NatGateways',
    )
    return {
      account,
      region,
      vpcs: described('vpcs', 'Vpcs'),
      subnets: described('subnets', 'Subnets'),
      routeTables: described('route-tables', 'RouteTables'),
      peerings: described('vpc-peering-connections', 'VpcPeeringConnections'),
      groups: described('security-groups', 'SecurityGroups'),
      gateways: [
        ...internet.map((it) => ({ ...it, id: it.InternetGatewayId })),
        ...nat.map((it) => ({ ...it, id: it.NatGatewayId })),
      ],
    }
  })
}

/** Deploys once, for every test that asks. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

// W3010 asks for zones by number; the templates name those that were drawn, and say so
const lint = ['--strict', '--ignore', 'W3010']

/** Judges and deploys a design; where its state is. */
async function deployed(
  to: 'terraform' | 'cloudformation',
  document: Document,
  name: string,
  { region = 'eu-west-1', strict = ['--strict'] } = {},
) {
  const project = writeOut(document, to, `${name}-${to}`)
  const state = join(folder, `${name}-${to}-state`)
  if (to === 'terraform') {
    await judge('check-tf', '--strict', '--require-terraform', project)
    await judge('deploy-tf', ...strict, '--out', state, project)
  } else {
    await judge('check-cfn', join(project, 'stacks'), ...lint, '--region', region)
    withoutWhatRuns(project)
    const manifest = join(project, 'manifest.json')
    await judge('deploy-cfn', ...strict, '--manifest', manifest, '--out', state)
  }
  return state
}

const seoul = 'ap-northeast-2'
const terraformState = once(() => deployed('terraform', finishedS1(), 's1'))
const cloudformationState = once(() =>
  deployed('cloudformation', finishedS1(), 's1', { region: seoul }),
)

const timeout = 180_000
const judged = skipReason === null

/** S1 is judged whenever the tools are there; the rest takes minutes and is asked for by `npm run tools`. */
const wantsAll = judged && process.env['CAUSEWAY_TOOLS'] === 'all'

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

describe.skipIf(!wantsAll).concurrent('S4 and load balancers', { timeout }, () => {
  it.each([
    ['S4', s4.document],
    ['load-balancers', balancingDocument()],
  ])('%s deploys as drawn, and as the same network in both languages', async (name, document) => {
    const states = [
      await deployed('terraform', document, name),
      await deployed('cloudformation', document, name),
    ]
    for (const state of states) {
      const places = answersIn(state)
      expect(places.flatMap((place) => balancingFactsOfDeployed(place))).toEqual(
        balancingFactsOfDesign(document),
      )
      expect(transitFactsOfDeployed(places)).toEqual(transitFactsOfDesign(document))
    }
    expect(await judge('compare-state', '--no-names', ...states)).toContain('SAME')
  })
})

describe.skipIf(!wantsAll).concurrent('transit gateways', { timeout }, () => {
  it.each([
    ['S5', s5.document],
    ['transit gateways in every variant', transitDocument()],
  ])('DEP-8, DEP-9: %s deploys as drawn from Terraform', async (name, document) => {
    const state = await deployed('terraform', document, name.replaceAll(' ', '-'))
    expect(transitFactsOfDeployed(answersIn(state))).toEqual(transitFactsOfDesign(document))
  })

  it('S5 deploys from CloudFormation over two accounts, its gateway accepting by itself', async () => {
    const state = await deployed('cloudformation', s5.document, 'S5')
    const drawn = transitFactsOfDesign(s5.document).map((fact) =>
      fact.replace('accepts disable', 'accepts enable'),
    )
    expect(transitFactsOfDeployed(answersIn(state))).toEqual(drawn)
  })

  it('refer to prefix lists in Terraform', async () => {
    const project = writeOut(prefixListDocument(), 'terraform', 'tgw-lists')
    expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
  })
})

describe.skipIf(!wantsAll)('hybrid networks', { timeout }, () => {
  // a template fills a transit gateway route table of its own only once somebody looked up an ID
  it.each([
    ['terraform', 'VPN connections', hybridTablesDocument()],
    ['cloudformation', 'VPN connections', hybridDocument()],
    ['terraform', 'S6', s6.document],
    ['cloudformation', 'S6', s6.document],
  ] as const)('VPN-1, VPN-2: from %s, %s deploy as drawn', async (to, name, document) => {
    // the point of S6 is a route that leads nowhere, of which the tools warn
    const strict = name === 'S6' ? [] : ['--strict']
    const state = await deployed(to, document, name.replaceAll(' ', '-'), { strict })
    const places = answersIn(state)
    expect(hybridFactsOfDeployed(places)).toEqual(hybridFactsOfDesign(document))
    expect(transitFactsOfDeployed(places)).toEqual(transitFactsOfDesign(document))
  })

  it('Direct Connect, Client VPN and Connect attachments pass check-tf and check-cfn', async () => {
    const [terraform, cloudformation] = (['terraform', 'cloudformation'] as const).map((to) =>
      writeOut(directConnectDocument(), to, `direct-${to}`),
    )
    expect(await judge('check-tf', '--strict', terraform ?? '')).toContain('plan: ok')
    const regions = ['--region', 'eu-west-1', '--region', 'us-east-1']
    const stacks = join(cloudformation ?? '', 'stacks')
    expect(await judge('check-cfn', stacks, ...lint, ...regions)).toContain('OK')
  })
})

describe.skipIf(!wantsAll).concurrent('network ACLs, prefix lists and edges', { timeout }, () => {
  it('pass check-tf and deploy without a warning', async () => {
    const project = writeOut(filtersDocument(), 'terraform', 'filters-terraform')
    await judge('deploy-tf', '--strict', project, '--out', join(folder, 'filters-terraform-state'))
    expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
  })

  it('pass check-cfn and deploy without a warning', async () => {
    const project = writeOut(filtersDocument(), 'cloudformation', 'filters-cloudformation')
    await judge('check-cfn', join(project, 'stacks'), ...lint)
    withoutWhatRuns(project)
    const manifest = ['--manifest', join(project, 'manifest.json')]
    const out = ['--out', join(folder, 'filters-cloudformation-state')]
    expect(await judge('deploy-cfn', '--strict', ...manifest, ...out)).toContain('OK')
  })
})

describe
  .skipIf(!wantsAll)
  .concurrent('network interfaces and Elastic IP addresses', { timeout }, () => {
    it('pass check-tf and deploy without a warning', async () => {
      const project = writeOut(interfacesDocument(), 'terraform', 'interfaces-terraform')
      const out = join(folder, 'interfaces-terraform-state')
      expect(await judge('deploy-tf', '--strict', project, '--out', out)).toContain('OK')
      expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
    })

    it('pass check-cfn without a warning', async () => {
      const project = writeOut(interfacesDocument(), 'cloudformation', 'interfaces-cloudformation')
      expect(await judge('check-cfn', join(project, 'stacks'), ...lint)).toContain('OK')
    })
  })

describe.skipIf(!wantsAll)('endpoints, firewalls and VPC Lattice', { timeout }, () => {
  it('EP-8: deploy as drawn from Terraform, accepted over accounts', async () => {
    const state = await deployed('terraform', endpointsDocument(), 'endpoints')
    expect(endpointFactsOfDeployed(answersIn(state))).toEqual(
      endpointFactsOfDesign(endpointsDocument()),
    )
  })

  it('deploy as drawn from CloudFormation, their service taking them without acceptance', async () => {
    const state = await deployed('cloudformation', endpointsDocument(), 'endpoints')
    const drawn = endpointFactsOfDesign(endpointsDocument()).map((fact) =>
      fact.replace('acceptance true', 'acceptance false'),
    )
    expect(endpointFactsOfDeployed(answersIn(state))).toEqual(drawn)
  })

  it.each([
    ['central inspection', centralInspection.document],
    ['firewalls', undeployedDocument()],
  ])('%s passes the checks of both languages without a warning', async (name, document) => {
    const file = name.replaceAll(' ', '-')
    const project = writeOut(document, 'terraform', `${file}-terraform`)
    expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
    const templates = writeOut(document, 'cloudformation', `${file}-cloudformation`)
    expect(await judge('check-cfn', join(templates, 'stacks'), ...lint)).toContain('OK')
  })
})

describe
  .skipIf(!wantsAll)
  .concurrent('what the emulator cannot deploy of VPCs and workloads', { timeout }, () => {
    it.each([
      ['networks', networksDocument()],
      ['workloads', workloadsDocument()],
    ])('%s pass check-tf and check-cfn without a warning', async (name, document) => {
      const project = writeOut(document, 'terraform', `${name}-terraform`)
      expect(await judge('check-tf', '--strict', project)).toContain('plan: ok')
      const templates = writeOut(document, 'cloudformation', `${name}-cloudformation`)
      expect(await judge('check-cfn', join(templates, 'stacks'), ...lint)).toContain('OK')
    })
  })

describe.skipIf(!wantsAll).concurrent('hostile names in an emulated AWS', { timeout }, () => {
  it('pass check-tf without a warning', async () => {
    const project = writeOut(emulatedDocument(), 'terraform', 'hostile-terraform')
    const said = await judge('check-tf', '--strict', '--require-terraform', project)
    expect(said).toContain('plan: ok')
  })

  it('deploy over several accounts and Regions in the order of the manifest', async () => {
    const project = writeOut(emulatedDocument(), 'cloudformation', 'hostile-cloudformation')
    withoutWhatRuns(project)
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
