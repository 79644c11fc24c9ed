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
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s1 } from '../model/examples/s1'
import { parseDocument } from '../model/parse'
import { printDocument } from '../model/print'
import { filesOf, instance, subnet, vpc } from '../import/testing/account'
import { answer } from './main'

const folder = mkdtempSync(join(tmpdir(), 'causeway-cli-'))
const at = (name: string) => join(folder, name)
const design = at('s1.causeway.json')
const run = (...args: readonly string[]) => answer(args, '1.2.3')

beforeAll(() => {
  writeFileSync(design, printDocument(s1.document))
  const flows = [
    { from: 'Service A', to: 'Service B', protocol: 'tcp', port: 443 },
    { from: 'nobody', to: 'Service B' },
  ]
  writeFileSync(at('flows.json'), JSON.stringify(flows))
  writeFileSync(at('one-flow.json'), JSON.stringify(flows.slice(0, 1)))
  const lists = {
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
    Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
  }
  for (const { path, value } of filesOf(lists, 'dump')) {
    mkdirSync(at('dump'), { recursive: true })
    writeFileSync(at(path), JSON.stringify(value))
  }
  mkdirSync(at('empty'), { recursive: true })
  writeFileSync(at('empty/notes.txt'), 'nothing of interest')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('causeway', () => {
  it('says what it can do', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    for (const word of ['import', 'trace', 'matrix', 'check', 'export', 'layout', 'fmt', 'version'])
      expect(out).toContain(word)
    expect((await run('trace', '--help')).out).toContain('--flows')
    expect(await run('version')).toMatchObject({ code: 0, out: '1.2.3\n' })
  })

  it.each([
    [[]],
    [['sing']],
    [['trace']],
    [['trace', 'missing.json', '--from', 'a', '--to', 'b']],
    [['trace', design, '--from', 'Service A']],
    [['trace', design, '--from', 'Service A', '--to', 'nobody']],
    [['trace', design, '--from', 'Service A', '--to', 'Service B', '--port', '70000']],
    [['trace', design, '--from', 'Service A', '--to', 'Service B', '--protocol', 'carrier-pigeon']],
    [['trace', design, '--from', 'Service A', '--to', 'Service B', '--src-port', '1-9']],
    [['trace', design, '--loudly']],
    [['check', at('flows.json')]],
    [['import', at('empty')]],
    [['import']],
  ])('answers %j with one clear message and exit code 2', async (args) => {
    const { code, out = '', messages = [] } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(messages[0]).toMatch(/\S/)
    expect(messages.join(' ')).not.toMatch(/undefined|\[object|at .*\.ts:/)
  })
})

describe('causeway trace', () => {
  const asked = [
    'trace',
    design,
    '--from',
    'Service A',
    '--to',
    'Service B',
    '--port',
    '443',
  ] as const

  it('tells a verdict by its exit code, its sentence and its hops', async () => {
    const { code, out = '' } = await run(...asked)
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toContain('Service A cannot reach Service B')
    expect(out).toContain('Request')
    expect(out).toContain('×')
    const self = await run('trace', design, '--from', 'Service A', '--to', 'ALB B', '--port', '443')
    expect(self.code).toBe(0)
  })

  it('answers in JSON with verdict, codes and hops', async () => {
    const { out = '' } = await run(...asked, '--json')
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'not-reachable',
      direction: 'request',
      request: { delivered: false },
      codes: [expect.any(String)],
    })
  })

  it('answers a list of flows in its order; one that names nobody is told, not lost', async () => {
    const { code, out = '' } = await run('trace', design, '--flows', at('flows.json'), '--json')
    expect(code).toBe(2)
    const [first, second] = JSON.parse(out) as { verdict: string; missing: string[] }[]
    expect(first?.verdict).toBe('not-reachable')
    expect(second).toMatchObject({
      verdict: 'not-modelled',
      missing: [expect.stringContaining('nobody')],
    })
    expect((await run('trace', design, '--flows', at('one-flow.json'))).code).toBe(0)
  })
})

describe('causeway check', () => {
  it('fails while an error stands, and lists it', async () => {
    const { code, out = '' } = await run('check', design, '--json')
    const findings = JSON.parse(out) as { id: string; severity: string }[]
    expect(code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0)
    expect(findings.length).toBeGreaterThan(0)
    for (const { id } of findings) expect(id).toMatch(/^L\d\d$/)
  })
  it('writes SARIF', async () => {
    const { out = '' } = await run('check', design, '--sarif')
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Causeway' } } }],
    })
  })
})

describe('causeway import', () => {
  it('makes a design that the page opens, and reports on standard error', async () => {
    const out = at('out.causeway.json')
    const { code, messages = [] } = await run(
      'import',
      at('dump'),
      '-o',
      out,
      '--report',
      at('report.json'),
    )
    expect(code).toBe(0)
    expect(messages.join('\n')).toContain('1 VPC')
    expect(messages.join('\n')).toContain('aws ec2 describe-route-tables')
    expect((await run('trace', out, '--from', 'i-a', '--to', '10.0.1.99')).code).toBe(3)
    expect((await run('fmt', out, '--check')).code).toBe(0)
  })
  it('writes the design to standard output where no file is named', async () => {
    const { out = '' } = await run('import', at('dump'))
    expect(parseDocument(out).ok).toBe(true)
  })
})

describe('causeway matrix', () => {
  it('asks every pair', async () => {
    const { out = '' } = await run('matrix', design, '--port', '443', '--csv')
    const [head, ...lines] = out.trimEnd().split('\n')
    expect(head).toBe('from,to,verdict,code,from_name,from_vpc,to_name,to_vpc')
    // eight subnets and two workloads
    expect(lines).toHaveLength(90)
    const line = lines.find((each) => each.startsWith('subnet:a-private-b,subnet:b-private-b,'))
    expect(line).toMatch(/,VPC A,.*,VPC B$/)
  })

  it('writes code, lists what it cannot say, and writes nothing of it when strict', async () => {
    const folder = at('code')
    const words = ['export', design, '--to', 'cloudformation', '-o', folder] as const
    const strict = await run(...words, '--strict')
    expect(strict.code).toBe(2)
    expect(strict.messages?.length).toBeGreaterThan(1)
    expect(existsSync(folder)).toBe(false)
    const { code, out, messages } = await run(...words)
    expect(code).toBe(0)
    expect(messages).toEqual(strict.messages?.slice(1))
    for (const path of out?.trim().split('\n') ?? []) expect(existsSync(path)).toBe(true)
    // a second time over its own files, and never over those of others
    expect((await run(...words)).code).toBe(0)
    writeFileSync(join(folder, 'thesis.txt'), 'mine')
    expect(await run(...words)).toMatchObject({ code: 2 })
    expect((await run(...words, '--force')).code).toBe(0)
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('mine')
  })

  it('writes over nothing of its own that was changed, nor over files of the same name', async () => {
    const words = ['export', design, '--to', 'terraform', '-o', at('mine')] as const
    mkdirSync(at('mine'))
    writeFileSync(at('mine/variables.tf'), 'mine')
    expect(await run(...words)).toMatchObject({ code: 2 })
    expect(readFileSync(at('mine/variables.tf'), 'utf8')).toBe('mine')
    expect((await run(...words, '--force')).code).toBe(0)
    writeFileSync(at('mine/terraform.tfvars'), 'x = 1')
    expect((await run(...words)).code).toBe(0)
    writeFileSync(at('mine/variables.tf'), 'changed')
    const { code, messages } = await run(...words)
    expect({ code, messages }).toEqual({
      code: 2,
      messages: [expect.stringContaining('variables.tf was changed')],
    })
  })

  it('takes away what an earlier export wrote and this one does not', async () => {
    const words = ['export', design, '--to', 'terraform', '-o', at('stale')] as const
    await run(...words, '--modules')
    const before = existsSync(at('stale/modules'))
    await run(...words)
    const left = readdirSync(at('stale'), { recursive: true, withFileTypes: true })
    const modules = left.filter((it) => it.isFile() && it.parentPath.includes('modules'))
    expect([before, modules]).toEqual([true, []])
  })

  it('says in one line where it cannot write', async () => {
    const nowhere = at('none/such/x.json')
    for (const words of [
      ['layout', design, '-o', nowhere],
      ['import', at('dump'), '-o', nowhere],
      ['import', at('dump'), '--report', nowhere],
      ['export', design, '--to', 'terraform', '-o', join(design, 'x')],
    ])
      expect(await run(...words)).toEqual({
        code: 2,
        messages: [expect.stringMatching(/^[^\n]+$/)],
      })
  })

  it.each(['import', 'trace', 'matrix', 'check', 'export', 'layout', 'fmt'])(
    'explains %s, and answers 2 to an option that it does not know',
    async (word) => {
      const { code, out } = await run(word, '--help')
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`causeway ${word}`) })
      expect(await run(word, design, '--sing')).toMatchObject({ code: 2 })
    },
  )

  it('writes what its flags say', async () => {
    const { out } = await run('export', design, '--to', 'terraform', '-o', at('tf'), '--modules')
    expect(out).toContain('modules')
    const words = ['export', design, '--to', 'terraform', '-o', at('tf2'), '--json'] as const
    expect(await run(...words)).toMatchObject({ code: 2 })
    expect(await run('export', design, '--to', 'ansible', '-o', at('x'))).toMatchObject({ code: 2 })
    expect(await run('export', design, '--to', 'terraform')).toMatchObject({ code: 2 })
  })

  it('lays a design out anew and changes nothing else', async () => {
    const { code, out } = await run('layout', design)
    expect(code).toBe(0)
    const read = parseDocument(out ?? '')
    expect(read.ok && read.value.resources).toEqual(s1.document.resources)
    await run('layout', design, '-o', at('arranged.json'))
    expect(readFileSync(at('arranged.json'), 'utf8')).toBe(out)
  })
})
