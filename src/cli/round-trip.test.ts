import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { matrixEnds } from '../engine/matrix/ends'
import { matrixOf } from '../engine/matrix/matrix'
import { cellAt } from '../engine/matrix/table'
import { resolve } from '../engine/network'
import { exportDesign } from '../export/export'
import { anyDeployableDesign } from '../export/testing/any-valid'
import { balancingDocument } from '../export/testing/balancing'
import { endpointsDocument } from '../export/testing/endpoints'
import { filtersDocument } from '../export/testing/filters'
import { finishedS1 } from '../export/testing/finished-s1'
import { hybridDocument, hybridTablesDocument } from '../export/testing/hybrid'
import { check, deploy, judge, stateOf, wantsTools, writeOut } from '../export/testing/tools'
import { transitDocument } from '../export/testing/transit'
import { importFiles } from '../import/import'
import type { Language } from '../kinds/emit'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import { assemble } from '../model/examples/example'
import { hubAccounts, hubAndSpoke } from '../model/examples/hub-and-spoke'
import { s2 } from '../model/examples/s2'
import { s3 } from '../model/examples/s3'
import { s4 } from '../model/examples/s4'
import { s5 } from '../model/examples/s5'
import { s6 } from '../model/examples/s6'
import { documentOf, mainTable, subnet, vpc } from '../model/testing/build'
import { differences } from './testing/as-drawn'
import { isTold } from './testing/told'

const folder = mkdtempSync(join(tmpdir(), 'causeway-round-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const languages = ['terraform', 'cloudformation'] as const

const projectOf = (name: string, to: Language) =>
  join(folder, `${name.replaceAll(/\W+/g, '-')}-${to}`)

/** The design, exported, deployed to an emulated AWS, described by it and imported again. */
async function deployed(document: Document, to: Language, name: string): Promise<Document> {
  const project = writeOut(document, to, projectOf(name, to))
  const { passed, said } = await deploy(to, project)
  expect(passed, said).toBe(true)
  const state = stateOf(project)
  const files = readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.endsWith('stack-outputs.json'))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(state, path))) }))
  const read = importFiles(files, { name })
  if (!read.ok) throw new Error(`Nothing of ${name} was deployed`)
  return read.value.document
}

/** In what the deployment differs from the drawing without the export having said so. */
function unsaid(drawn: Document, found: Document, to: Language): readonly string[] {
  const { gaps } = exportDesign(drawn, { to })
  return differences(drawn, found, to).flatMap((it) => (isTold(it, gaps) ? [] : [it.text]))
}

/** What the tools, both deployments and their comparison hold against the exports of a design. */
async function faultsOf(document: Document, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const to of languages) {
    await check(document, to, join(folder, `${name.replaceAll(' ', '-')}-${to}-checked`))
    faults.push(...unsaid(document, await deployed(document, to, name), to))
  }
  const states = languages.map((to) => stateOf(projectOf(name, to)))
  const compared = await judge('compare-state', '--no-names', ...states)
  for (const to of languages) rmSync(projectOf(name, to), { recursive: true })
  for (const state of states) rmSync(state, { recursive: true })
  return compared.includes('SAME') ? faults : [...faults, compared]
}

describe('a deployed network is compared with the drawn one', () => {
  const drawn = (secondSubnet: string, routes = {}) =>
    documentOf(
      vpc('v', '10.0.0.0/16'),
      mainTable('v', 'v', routes),
      subnet('a', 'v', '10.0.0.0/24'),
      subnet('b', 'v', secondSubnet),
    )
  it('by every field, whatever the ids', () => {
    const document = drawn('10.0.1.0/24')
    expect(differences(document, document, 'terraform')).toEqual([])
    expect(differences(document, drawn('10.0.2.0/24'), 'terraform')).toEqual([
      { id: 'subnet:b', text: 'subnet v/b cidrBlock: "10.0.1.0/24", deployed "10.0.2.0/24"' },
    ])
  })
  it('by what is missing, and what nobody drew', () => {
    const document = drawn('10.0.1.0/24')
    const { 'subnet:b': _, ...others } = document.resources
    const less = { ...document, resources: others }
    expect(differences(document, less, 'terraform').map(({ text }) => text)).toEqual([
      'subnet v/b is missing',
    ])
    expect(differences(less, document, 'terraform').map(({ text }) => text)).toEqual([
      'subnet v/b is there, and nobody drew it',
    ])
  })
})

const s5Of20 = () =>
  assemble({ name: 'S5 of 20', description: '', accounts: hubAccounts, ...hubAndSpoke(20) })

describe.skipIf(!wantsTools)('designs come back from an emulated AWS as they were drawn', () => {
  it.each([
    ['S1', finishedS1()],
    ['S2', s2.document],
    ['S3', s3.document],
    ['S4', s4.document],
    ['S5', s5.document],
    ['S5 with 20 spokes', s5Of20()],
    ['S6', s6.document],
    ['load balancers', balancingDocument()],
    ['network ACLs and prefix lists', filtersDocument()],
  ])('%s', { timeout: 0 }, async (name, document) => {
    for (const to of languages)
      expect(unsaid(document, await deployed(document, to, name), to), to).toEqual([])
  })

  // the other language leaves a part of these to somebody's hand; src/export compares the rest
  it.each([
    ['transit gateways in every variant', transitDocument(), 'terraform'],
    ['VPN connections of transit gateways', hybridTablesDocument(), 'terraform'],
    ['VPN connections', hybridDocument(), 'cloudformation'],
    ['endpoints and endpoint services', endpointsDocument(), 'terraform'],
  ] as const)('%s', { timeout: 0 }, async (name, document, to) => {
    expect(unsaid(document, await deployed(document, to, name), to)).toEqual([])
  })

  /** Every pair of subnets, told by names. */
  const reachable = (document: Document) => {
    const network = resolve(document)
    const table = matrixOf(
      network,
      { protocol: 'tcp', port: 443 },
      matrixEnds(network.document, false),
    )
    const nameOf = (id: Id | undefined) => (id ? network.design.get(id)?.name : '')
    return table.ends
      .flatMap((from, i) =>
        table.ends.map((to, j) => `${nameOf(from)} ${nameOf(to)} ${cellAt(table, i, j)?.verdict}`),
      )
      .toSorted()
  }

  it.each([
    ['S1', finishedS1()],
    ['S4', s4.document],
    ['S5', s5.document],
  ])('%s: the same pairs reach each other', { timeout: 0 }, async (name, document) => {
    for (const to of languages)
      expect(reachable(await deployed(document, to, `${name} pairs`)), to).toEqual(
        reachable(document),
      )
  })

  it('random designs', { timeout: 0 }, async () => {
    const { seed } = fc.readConfigureGlobal()
    const { numRuns } = runs(0.02)
    const designs = fc.sample(
      anyDeployableDesign,
      seed === undefined ? { numRuns } : { numRuns, seed },
    )
    const failed: string[] = []
    for (const [index, document] of designs.entries()) {
      const faults = await faultsOf(document, `random ${index}`).catch((error: unknown) => [
        String(error),
      ])
      for (const fault of faults) failed.push(`random ${index}: ${fault}`)
      process.stdout.write(
        `${index + 1} of ${designs.length}: ${faults.join('\n') || 'as drawn'}\n`,
      )
    }
    expect(failed).toEqual([])
  })
})
