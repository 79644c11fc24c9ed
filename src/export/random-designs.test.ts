import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { findingsOf } from '../engine/findings/findings'
import { resolve as resolved } from '../engine/network'
import type { Document } from '../model/document'
import { parseDocument } from '../model/parse'
import { printDocument } from '../model/print'
import { documents as anyDocument } from '../model/testing/documents'
import { exportDesign } from './export'
import { anyValidDesign } from './testing/any-valid'
import { documents } from './testing/documents'
import { sideBySide } from './testing/everything'

const languages = ['terraform', 'cloudformation'] as const

/** A design that opens as a file and has no error among its findings. */
function isValid(document: Document): boolean {
  const read = parseDocument(printDocument(document))
  return read.ok && findingsOf(resolved(read.value)).every(({ severity }) => severity !== 'error')
}

const everything = () => sideBySide(documents.map(([, document]) => document))

describe('random designs', () => {
  it('that are valid by the way they are made have no errors among their findings', () => {
    fc.assert(
      fc.property(anyValidDesign, (document) => {
        expect(isValid(document)).toBe(true)
      }),
      runs(0.05),
    )
  })

  it('are written or said, resource by resource', () => {
    fc.assert(
      fc.property(anyValidDesign, fc.constantFrom(...languages), (document, to) => {
        const { files, gaps } = exportDesign(document, { to })
        const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
        const said = new Set(gaps.map(({ resourceId }) => resourceId))
        for (const { id, name } of Object.values(document.resources))
          expect(said.has(id) || code.some((text) => text.includes(name)), id).toBe(true)
      }),
      runs(0.1),
    )
  })
})

const tools = resolve(import.meta.dirname, '../../../shared/iac-check')
// a design takes the tools some ten seconds, so that only an exploring run asks them
const isExploring = process.env['CAUSEWAY_RUNS'] !== undefined && existsSync(tools)
const folder = mkdtempSync(join(tmpdir(), 'causeway-random-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = promisify(execFile)

/** What the tool says; its whole output is the message when it finds fault. */
async function judge(tool: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await run(join(tools, 'bin', tool), args, { maxBuffer: 2 ** 26 })).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${tool} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}

function writeOut(document: Document, name: string): void {
  for (const to of languages)
    for (const { path, text } of exportDesign(document, { to }).files) {
      const out = join(folder, name, to, path)
      mkdirSync(dirname(out), { recursive: true })
      writeFileSync(out, text)
    }
}

/** Both languages of a design, judged by real Terraform and cfn-lint without a warning. */
async function passes(document: Document, name: string): Promise<void> {
  writeOut(document, name)
  const at = (...path: readonly string[]) => join(folder, name, ...path)
  expect(await judge('check-tf', '--strict', at('terraform'))).toContain('OK')
  if (existsSync(at('cloudformation', 'stacks')))
    await judge('check-cfn', at('cloudformation', 'stacks'), '--strict', '--ignore', 'W3010')
}

/** As many designs of this kind as one in a hundred runs, from the seed of the run. */
function sampled(designs: fc.Arbitrary<Document>): readonly Document[] {
  const { seed } = fc.readConfigureGlobal()
  const { numRuns } = runs(0.01)
  return fc.sample(designs, seed === undefined ? { numRuns } : { numRuns, seed })
}

describe.skipIf(!isExploring)('judged by the tools', () => {
  it('every kind in every variant, side by side in one design', { timeout: 0 }, async () => {
    await passes(everything(), 'everything')
  })

  it.each([
    ['valid-by-the-way-they-are-made', anyValidDesign],
    ['valid-by-chance', anyDocument.filter(isValid)],
  ])('random designs: %s', { timeout: 0 }, async (name, designs) => {
    for (const [index, document] of sampled(designs).entries())
      await passes(document, `${name}-${index}`)
  })
})
