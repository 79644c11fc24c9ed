import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
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

type Format = 'terraform' | 'cloudformation' | 'answers'

/** A line of `verdicts.txt`, which was derived by hand before anything was asked. */
interface Row {
  readonly flow: Flow
  /** The verdict; where formats differ in what they say, `verdict|format=verdict`. */
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

/** What one format calls something of a starting point, or the several that stand for it there. */
type Names = Readonly<Partial<Record<Format, Readonly<Record<string, readonly string[]>>>>>

function namesOf(name: string): Names {
  const path = join(home, name, 'names.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Names) : {}
}

/** The flows that a flow stands for in one format. */
const meant = (flow: Flow, names: Names, format: Format): readonly Flow[] => {
  const called = (end: string) => names[format]?.[end] ?? [end]
  return called(flow.from).flatMap((from) => called(flow.to).map((to) => ({ ...flow, from, to })))
}

/** What is expected of one format. */
function expectedIn(format: Format, expected: string): string {
  const [usual = '', ...others] = expected.split('|')
  const own = others.find((other) => other.startsWith(`${format}=`))
  return own?.slice(format.length + 1) ?? usual
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

/** The verdict on flows, which is one; where an end could not be drawn, nothing is said of it. */
function ask(network: Network, flows: readonly Flow[]): string {
  const verdicts = flows.map((flow) => {
    try {
      return told(trace(network, questionOf(network, flow)))
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return 'NOT-MODELLED'
    }
  })
  return [...new Set(verdicts)].join(' and ')
}

const ways: readonly (readonly [string, Format, readonly string[]])[] = [
  ['code of Terraform', 'terraform', ['terraform']],
  ['a plan', 'terraform', ['plan.json']],
  ['a plan and its code', 'terraform', ['terraform', 'plan.json']],
  ['CloudFormation', 'cloudformation', ['cloudformation']],
  ['answers of the AWS CLI', 'answers', ['answers']],
]

/** What a plan alone does not tell: of which subnets a list is made, or which key of several is taken. */
const isOpen = (name: string, parts: readonly string[]) =>
  ['private-endpoints', 'three-tier', 'eks'].includes(name) && parts.join() === 'plan.json'

/**
 * What people start from, as they have it: modules with count, for_each and computed blocks, what
 * Terraform plans of them, templates with parameters and conditions, and what AWS describes once it is
 * made. All of them are one network.
 */
describe.each(readdirSync(home))('a starting point: %s', (name) => {
  const rows = rowsOf(name)
  const names = namesOf(name)

  describe.each(ways)('from %s', (_, format, parts) => {
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
        const verdict = ask(network, meant(flow, names, format))
        const isLeft = isOpen(name, parts) && verdict === 'NOT-MODELLED'
        return `${said}: ${isLeft ? expectedIn(format, expected) : verdict}`
      })
      expect(found).toEqual(
        rows.map(({ said, expected }) => `${said}: ${expectedIn(format, expected)}`),
      )
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
      expect(`${said}: ${ask(network, [flow])}`).toBe(`${said}: ${expected}`)
  })
})
