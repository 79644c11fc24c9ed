import { parse as parseHcl } from '@cdktf/hcl2json'
import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { kinds } from '../kinds/catalogue'
import { emittingOf } from '../kinds/emitting'
import type { Document } from '../model/document'
import { documentOf, mainTable, peering, routeTable, vpc } from '../model/testing/build'
import { exportDesign } from './export'
import type { ExportedFile } from './report'
import { documents } from './testing/documents'
import { finishedS1 } from './testing/finished-s1'
import { hostile, hostileDocument } from './testing/hostile-document'
import { readTemplate } from './testing/read-back'
import { zipOf } from './zip'

const languages = ['terraform', 'cloudformation'] as const
const cases = documents.flatMap(([name, document]) =>
  languages.map((to) => ({ name, document, to })),
)

function file(document: Document, to: (typeof languages)[number], path: string): string {
  const found = exportDesign(document, { to }).files.find((it) => it.path === path)
  expect(found, path).toBeDefined()
  return found?.text ?? ''
}

const shuffled = (document: Document, order: readonly number[]): Document => {
  const entries = Object.entries(document.resources)
  const rank = new Map(entries.map(([id], index) => [id, order[index % order.length] ?? 0]))
  const sorted = entries.toSorted(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  return {
    ...document,
    accounts: document.accounts.toReversed(),
    resources: Object.fromEntries(sorted),
  }
}

describe.each(cases)('$name to $to', ({ document, to }) => {
  it('parses with a real parser, file by file', async () => {
    for (const { path, text, language } of exportDesign(document, { to }).files) {
      expect(text.endsWith('\n') && !text.endsWith('\n\n'), path).toBe(true)
      if (language === 'hcl') await expect(parseHcl(path, text), path).resolves.toBeTypeOf('object')
      if (language === 'yaml') expect(readTemplate(text), path).toHaveProperty('Resources')
      if (language === 'json') expect(JSON.parse(text), path).toHaveProperty('stacks')
    }
  })

  it('gives the same bytes twice, whatever the order of the resources', () => {
    const once = JSON.stringify(exportDesign(document, { to }))
    expect(JSON.stringify(exportDesign({ ...document }, { to }))).toBe(once)
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), (order) => {
        expect(JSON.stringify(exportDesign(shuffled(document, order), { to }))).toBe(once)
      }),
      runs(0.1),
    )
  })

  it('writes every resource, or says why not', () => {
    const { files, gaps, renamings } = exportDesign(document, { to })
    const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
    const said = new Set([...gaps, ...renamings].map(({ resourceId }) => resourceId))
    for (const it of Object.values(document.resources)) {
      if (emittingOf(it.kind).concern === null || said.has(it.id)) continue
      const name = to === 'terraform' ? it.name.replace(/[$%](?=\{)/g, '$&$&') : it.name
      const spelt = [name, JSON.stringify(name)]
      expect(
        code.some((text) => spelt.some((form) => text.includes(form))),
        it.name,
      ).toBe(true)
    }
  })
})

describe('the roll call of kinds', () => {
  it.each(kinds)(
    '%s is in a design that is written out here, or has a reason to stay out',
    (kind) => {
      const entry = emittingOf(kind)
      const isDrawn = documents.some(([, { resources }]) =>
        Object.values(resources).some((it) => it.kind === kind),
      )
      expect(entry.concern === null ? entry.reason !== '' : isDrawn).toBe(true)
    },
  )
})

describe('hostile text', () => {
  it('comes out of Terraform as it went in', async () => {
    const text = file(hostileDocument(), 'terraform', 'network_seoul_saseol_seobeunet.tf')
    const parsed = JSON.stringify(await parseHcl('x.tf', text))
    for (const name of [hostile.quotes, hostile.hangul, hostile.emoji.normalize('NFC')])
      expect(parsed).toContain(JSON.stringify(name))
    expect(parsed).toContain('$${aws_vpc.x.id} $$${a} %%{ if true } $%%{ {{resolve:ssm:/secret}}')
  })

  it('makes CloudFormation look nothing up', () => {
    for (const { path, text } of exportDesign(hostileDocument(), { to: 'cloudformation' }).files)
      if (path.endsWith('.yaml')) expect(text).not.toMatch(/\{\{\s*resolve/i)
  })

  it('that AWS does not take is changed visibly', () => {
    const { renamings } = exportDesign(hostileDocument(), { to: 'terraform' })
    expect(renamings).toContainEqual(
      expect.objectContaining({
        resourceId: 'security-group:a1',
        what: 'security group name',
        from: 'sg-웹',
        to: 'group-sg-wep',
      }),
    )
  })
})

const joined = (status: string, accepter: Readonly<Record<string, unknown>> = {}) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16', accepter),
    mainTable('a-main', 'a'),
    routeTable('a-rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    peering('ab', 'a', 'b', { status }),
  )

describe('a peering connection', () => {
  const accepterType = 'aws_vpc_peering_connection_accepter'

  it.each([
    ['DEP-2: one account and Region', {}, true, false],
    ['DEP-3: another Region', { region: 'us-east-1' }, false, true],
    ['DEP-3: another account', { ownerId: '222222222222' }, false, true],
  ])('%s', (_case, accepter, acceptsItself, hasAccepter) => {
    const text = file(joined('active', accepter), 'terraform', 'peering.tf')
    const [connection = ''] = text.split('\n}\n')
    expect(connection.includes('auto_accept = true')).toBe(acceptsItself)
    expect(text.includes(`resource "${accepterType}"`)).toBe(hasAccepter)
    const routes = file(joined('active', accepter), 'terraform', 'network_a.tf')
    expect(routes.includes(`${accepterType}.ab.id`)).toBe(hasAccepter)
    expect(routes).toContain('destination_cidr_block    = aws_vpc.b.cidr_block')
  })

  it('that waits is requested and not accepted, and stays out of CloudFormation', () => {
    const text = file(joined('pending-acceptance'), 'terraform', 'peering.tf')
    expect(text).toContain('auto_accept = false')
    expect(text).not.toContain('_options')
    const { files, gaps } = exportDesign(joined('pending-acceptance'), { to: 'cloudformation' })
    expect(files.some((it) => it.text.includes('AWS::EC2::VPCPeeringConnection'))).toBe(false)
    expect(gaps.map(({ resourceId }) => resourceId)).toEqual(
      expect.arrayContaining(['vpc-peering-connection:ab', 'route-table:a-rt']),
    )
  })

  it.each(['failed', 'rejected', 'expired', 'deleting', 'deleted'])(
    'that is %s is left out with its routes, and said to be',
    (status) => {
      for (const to of languages) {
        const { files, gaps } = exportDesign(joined(status), { to })
        const code = files.filter((it) => it.path !== 'README.md')
        expect(code.some((it) => /peering/i.test(it.text))).toBe(false)
        expect(gaps.some((gap) => gap.resourceId === 'vpc-peering-connection:ab')).toBe(true)
        expect(gaps.some((gap) => gap.resourceId === 'route-table:a-rt')).toBe(true)
      }
    },
  )

  it('whose VPCs overlap is exported as drawn, with the refusal in the report', () => {
    const overlapping = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16', { secondaryCidrBlocks: ['10.0.0.0/20'] }),
      peering('ab', 'a', 'b'),
    )
    expect(exportDesign(overlapping, { to: 'terraform' }).gaps).toContainEqual(
      expect.objectContaining({
        resourceId: 'vpc-peering-connection:ab',
        text: expect.stringContaining('10.0.0.0/16 and 10.0.0.0/20') as string,
      }),
    )
  })
})

describe('the archive', () => {
  const { files } = exportDesign(finishedS1(), { to: 'cloudformation' })
  it('holds every file', () => {
    const decoder = new TextDecoder()
    const entries = Object.entries(unzipSync(zipOf(files)))
    const unpacked = Object.fromEntries(entries.map(([path, data]) => [path, decoder.decode(data)]))
    expect(unpacked).toEqual(
      Object.fromEntries(files.map(({ path, text }: ExportedFile) => [path, text])),
    )
  })

  it('has the same bytes in whatever order the files come', () => {
    expect(zipOf(files.toReversed())).toEqual(zipOf(files))
  })
})
