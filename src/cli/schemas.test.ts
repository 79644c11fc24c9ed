import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, it } from 'vitest'
import { filesOf, instance, subnet, vpc } from '../import/testing/account'
import { examples } from '../model/examples/examples'
import { printDocument } from '../model/print'
import { answer } from './main'
import { jsonSchemas } from './schemas'

const folder = mkdtempSync(join(tmpdir(), 'causeway-schemas-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const run = (...args: readonly string[]) => answer(args, '1.2.3')
const read = (text: string | undefined): unknown => JSON.parse(text ?? '')

const ajv = new Ajv2020({ schemas: Object.values(jsonSchemas()), allowUnionTypes: true })
ajv.addFormat('ipv4', /^\d{1,3}(\.\d{1,3}){3}$/)

/** What the published schema says against a value. */
function problemsOf(name: string, value: unknown) {
  const isValid = ajv.validate(`${name}-1.schema.json`, value)
  return isValid ? [] : (ajv.errors ?? []).map((it) => `${it.instancePath} ${it.message}`)
}

describe.each(examples)('the published schemas and the example $id', ({ id, document, flow }) => {
  const design = at(`${id}.causeway.json`)
  const text = printDocument(document)
  writeFileSync(design, text)

  it('describe the design', () => {
    expect(problemsOf('document', read(text))).toEqual([])
  })

  it('describe what trace, matrix and check answer', async () => {
    const flows = [
      { from: flow.source, to: flow.destination, protocol: flow.protocol, port: flow.port },
      { from: flow.destination, to: flow.source, protocol: 'icmp', icmpType: null },
      { from: flow.source, to: flow.destination, port: 443, srcPort: 40_000 },
      { from: 'internet', to: flow.source, port: '80-90' },
      { from: 'nobody', to: flow.source },
    ]
    expect(problemsOf('flows', flows)).toEqual([])
    writeFileSync(at('flows.json'), JSON.stringify(flows))
    const many = await run('trace', design, '--flows', at('flows.json'), '--json')
    const traces = read(many.out)
    expect(traces).toHaveLength(flows.length)
    expect(problemsOf('traces', traces)).toEqual([])
    const ends = ['--from', flow.source, '--to', flow.destination]
    const one = await run('trace', design, ...ends, '--port', '443', '--json')
    expect(problemsOf('trace', read(one.out))).toEqual([])
    const matrix = await run('matrix', design, '--port', '443', '--json')
    expect(problemsOf('matrix', read(matrix.out))).toEqual([])
    const check = await run('check', design, '--json')
    expect(problemsOf('check', read(check.out))).toEqual([])
  })
})

describe('the published schemas', () => {
  it('describe the report of an import', async () => {
    const lists = {
      Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
      Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
      Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
      Teapots: [{ TeapotId: 'pot' }],
    }
    const files = filesOf(lists).map(({ value }, index) => {
      writeFileSync(at(`answer-${index}.json`), JSON.stringify(value))
      return at(`answer-${index}.json`)
    })
    await run('import', ...files, '-o', at('made.json'), '--report', at('report.json'))
    const report = read(readFileSync(at('report.json'), 'utf8'))
    expect(report).toMatchObject({ counts: { vpc: 1 }, unknown: ['Teapots'] })
    expect(problemsOf('import-report', report)).toEqual([])
  })

  it.each([
    ['document', { format: 'causeway', version: 1, name: 'x', resources: {} }],
    ['flows', [{ from: 'a' }]],
    ['flows', [{ from: 'a', to: 'b', port: 70_000 }]],
    ['trace', { verdict: 'perhaps' }],
    ['matrix', [{ from: 'a', to: 'b', verdict: 'reachable' }]],
    ['check', [{ id: 'X1' }]],
    ['import-report', { counts: { vpc: 'one' }, remarks: [], unknown: [] }],
  ])('refuse a %s that is none: %j', (name, value) => {
    expect(problemsOf(name, value)).not.toEqual([])
  })

  it('refuse a resource of a kind that is not, and one with a field too many', () => {
    const design = (resources: unknown) => ({
      format: 'causeway',
      version: 1,
      name: 'x',
      accounts: [{ id: '111111111111', name: 'Main' }],
      resources,
    })
    const premises = {
      kind: 'on-premises-network',
      name: 'DC',
      tags: {},
      prefixes: ['10.0.0.0/8'],
      routesToAws: null,
    }
    const id = 'on-premises-network:dc'
    expect(problemsOf('document', design({ [id]: premises }))).toEqual([])
    expect(problemsOf('document', design({ [id]: { ...premises, moat: true } }))).not.toEqual([])
    expect(problemsOf('document', design({ 'castle:dc': premises }))).not.toEqual([])
  })
})
