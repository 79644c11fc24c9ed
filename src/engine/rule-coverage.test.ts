import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * The sections of the rules of AWS networking that the engine follows, with how many rules each
 * has.
 */
const sections: Readonly<Record<string, number>> = {
  VPC: 24,
  RT: 20,
  NET: 25,
  PEER: 19,
  TGW: 22,
  VPN: 12,
  EP: 15,
  SG: 13,
  ACL: 11,
  LB: 17,
  OVL: 9,
  WALK: 15,
  CL: 24,
}

/** Rules that no test cites, and why none can. */
const untested: Readonly<Record<string, string>> = {
  'PEER-16': 'The MTU changes no verdict.',
  'SG-13': 'Connections that are open already are no question here: new ones are judged.',
}

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..')

function* testFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* testFiles(path)
    else if (/\.(test|spec)\.tsx?$/.test(entry.name)) yield path
  }
}

/** `TGW-3`, and every rule of `LB-13 to LB-17`. */
const citation = /\b([A-Z]{2,4})-(\d+)(?:(?: to |-)(?:\1-)?(\d+))?/g

/** Which tests cite which rule? */
const cited = new Map<string, Set<string>>()
for (const file of [...testFiles('src'), ...testFiles('e2e')]) {
  const path = relative(root, join(root, file)).replaceAll('\\', '/')
  if (path.endsWith('rule-coverage.test.ts')) continue
  for (const [, section = '', from, to = from] of readFileSync(join(root, file), 'utf8').matchAll(
    citation,
  )) {
    const size = sections[section] ?? 0
    for (let number = Number(from); number <= Math.min(Number(to), size); number += 1)
      cited.set(`${section}-${number}`, (cited.get(`${section}-${number}`) ?? new Set()).add(path))
  }
}

const rules = Object.entries(sections).flatMap(([section, size]) =>
  Array.from({ length: size }, (_, index) => `${section}-${index + 1}`),
)

describe('the rules of AWS networking', () => {
  it('are each cited by a test, or are known to need none', () => {
    expect(rules.filter((rule) => !cited.has(rule) && !(rule in untested))).toEqual([])
  })
  it('are not said to need no test when they have one', () => {
    expect(Object.keys(untested).filter((rule) => cited.has(rule))).toEqual([])
  })
  it('can be read as a page, rule by rule', () => {
    const lines = rules.map((rule) => {
      const files = [...(cited.get(rule) ?? [])].toSorted()
      return `| ${rule} | ${files.length > 0 ? files.join('<br>') : untested[rule]} |`
    })
    expect(lines).toHaveLength(rules.length)
    const page = ['# Rules and the tests that cite them', '', '| rule | tests |', '| --- | --- |']
    const path = process.env['CAUSEWAY_RULES_PAGE']
    if (path) writeFileSync(path, [...page, ...lines, ''].join('\n'))
  })
})
