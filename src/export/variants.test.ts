import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { s4 } from '../model/examples/s4'
import type { Document } from '../model/document'
import { exportDesign } from './export'
import { usualOptions, type ExportOptions } from './options'
import { finishedS1 } from './testing/finished-s1'
import { documentOf, securityGroup, subnet, tcp, vpc } from '../model/testing/build'
import { check, deploy, judge, stateOf, wantsTools, writeOut } from './testing/tools'

/** Every combination of what a language may be written as. */
const variants = {
  terraform: (['flat', 'modules'] as const).flatMap((terraformLayout) =>
    (['alias', 'argument'] as const).flatMap((terraformRegions) =>
      [true, false].map((workloads) => ({ terraformLayout, terraformRegions, workloads })),
    ),
  ),
  cloudformation: (['yaml', 'json'] as const).flatMap((cloudformationFormat) =>
    [true, false].map((workloads) => ({ cloudformationFormat, workloads })),
  ),
} as const

const written = (document: Document, options: Partial<ExportOptions>): Document => ({
  ...document,
  exporting: { options: { ...usualOptions, ...options }, addresses: {} },
})

/** More than one template takes: a VPC that is divided by number, beside small ones. */
const divided = (): Document =>
  documentOf(
    vpc('large', '10.0.0.0/16'),
    vpc('small', '10.1.0.0/16'),
    subnet('s', 'small', '10.1.0.0/24'),
    subnet('l', 'large', '10.0.0.0/24'),
    Array.from({ length: 210 }, (_, at) =>
      securityGroup(`g${at}`, 'large', at === 0 ? [] : [tcp(80, `security-group:g${at - 1}`)]),
    ),
  )

const designs = { s1: finishedS1(), s4: s4.document }

const nameOf = (options: Partial<ExportOptions>) => Object.values(options).join('-')

describe('an export with other options', () => {
  it.each(Object.entries(designs))('of %s writes the same resources', (_, document) => {
    const placesOf = (to: 'terraform' | 'cloudformation', options: Partial<ExportOptions>) =>
      exportDesign(written(document, options), { to })
        .places.map(({ resourceId }) => resourceId)
        .toSorted()
    for (const to of ['terraform', 'cloudformation'] as const)
      for (const options of variants[to])
        expect(placesOf(to, options), nameOf(options)).toEqual(
          placesOf(to, { workloads: options.workloads }),
        )
  })

  it('divides a VPC that is too large for one template', () => {
    const { files, gaps } = exportDesign(divided(), { to: 'cloudformation' })
    expect(files.filter(({ path }) => path.startsWith('stacks/')).length).toBeGreaterThan(2)
    expect(gaps.filter(({ text }) => text.includes('CloudFormation allows'))).toEqual([])
  })
})

const folder = mkdtempSync(join(tmpdir(), 'causeway-variants-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Deploys a variant that passes the checks; where its state is. */
async function stateFor(
  document: Document,
  to: 'terraform' | 'cloudformation',
  name: string,
): Promise<string> {
  const project = join(folder, name)
  // the strict check warns of a template that goes through S3; a divided design has one
  if (name.startsWith('divided')) writeOut(document, to, project)
  else await check(document, to, project)
  const { passed, said } = await deploy(to, project)
  expect(passed, `${name}: ${said}`).toBe(true)
  return stateOf(project)
}

describe.skipIf(!wantsTools)('in an emulated AWS', { timeout: 0 }, () => {
  const cases = Object.entries(designs).flatMap(([name, document]) =>
    (['terraform', 'cloudformation'] as const).map((to) => ({ name, document, to })),
  )

  it.each(cases)('$name from $to is one network whatever the options', async (each) => {
    const { name, document, to } = each
    // without workloads there are fewer interfaces and targets, so that those are compared apart
    for (const workloads of [true, false]) {
      const states: string[] = []
      for (const options of variants[to])
        if (options.workloads === workloads)
          states.push(
            await stateFor(written(document, options), to, `${name}-${to}-${nameOf(options)}`),
          )
      const [usual = '', ...others] = states
      for (const other of others)
        expect(await judge('compare-state', usual, other), other).toContain('SAME')
    }
  })

  it('divided stacks are the same network as one Terraform project', async () => {
    const states = [
      await stateFor(divided(), 'terraform', 'divided-terraform'),
      await stateFor(divided(), 'cloudformation', 'divided-cloudformation'),
    ]
    expect(await judge('compare-state', '--no-names', ...states)).toContain('SAME')
  })
})
