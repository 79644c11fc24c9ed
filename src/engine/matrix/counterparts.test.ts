import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import { documentOf, subnet, vpc } from '../../model/testing/build'
import type { Id } from '../../kinds/resource'
import { counterparts } from './counterparts'

/** The same design from elsewhere: other ids, the names kept. */
const elsewhere = (it: object) =>
  JSON.parse(JSON.stringify(it).replaceAll(/"(vpc|subnet):(\w)/g, '"$1:x-$2')) as object

const design = (...them: readonly object[]) => designOf(documentOf(...them))
const mine = [
  vpc('a', '10.0.0.0/16'),
  subnet('one', 'a', '10.0.0.0/24'),
  subnet('two', 'a', '10.0.1.0/24'),
]
const idsOf = (it: ReturnType<typeof design>): readonly Id[] => it.all('subnet').map(({ id }) => id)

describe('the ends of another design', () => {
  it.each([
    ['are told by their names where their ids differ', mine.map(elsewhere), mine, mine.slice(1)],
    ['keep their ids where both know them', mine, mine, mine.slice(1)],
  ])('%s', (_, before, after, expected) => {
    const [was, is] = [design(...before), design(...after)]
    expect(counterparts(idsOf(was), was, is, idsOf(is))).toEqual(
      expected.map((it) => (it as { id: string }).id),
    )
  })
  it('that share a name are not guessed', () => {
    const twice = [...mine, { ...elsewhere(subnet('one', 'a', '10.0.2.0/24')), vpcId: 'vpc:a' }]
    const [was, is] = [design(...mine.map(elsewhere)), design(...twice)]
    const found = counterparts(['subnet:x-two'], was, is, idsOf(is))
    expect(found).toEqual(['subnet:two'])
    expect(counterparts(['subnet:x-none'], was, is, idsOf(is))).toEqual(['subnet:x-none'])
  })
  it('are of the VPC of that name', () => {
    const other = [vpc('b', '10.0.0.0/16'), subnet('one', 'b', '10.0.0.0/24')]
    const [was, is] = [design(...other.map(elsewhere)), design(...mine)]
    expect(counterparts(idsOf(was), was, is, idsOf(is))).toEqual(['subnet:x-one'])
  })
})
