import { expect, it } from 'vitest'
import type { Change } from '../../import/merge'
import type { Id } from '../../kinds/resource'
import { comingOf } from './left-out'

const change = (id: Id<'vpc'>, ...needs: readonly Id[]): Change => ({
  id,
  kind: 'vpc',
  name: id,
  known: null,
  type: 'new',
  fields: [],
  usual: true,
  needs,
})

it('what is left out takes along what needs it, over several steps, and nothing else', () => {
  const changes = [
    change('vpc:c', 'vpc:b'),
    change('vpc:b', 'vpc:a'),
    change('vpc:a'),
    change('vpc:x'),
  ]
  expect([...comingOf(changes, new Set(['vpc:a']))]).toEqual(['vpc:x'])
  expect([...comingOf(changes, new Set(['vpc:b']))]).toEqual(['vpc:a', 'vpc:x'])
  expect(comingOf(changes, new Set()).size).toBe(4)
})
