import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { printHcl } from './hcl'
import { mapping } from './value'

const hasTerraform = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'terraform')))

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
)

describe.skipIf(!hasTerraform)('with terraform at hand', () => {
  it('nothing is left to format, whatever the keys and values', () => {
    const samples = fc.sample(fc.array(fc.tuple(texts, texts), { maxLength: 6 }), {
      ...runs(3),
    })
    const source = printHcl(
      samples.map((entries) => ({
        keyword: 'locals',
        labels: [],
        comment: entries.map(([key]) => key).slice(0, 1),
        body: { a: 1, bcd: mapping(entries), list: entries.map(([, value]) => value), z: true },
      })),
      () => '',
    )
    const formatted = execFileSync('terraform', ['fmt', '-'], {
      input: source,
      encoding: 'utf8',
      maxBuffer: Infinity,
    })
    expect(formatted).toBe(source)
  })
})
