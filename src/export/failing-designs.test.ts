import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../engine/findings/findings'
import { resolve } from '../engine/network'
import { exportDesign } from './export'
import { leftOut, refusedDesigns, refusedUnseen, type Failing } from './testing/failing'
import { deploy, wantsTools, writeOut } from './testing/tools'

const languages = ['terraform', 'cloudformation'] as const

function errorsOf({ document }: Failing): readonly string[] {
  const findings = findingsOf(resolve(document))
  return findings.filter(({ severity }) => severity === 'error').map(({ name }) => name)
}

/** What the report of either language says of the resource that is to blame. */
function saidOf({ document, blames }: Failing): readonly string[] {
  return languages.map((to) =>
    exportDesign(document, { to })
      .gaps.filter(({ resourceId }) => resourceId === blames)
      .map(({ text }) => text)
      .join(' '),
  )
}

describe.each([
  ['AWS refuses it', { ...refusedDesigns, ...refusedUnseen }, /AWS (will )?refuses? /],
  ['the code leaves it out', leftOut, /left out/],
] as const)('%s', (_, designs, said) => {
  it.each(Object.entries(designs))('%s: a finding and the report say so', (_title, failing) => {
    if (failing.finding !== null) expect(errorsOf(failing)).toContain(failing.finding)
    for (const text of saidOf(failing)) expect(text).toMatch(said)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'causeway-failing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the tools say of a design that is deployed. */
async function deployed({ document }: Failing, to: (typeof languages)[number], title: string) {
  const project = join(folder, `${title.replace(/[^A-Za-z0-9]+/g, '-')}-${to}`)
  return deploy(to, writeOut(document, to, project))
}

describe.skipIf(!wantsTools)('in an emulated AWS', { timeout: 0 }, () => {
  const each = <T>(designs: Readonly<Record<string, T>>) =>
    Object.entries(designs).flatMap(([title, design]) =>
      languages.map((to) => ({ title, design, to })),
    )

  it.each(each(refusedDesigns))('$title fails for that very reason, $to', async (failing) => {
    const { passed, said } = await deployed(failing.design, failing.to, failing.title)
    expect(passed).toBe(false)
    expect(said.replace(/\s+/g, ' ')).toMatch(failing.design.error)
  })

  it.each(each(refusedUnseen))('$title is not refused there, $to', async (failing) => {
    const { passed, said } = await deployed(failing.design, failing.to, failing.title)
    expect(passed, said).toBe(true)
  })

  it.each(each(leftOut))('$title is left out, and the rest deploys, $to', async (failing) => {
    const { passed, said } = await deployed(failing.design, failing.to, failing.title)
    expect(passed, said).toBe(true)
  })
})
