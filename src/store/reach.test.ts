import { describe, expect, it } from 'vitest'
import { documentOf, subnet, vpc, workload } from '../model/testing/build'
import type { Reach } from '../engine/matrix/reach'
import type { Id } from '../kinds/resource'
import { askReach, clearReach } from './actions/reach'
import { createDesigner } from './designer'
import { holdsReached, reachMark, reachMarkWithin, reachWords } from './reach'

const document = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  subnet('a 1', 'a', '10.0.0.0/24'),
  subnet('b 1', 'b', '10.1.0.0/24'),
  subnet('b 2', 'b', '10.1.1.0/24'),
  workload('w', 'b 1'),
)

function designerWith(verdicts: readonly (readonly [Id, Reach])[]) {
  const designer = createDesigner({ randomId: () => 'x' })
  designer.open({ designId: 'd', document })
  askReach(designer, 'subnet:a 1', 'from')
  const { reach } = designer.getState().view
  if (!reach) throw new Error('Bug: it was asked')
  designer.setState({ reached: { query: reach, document, verdicts: new Map(verdicts) } })
  return designer
}

describe('what is reached', () => {
  const designer = designerWith([
    ['subnet:b 1', 'reachable'],
    ['subnet:b 2', 'not-reachable'],
    ['workload:w', 'not-modelled'],
  ])
  const of = <T>(select: (state: ReturnType<typeof designer.getState>) => T) =>
    select(designer.getState())

  it('is marked by what becomes of it, what is blocked not at all', () => {
    expect(of(reachMark('subnet:a 1'))).toBe('subject')
    expect(of(reachMark('subnet:b 1'))).toBe('reachable')
    expect(of(reachMark('subnet:b 2'))).toBeNull()
    expect(of(reachMark('workload:w'))).toBe('not-modelled')
  })
  it('marks a container that hides it, and keeps those around it in sight', () => {
    expect(of(reachMarkWithin('vpc:b'))).toBe('partly')
    expect(of(reachMarkWithin('vpc:a'))).toBeNull()
    expect([of(holdsReached('vpc:b')), of(holdsReached('vpc:a'))]).toEqual([true, true])
    expect(of(holdsReached('subnet:b 2'))).toBe(false)
  })
  it('is told in words', () => {
    expect(of((state) => reachWords(state, 'subnet:b 1'))).toBe('is reached')
    expect(of((state) => reachWords(state, 'subnet:b 2'))).toBeNull()
  })
  it('is no answer to another question, and gone with one', () => {
    const other = designerWith([['subnet:b 1', 'reachable']])
    askReach(other, 'subnet:b 2', 'to')
    expect(reachMark('subnet:b 1')(other.getState())).toBeNull()
    clearReach(other)
    expect(reachMark('subnet:b 2')(other.getState())).toBeNull()
  })
  it('gives way to a path that is asked for', () => {
    const other = designerWith([])
    other.look({
      question: {
        source: { type: 'resource', id: 'subnet:a 1' },
        destination: { type: 'resource', id: 'subnet:b 1' },
        protocol: 'tcp',
        port: 443,
      },
    })
    expect(other.getState().view.reach).toBeNull()
  })
})
