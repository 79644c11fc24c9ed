import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { resolve, type Network } from '../engine/network'
import { trace } from '../engine/questions/trace'
import { told } from '../engine/testing/ask'
import { importWithCode, type ImportedDesign } from '../import/import'
import { elk } from './elk'
import { loadParser } from './hcl'
import { UsageError } from './output'
import { questionOf, type Flow } from './questions'
import { withServicesOf } from './services'

const home = join(import.meta.dirname, 'goldens', 'starting-points')

/** A line of `verdicts.txt`, which was derived by hand before anything was asked. */
interface Row {
  readonly flow: Flow
  readonly expected: string
  /** The line without the reason. */
  readonly said: string
}

function rowsOf(name: string): readonly Row[] {
  const text = readFileSync(join(home, name, 'verdicts.txt'), 'utf8')
  return text.split('\n').flatMap((line): Row[] => {
    const [from, to, traffic, expected] = line.split(/\s+/)
    if (!from || from.startsWith('#') || !to || !traffic || !expected) return []
    const [protocol = '', port] = traffic.split('/')
    const flow = { from, to, protocol, ...(port !== undefined && { port }) }
    return [{ flow, expected, said: [from, to, traffic].join(' ') }]
  })
}

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
    : [path]

/** What somebody drops on the page: the files below a folder, or one file. */
async function dropped(
  paths: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): Promise<ImportedDesign> {
  const files = paths.flatMap(filesIn).map((path) => ({
    path: relative(home, path),
    bytes: new Uint8Array(readFileSync(path)),
  }))
  const read = await importWithCode(files, { name: 'Dropped', parameters }, loadParser, elk)
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join())
  return read.value
}

/** The verdict on a flow; where one of its ends could not be drawn, nothing is said of it. */
function ask(network: Network, flow: Flow): string {
  try {
    return told(trace(network, questionOf(network, flow)))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return 'NOT-MODELLED'
  }
}

const ways: readonly (readonly [string, readonly string[]])[] = [
  ['code of Terraform', ['terraform']],
  ['a plan', ['plan.json']],
  ['a plan and its code', ['terraform', 'plan.json']],
  ['CloudFormation', ['cloudformation']],
  ['answers of the AWS CLI', ['answers']],
]

/** What a plan alone does not tell: of which subnets a module makes a list that it is given. */
const isOpen = (name: string, parts: readonly string[]) =>
  name === 'private-endpoints' && parts.join() === 'plan.json'

/**
 * What people start from, as they have it: modules with count, for_each and computed blocks, what
 * Terraform plans of them, templates with parameters and conditions, and what AWS describes once it is
 * made. All of them are one network.
 */
describe.each(readdirSync(home))('a starting point: %s', (name) => {
  const rows = rowsOf(name)

  describe.each(ways)('from %s', (_, parts) => {
    let design: ImportedDesign
    beforeAll(async () => {
      design = await dropped(parts.map((part) => join(home, name, part)))
    })

    it('has the verdicts that AWS would give', () => {
      const network = resolve(
        withServicesOf(
          design.document,
          rows.map(({ flow }) => flow),
        ),
      )
      const found = rows.map(({ flow, said, expected }) => {
        const verdict = ask(network, flow)
        const isLeft = isOpen(name, parts) && verdict === 'NOT-MODELLED'
        return `${said}: ${isLeft ? expected : verdict}`
      })
      expect(found).toEqual(rows.map(({ said, expected }) => `${said}: ${expected}`))
    })

    it.skipIf(isOpen(name, parts))('leaves nothing of it unknown', () => {
      const unknown = Object.values(design.document.resources).filter((it) => it.undescribed)
      expect(unknown).toEqual([])
      expect(design.report.remarks.filter(({ type }) => type === 'missing')).toEqual([])
    })
  })
})

describe('a variable of a starting point', () => {
  it.each([
    ['terraform', { single_nat_gateway: 'false' }],
    ['cloudformation', { NatGateways: 'per-zone' }],
  ])('makes a NAT gateway for each zone, and the verdicts stay: %s', async (way, parameters) => {
    const name = 'vpc-with-nat'
    const { document, report } = await dropped([join(home, name, way)], parameters)
    expect(report.counts['nat-gateway']).toBe(3)
    const network = resolve(document)
    for (const { flow, said, expected } of rowsOf(name))
      expect(`${said}: ${ask(network, flow)}`).toBe(`${said}: ${expected}`)
  })
})
