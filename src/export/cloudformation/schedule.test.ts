import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runs } from '../../base/testing/runs'
import type { Document } from '../../model/document'
import { documentOf, peering, routeTable, vpc } from '../../model/testing/build'
import { exportDesign } from '../export'

interface ManifestStack {
  readonly name: string
  readonly template: string
  readonly parameters: Readonly<Record<string, { readonly output: string }>>
}

interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>
  readonly Outputs?: Readonly<Record<string, unknown>>
}

function stepsOf(document: Document) {
  const { files } = exportDesign(document, { to: 'cloudformation' })
  const text = (path: string) => files.find((it) => it.path === path)?.text ?? ''
  const { stacks } = JSON.parse(text('manifest.json')) as { stacks: readonly ManifestStack[] }
  // the functions are of no interest here, so their tags may stay unresolved
  const read = (path: string) => parse(text(path), { logLevel: 'silent' }) as Template
  return stacks.map((step) => ({ ...step, content: read(step.template) }))
}

const places = [
  { ownerId: '111111111111', region: 'eu-west-1' },
  { ownerId: '111111111111', region: 'us-east-1' },
  { ownerId: '222222222222', region: 'eu-west-1' },
]

/** VPCs over three places, peered and routed at random. */
const designs = fc
  .tuple(
    fc.array(fc.constantFrom(...places), { minLength: 2, maxLength: 7 }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 8 }),
  )
  .map(([of, pairs]) => {
    const links = new Map(
      pairs
        .map(([a, b]) => [a % of.length, b % of.length] as const)
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, [a, b] as const]),
    )
    return documentOf(
      of.map((place, n) => vpc(`v${n}`, `10.${n}.0.0/16`, place)),
      [...links].map(([name, [a, b]]) => peering(name, `v${a}`, `v${b}`)),
      of.map((_, n) =>
        routeTable(
          `r${n}`,
          `v${n}`,
          Object.fromEntries(
            [...links]
              .filter(([, pair]) => pair.includes(n))
              .map(([name, [a, b]]) => [
                `10.${a === n ? b : a}.0.0/16`,
                `vpc-peering-connection:${name}`,
              ]),
          ),
        ),
      ),
    )
  })

describe('the order of the stacks', () => {
  it('is accepter, requester, accepter again', () => {
    const document = documentOf(
      vpc('a', '10.0.0.0/16', places[0]),
      vpc('b', '10.1.0.0/16', places[2]),
      peering('ab', 'a', 'b'),
      routeTable('r', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    )
    const steps = stepsOf(document).map(({ name }) => name)
    const [requester, accepter] = [
      'test-main-account-eu-west-1',
      'test-account-222222222222-eu-west-1',
    ]
    expect(steps).toEqual([accepter, requester, accepter])
  })

  it('gives every stack in the end all that it takes, and what it cannot do without at once', () => {
    fc.assert(
      fc.property(designs, (document) => {
        const steps = stepsOf(document)
        for (const [index, { name, parameters, content }] of steps.entries()) {
          const before = steps.slice(0, index)
          for (const { output } of Object.values(parameters)) {
            const [stack, key = ''] = output.split('.')
            const source = before.find((step) => step.name === stack)
            expect(Object.keys(source?.content.Outputs ?? {}), output).toContain(key)
          }
          const needed = Object.entries(content.Parameters ?? {})
          const isFirst = before.every((step) => step.name !== name)
          const isLast = steps.slice(index + 1).every((step) => step.name !== name)
          for (const [key, { Default }] of needed)
            if (isLast || (isFirst && Default === undefined))
              expect(Object.keys(parameters)).toContain(key)
        }
      }),
      runs(0.6),
    )
  })
})
