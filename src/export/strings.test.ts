import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { oneLine } from '../iac/text'
import { emptyDocument, type Document } from '../model/document'
import { s4 } from '../model/examples/s4'
import { s5 } from '../model/examples/s5'
import { parseDocument } from '../model/parse'
import { documentOf, internetGateway, vpc } from '../model/testing/build'
import { exportDesign } from './export'
import { paragraphs, plain } from './markdown'
import { csv } from './review/csv'
import { anyText } from './testing/any-text'
import { balancingDocument } from './testing/balancing'
import { denseDocument } from './testing/dense'
import { documents } from './testing/documents'
import { sideBySide } from './testing/everything'
import { finishedS1 } from './testing/finished-s1'
import { hostileDocument } from './testing/hostile-document'
import { hybridDocument } from './testing/hybrid'
import { manyKindsDocument } from './testing/many-kinds'
import { textsFrom } from './testing/next-text'
import { foundIn, foundInCode, lostTexts } from './testing/read-back'
import { answersOf, deploy, stateOf, wantsTools, writeOut } from './testing/tools'
import { filled, type Filled } from './testing/typed-texts'

const languages = ['terraform', 'cloudformation'] as const
const seed = fc.readConfigureGlobal().seed ?? 0

/** What of the texts of a design is lost on the way through a language and its parser. */
async function lostIn(it: Filled, to: (typeof languages)[number]): Promise<readonly string[]> {
  const written = exportDesign(it.document, { to })
  return lostTexts(it, written, await foundInCode(written))
}

/** How many texts every field gets at least: a hundred of 2000 runs, a thousand of 20000. */
const most = runs(0.05).numRuns
const isExploring = process.env['CAUSEWAY_RUNS'] !== undefined

describe('texts that users type', () => {
  const next = textsFrom(seed)

  it.each(languages)('come back from %s as they were, or as the report says', async (to) => {
    const everything = sideBySide(documents.map(([, document]) => document))
    const it = filled(everything, next, 3)
    expect(it.typed.length).toBeGreaterThan(1000)
    expect(await lostIn(it, to)).toEqual([])
  })

  it.skipIf(!isExploring)(
    `come back from both languages, ${most} in every field of every kind`,
    { timeout: 0 },
    async () => {
      const had = new Map<string, number>()
      const size = (document: Document) => Object.keys(document.resources).length
      for (const [name, document] of documents.toSorted(([, a], [, b]) => size(a) - size(b))) {
        const fields = new Set(filled(document, next, 0).typed.map(({ field }) => field))
        while ([...fields].some((field) => (had.get(field) ?? 0) < most)) {
          const it = filled(document, next, 1)
          for (const { field } of it.typed) had.set(field, (had.get(field) ?? 0) + 1)
          for (const to of languages) expect(await lostIn(it, to), `${name}, ${to}`).toEqual([])
        }
      }
      expect(Math.min(...had.values())).toBeGreaterThanOrEqual(most)
      process.stdout.write(`${[...had.values()].length} fields, ${JSON.stringify([...had])}\n`)
    },
  )

  it('make no name that a language refuses, and nothing that CloudFormation looks up', () => {
    fc.assert(
      fc.property(fc.nat(), (from) => {
        const { document } = filled(hostileDocument(), textsFrom(from), 2)
        for (const { path, text, language } of exportDesign(document, { to: 'terraform' }).files)
          if (language === 'hcl') {
            const heads = text.split('\n').filter((line) => /^[a-z]+ .*\{$/.test(line))
            for (const head of heads)
              expect(head, path).toMatch(
                /^(terraform|moved|import|provider "aws"|(variable|output) "(?!(source|version|providers|count|for_each|lifecycle|depends_on|locals)")[a-z_][a-z0-9_]*"|resource "aws_[a-z0-9_]+" "[a-z_][a-z0-9_]*") \{$/,
              )
          }
        for (const { path, text } of exportDesign(document, { to: 'cloudformation' }).files)
          if (path.startsWith('stacks/')) {
            expect(text).not.toMatch(/\{\{\s*resolve\s*:/i)
            expect(path).toMatch(/^stacks\/[a-z][a-z0-9-]{0,127}\.yaml$/)
            const [, made = ''] = text.split('\nResources:')
            for (const [, id = ''] of made.matchAll(/^ {2}(\S+):$/gm))
              expect(id).toMatch(/^([A-Za-z][A-Za-z0-9]{0,254}|"[A-Za-z0-9]{1,255}")$/)
          }
      }),
      runs(0.03),
    )
  })

  it('of signs alone do not become the name of a setting that Terraform keeps for itself', () => {
    const signs = sideBySide(documents.map(([, document]) => document))
    const resources = Object.values(signs.resources).map((it) => [it.id, { ...it, name: '!!!' }])
    const document: Document = { ...signs, resources: Object.fromEntries(resources) }
    const { files } = exportDesign(document, { to: 'terraform' })
    const names = files.flatMap(({ text }) =>
      [...text.matchAll(/^variable "(.*)" \{$/gm)].map(([, name]) => name),
    )
    const kept = 'source version providers count for_each lifecycle depends_on locals'.split(' ')
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      expect(kept).not.toContain(name)
      expect(name).toMatch(/^[a-z_]/)
    }
  })

  it('have room: a template and its outputs describe themselves in 1,024 bytes', () => {
    const long = '本'.repeat(255)
    const { document } = filled(hostileDocument(), (longest) => long.slice(0, longest), 1)
    const { files } = exportDesign(document, { to: 'cloudformation' })
    const templates = files.filter(({ path }) => path.startsWith('stacks/'))
    expect(templates.length).toBeGreaterThan(1)
    const quotes = 2
    for (const { text } of templates) {
      const [about = '', outputs = ''] = text.split('\nOutputs:')
      const [, whole = ''] = /^Description: (.*)$/m.exec(about) ?? []
      const each = [...outputs.matchAll(/^ *Description: (.*)$/gm)].map(([, said = '']) => said)
      for (const said of [whole, ...each])
        expect(Buffer.byteLength(said)).toBeLessThanOrEqual(1024 + quotes)
    }
  })
})

describe('a tag', () => {
  const tagged = (tags: Readonly<Record<string, string>>) =>
    exportDesign(documentOf(vpc('a', '10.0.0.0/16', { tags })), { to: 'terraform' })

  it('whose key is another one once its accents are composed is left out, and said to be', () => {
    const { gaps, files } = tagged({ 'caf\u00e9': 'first', 'cafe\u0301': 'second' })
    expect(gaps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^The tag caf.* of a is not exported: as café it is there already/),
    )
    const code = files.map(({ text }) => text).join('')
    expect([...code.matchAll(/= "(first|second)"/g)]).toHaveLength(1)
  })

  it('is cut where composing its characters makes it too long for AWS', () => {
    // U+0958 is two characters once it is normalized
    const { renamings } = tagged({ long: '\u0958'.repeat(200), fits: '\u0958'.repeat(128) })
    expect(renamings).toEqual([
      expect.objectContaining({ what: 'tag long', to: '\u0915\u093c'.repeat(128) }),
    ])
  })
})

describe('tables, READMEs and scripts', () => {
  it('hold texts as text: no cell of a table is a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText(60), { minLength: 1, maxLength: 5 }), (row) => {
        const [read = []] = rowsOf(csv([row]))
        expect(read).toHaveLength(row.length)
        for (const [index, cell] of read.entries()) {
          const typed = (row[index] ?? '').replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
          expect([typed, `'${typed}`]).toContain(cell)
          expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@]/u)
        }
      }),
    )
  })

  it('say in Markdown what was typed, on one line', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const written = plain(text)
        expect(written.replace(/\\([^A-Za-z0-9\s])/g, '$1')).toBe(oneLine(text))
        // within a word an underscore stands for itself
        const words = written.replace(/(?<=[a-z\d])_(?=[a-z\d])/gi, '')
        const bare = words.replace(/\\[^A-Za-z0-9\s]/g, '')
        expect(bare).not.toMatch(/[`*_{}[\]<>#|~!&\\\n]/)
        expect(written).not.toMatch(/^([-+=]|\d+[.)])/)
      }),
    )
  })

  it('give each line of a description a paragraph', () => {
    expect(paragraphs('one\r\n\n- two\u2028')).toEqual(['one', '', '\\- two', ''])
  })

  it('run nothing that was typed', () => {
    const bash = spawnSync('bash', ['--version'])
    if (bash.status !== 0) return
    const folder = mkdtempSync(join(tmpdir(), 'causeway-scripts-'))
    // answers whatever the script asks for, as the one account of the design
    writeFileSync(join(folder, 'aws'), '#!/bin/sh\necho 111111111111\n', { mode: 0o755 })
    try {
      fc.assert(
        fc.property(fc.nat(), (from) => {
          const { document } = filled(inOneAccount(hostileDocument()), textsFrom(from), 1)
          for (const to of languages)
            for (const { path, text } of exportDesign(document, { to }).files) {
              if (!path.endsWith('.sh')) continue
              writeFileSync(join(folder, path), text)
              const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
              const { stderr, stdout } = spawnSync('bash', [path], {
                cwd: folder,
                env,
                encoding: 'utf8',
              })
              expect(stderr).toBe('')
              const end = path === 'manual-steps.sh' ? /^$/ : /All stacks are deployed/
              expect(stdout).toMatch(end)
            }
          expect(existsSync(join(folder, 'pwned'))).toBe(false)
        }),
        runs(0.05),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const inOneAccount = (document: Document): Document => ({
  ...document,
  resources: JSON.parse(
    JSON.stringify(document.resources).replaceAll('222222222222', '111111111111'),
  ) as Document['resources'],
})

const folder = mkdtempSync(join(tmpdir(), 'causeway-strings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the emulator can deploy in both languages, side by side. */
const deployable = () =>
  sideBySide([finishedS1(), s4.document, s5.document, balancingDocument(), hybridDocument()])

describe.skipIf(!wantsTools)('texts in an emulated AWS', { timeout: 0 }, () => {
  it.each([
    ['terraform', 'many kinds', deployable(), 8],
    ['cloudformation', 'many kinds', deployable(), 8],
    [
      'terraform',
      'rules, lists and tables',
      denseDocument({ groups: 60, lists: 12, subnets: 30 }),
      4,
    ],
    [
      'cloudformation',
      'rules, lists and tables',
      denseDocument({ groups: 250, lists: 25, subnets: 60 }),
      4,
    ],
  ] as const)('come back from %s: %s', async (to, name, document, tagsEach) => {
    // AWS refuses most texts there, and the export says so
    const it = filled(document, textsFrom(seed), tagsEach, /hostHeaders|pathPatterns/)
    const project = join(folder, `${to} ${name}`)
    const written = exportDesign(it.document, { to })
    writeOut(it.document, to, project)
    const { passed, said } = await deploy(to, project)
    expect(passed, said).toBe(true)
    const lost = lostTexts(it, written, foundIn(answersOf(project)))
    // what runs is made only once somebody fills it in, and the report says so
    expect(lost.filter((text) => !text.startsWith('tag of workload:'))).toEqual([])
    process.stdout.write(`seed ${seed}, ${to}, ${name}: ${countsOf(it)}\n`)
  })
})

/** Cells that are deployed at once, and how often: a thousand of each field when exploring. */
const atOnce = isExploring ? 16 : 4
const rounds = Math.ceil(most / atOnce)

// the emulated AWS forgets, or does not tell, the tags of these
const untagged =
  /^tag of (service-network|service-network-vpc-association|vpc-endpoint|vpc-endpoint-service):/

describe.skipIf(!wantsTools)('texts of every kind in an emulated AWS', { timeout: 0 }, () => {
  it.each(languages)(`come back from %s, ${rounds} times`, async (to) => {
    const next = textsFrom(seed)
    const had = new Map<string, number>()
    for (let round = 0; round < rounds; round += 1) {
      const it = filled(manyKindsDocument(atOnce), next, 1)
      const project = join(folder, `${to} every kind ${round}`)
      const written = exportDesign(it.document, { to })
      writeOut(it.document, to, project)
      const { passed, said } = await deploy(to, project)
      expect(passed, said).toBe(true)
      const lost = lostTexts(it, written, foundIn(answersOf(project)))
      expect(lost.filter((text) => !untagged.test(text))).toEqual([])
      for (const { field } of it.typed) had.set(field, (had.get(field) ?? 0) + 1)
      had.set('tags', (had.get('tags') ?? 0) + it.tags.length)
      rmSync(project, { recursive: true })
      rmSync(stateOf(project), { recursive: true })
      process.stdout.write(`seed ${seed}, ${to}, ${round + 1} of ${rounds}\n`)
    }
    process.stdout.write(`seed ${seed}, ${to}: ${JSON.stringify([...had])}\n`)
  })
})

/** How many texts each field has. */
function countsOf({ typed, tags }: Filled): string {
  const counts = new Map([['tags', tags.length]])
  for (const { field } of typed) counts.set(field, (counts.get(field) ?? 0) + 1)
  return JSON.stringify([...counts])
}

/** The cells of a table, as RFC 4180 has them. */
function rowsOf(table: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g
  for (const [, cell = '', end] of table.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe("the design's own name, description and accounts", () => {
  it('come back from the file of the design, and stand in what is taken home', () => {
    fc.assert(
      fc.property(anyText(255), anyText(2000), anyText(255), (name, description, account) => {
        const { resources } = documentOf(vpc('a', '10.0.0.0/16'), internetGateway('i', 'a'))
        const accounts = [{ id: '111111111111', name: account }]
        const document: Document = {
          ...emptyDocument(name),
          name,
          description,
          accounts,
          resources,
        }
        const [file] = exportDesign(document, { to: 'review' }).files
        const read = parseDocument(file?.text ?? '')
        expect(read.ok && { ...read.value }).toEqual(document)
        const { files, gaps } = exportDesign(document, { to: 'terraform' })
        const project = /"Project" +=  ?"(.*)"/.exec(files.map(({ text }) => text).join(''))?.[1]
        const isSaid = gaps.some((gap) => gap.text.includes(`Project says "${project}"`))
        expect(isSaid).toBe(project !== name)
        for (const to of languages) {
          const [readme] = exportDesign(document, { to }).files
          expect(readme?.text.startsWith(`# ${plain(name)}`.trimEnd())).toBe(true)
          for (const line of paragraphs(description)) expect(readme?.text).toContain(line.trimEnd())
        }
      }),
      runs(0.3),
    )
  })
})
