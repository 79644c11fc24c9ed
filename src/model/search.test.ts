import { describe, expect, it } from 'vitest'
import { s1 } from './examples/s1'
import { search } from './search'

const found = (words: string) => search(s1.document, words).map(({ id }) => id)

describe('search', () => {
  it('an address finds its subnet first, then its VPC', () => {
    expect(found('10.1.100.9')).toEqual(['subnet:b-public-a', 'vpc:b'])
  })

  it('a block finds who has it, then who shares addresses with it', () => {
    expect(found('10.0.1.0/24')).toEqual(['subnet:a-private-b', 'vpc:a'])
  })

  it.each([
    ['service a', 'workload:service-a'],
    ['VPC B', 'vpc:b'],
    ['nat', 'nat-gateway:a'],
    ['10.1.1', 'subnet:b-private-b'],
    ['internet gateway vpc a', 'internet-gateway:a'],
  ])('%s finds %s first', (words, id) => {
    expect(found(words)[0]).toBe(id)
  })

  it('nothing finds nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('mainframe')).toEqual([])
  })
})
