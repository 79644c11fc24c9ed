import { describe, expect, it } from 'vitest'
import { changesSince } from './changes'

const vpc =
  'resource "aws_vpc" "a" {\n  cidr_block = "10.0.0.0/16"\n\n  tags = {\n    "Name" = "a"\n  }\n}\n'
const igw = 'resource "aws_internet_gateway" "a" {\n  vpc_id = aws_vpc.a.id\n}\n'

const marked = (before: string, now: string) => {
  const { of } = changesSince([{ path: 'a.tf', text: before }], [{ path: 'a.tf', text: now }])
  return [of.get('a.tf')?.state, [...(of.get('a.tf')?.lines ?? [])]]
}

describe('what changed since the last export', () => {
  it('is nothing where nothing did', () => {
    expect(marked(vpc, vpc)).toEqual(['same', []])
  })
  it('is the very line', () => {
    expect(marked(`${vpc}\n${igw}`, `${vpc.replace('16', '20')}\n${igw}`)).toEqual(['changed', [2]])
  })
  it('is a whole new resource, and not what stands behind it', () => {
    expect(marked(igw, `${vpc}\n${igw}`)).toEqual(['changed', [1, 2, 4, 5, 6, 7]])
  })
  it('is the head of a resource that lost a line', () => {
    expect(marked(vpc, vpc.replace('  cidr_block = "10.0.0.0/16"\n', ''))).toEqual(['changed', [1]])
  })
  it('is not what only moved', () => {
    expect(marked(`${vpc}\n${igw}`, `${igw}\n${vpc}`)).toEqual(['changed', []])
  })
  it('names files that came and went', () => {
    const { of, gone } = changesSince(
      [{ path: 'old.tf', text: vpc }],
      [{ path: 'new.tf', text: vpc }],
    )
    expect([of.get('new.tf')?.state, gone]).toEqual(['new', ['old.tf']])
  })
})
