import { describe, expect, it } from 'vitest'
import { usualOptions } from './export-settings'
import { parseDocument } from './parse'
import { printDocument } from './print'
import { documentOf, vpc } from './testing/build'

const bare = documentOf(vpc('a', '10.0.0.0/16'))

function readBack(document: typeof bare) {
  const read = parseDocument(printDocument(document))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

describe('what a design remembers of its exports', () => {
  it('is not written as long as it is the usual', () => {
    const usual = { ...bare, exporting: { options: usualOptions, addresses: {} } }
    expect(printDocument(usual)).toBe(printDocument(bare))
    expect(readBack(bare)).toEqual(bare)
  })
  it('comes back from the file as it was', () => {
    const exporting = {
      options: { ...usualOptions, terraformLayout: 'modules', workloads: false } as const,
      addresses: { 'vpc:a': { '': 'aws_vpc.a', 'cidr 2': 'module.a.aws_x.y_2' } },
    }
    expect(readBack({ ...bare, exporting })).toEqual({ ...bare, exporting })
  })
  it('takes no address that is code', () => {
    const raw: unknown = JSON.parse(printDocument(bare))
    const exporting = { addresses: { 'vpc:a': { '': 'aws_vpc.a\n}\nresource "x" "y" {' } } }
    const read = parseDocument(JSON.stringify({ ...(raw as object), exporting }))
    expect(read.ok).toBe(false)
  })
})
