import { describe, expect, it } from 'vitest'
import { matrixEnds } from '../../engine/matrix/ends'
import { matrixOf } from '../../engine/matrix/matrix'
import { resolve } from '../../engine/network'
import { designOf } from '../../model/design'
import { documentOf, mainTable, peering, subnet, vpc, workload } from '../../model/testing/build'
import { countOf, saysOf } from './cell-words'
import { csvOf } from './csv'
import { placeAfter } from './keys'
import { linesOf, sumOf, type Grouping } from './lines'

const document = documentOf(
  vpc('b', '10.1.0.0/16'),
  vpc('a', '10.0.0.0/16'),
  mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
  // of b, the way back is there for one half of a alone
  mainTable('b', 'b', { '10.0.0.0/24': 'vpc-peering-connection:ab' }),
  peering('ab', 'a', 'b'),
  subnet('a 2', 'a', '10.0.1.0/24'),
  subnet('a 1', 'a', '10.0.0.0/24'),
  subnet('=b 1', 'b', '10.1.0.0/24'),
  workload('w', '=b 1'),
)
const network = resolve(document)
const design = designOf(document)
const table = matrixOf(network, { protocol: 'tcp', port: 443 }, matrixEnds(network.document, false))
const lines = (open: boolean, filter = '') => linesOf(table, design, () => open, filter)

describe('the lines of the matrix', () => {
  it('are VPCs by name and their subnets by address, under the name of the VPC', () => {
    expect(lines(true).map(({ short }) => short)).toEqual(['a', '1', '2', 'b', '=b 1'])
    expect(lines(false).map(({ label }) => label)).toEqual(['a', 'b'])
  })
  it('hold the workloads of a VPC after its subnets', () => {
    expect(matrixEnds(network.document, true)).toEqual([
      'subnet:a 1',
      'subnet:a 2',
      'subnet:=b 1',
      'workload:w',
    ])
  })
  it('are those whose name or block is asked for', () => {
    expect(lines(true, '10.0.1').map(({ label }) => label)).toEqual(['a', 'a 2'])
    expect(lines(true, 'nowhere')).toEqual([])
  })
  it('stand below the account or the route table as well, what is outside every VPC apart', () => {
    const by = (grouping: Grouping, ends = table.ends) =>
      linesOf({ ...table, ends }, design, () => false, '', grouping).map(({ label }) => label)
    expect(by('route-table')).toEqual(['a', 'b'])
    expect(by('account')).toEqual(['Main account'])
    expect(by('vpc', [...table.ends, 'vpc-peering-connection:ab'])).toEqual(['a', 'b', 'Outside'])
  })
  it('sum up what their pairs say', () => {
    const [a, one, two, b] = lines(true)
    if (!a || !one || !two || !b) throw new Error('Bug: four lines')
    expect(sumOf(table, one, b)).toMatchObject({ verdict: 'reachable', pairs: 1 })
    expect(sumOf(table, two, b)).toMatchObject({ verdict: 'not-reachable', pairs: 1 })
    expect(sumOf(table, a, b)).toMatchObject({ verdict: 'mixed', reachable: 1, pairs: 2 })
    expect(sumOf(table, one, one)).toMatchObject({ verdict: 'none', pairs: 0 })
  })
  it('never pass for refused where some of their pairs cannot be told', () => {
    const untold = {
      ends: ['subnet:a 1', 'subnet:a 2', 'subnet:=b 1'] as const,
      classes: Int32Array.of(0, 1, 2),
      homes: Int32Array.of(-1, -1, -1),
      count: 3,
      cells: Array.from({ length: 18 }, (_, slot) =>
        slot < 6
          ? ({ verdict: 'not-modelled', code: 'UNSUPPORTED_COMPONENT' } as const)
          : ({ verdict: 'not-reachable', code: 'NO_ROUTE_TO_DESTINATION' } as const),
      ),
    }
    const [a, b] = linesOf(untold, design, () => false, '')
    if (!a || !b) throw new Error('Bug: two lines')
    const sum = sumOf(untold, a, b)
    expect(sum).toMatchObject({ verdict: 'mixed', reachable: 0, unmodelled: 1, pairs: 2 })
    expect(saysOf(a, b, sum)).toBe('a to b: 0 of 2 pairs reachable, 1 not modelled')
    expect(countOf(sum)).toBe('0?')
    const back = sumOf(untold, b, a)
    expect(back).toMatchObject({ verdict: 'not-reachable', unmodelled: 0 })
    expect(countOf(sumOf(table, a, b))).toBe('1')
  })
  it('are written as CSV that no spreadsheet takes for a formula', () => {
    const [head, ...rows] = csvOf(table, design, lines(true)).trim().split('\r\n')
    expect(head).toBe('from,from_id,to,to_id,verdict,code')
    expect(rows).toHaveLength(6)
    expect(rows).toContain("a 1,subnet:a 1,'=b 1,subnet:=b 1,reachable,")
  })
})

describe('keys in the matrix', () => {
  const key = (name: string, more: object = {}) =>
    placeAfter(
      { key: name, ctrlKey: false, altKey: false, metaKey: false, ...more },
      { row: 3, column: 0 },
      5,
    )
  it.each([
    ['ArrowLeft', { row: 3, column: -1 }],
    ['ArrowUp', { row: 2, column: 0 }],
    ['PageDown', { row: 4, column: 0 }],
    ['End', { row: 3, column: 4 }],
    ['a', null],
  ])('%s', (name, expected) => {
    expect(key(name)).toEqual(expected)
  })
  it('leave the page what is meant for it', () => {
    expect(key('ArrowLeft', { altKey: true })).toBeNull()
  })
})
