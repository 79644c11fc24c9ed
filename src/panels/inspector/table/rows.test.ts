import { expect, it } from 'vitest'
import { resourceSchema, type ResourceOf } from '../../../kinds/resource'
import { inOrder, rowProblem, withRow } from './rows'

const acl = resourceSchema.parse({
  id: 'network-acl:a',
  kind: 'network-acl',
  name: 'acl',
  vpcId: 'vpc:a',
  ingress: { 100: { ruleAction: 'allow', protocol: '-1', cidrBlock: '0.0.0.0/0' } },
}) as ResourceOf<'network-acl'>

const row = { ...acl.ingress['100'] }

const said = (key: string, change: object, column: string | null) =>
  rowProblem(acl, 'ingress', withRow(acl.ingress, key, { ...row, ...change }, '100'), key, column)

it('a row is read by the schema of its kind, and the mended text is offered', () => {
  expect(said('100', {}, null)).toBeNull()
  expect(said('100', { cidrBlock: '10.0.0.5/16' }, 'cidrBlock')).toMatchObject({
    tone: 'error',
    suggestion: '10.0.0.0/16',
  })
})

it('a cell is not blamed for what another one holds', () => {
  expect(said('100', { cidrBlock: 'x' }, 'protocol')).toBeNull()
  expect(said('100', { cidrBlock: 'x' }, null)?.tone).toBe('error')
})

it('a key is read too: rules are numbered up to 32766 (ACL-2)', () => {
  expect(said('32766', {}, '')).toBeNull()
  expect(said('32767', {}, '')?.text).toContain('32767')
})

it('rows stand in the order of their numbers or addresses', () => {
  const keys = (rows: Record<string, object>) =>
    inOrder(rows as Parameters<typeof inOrder>[0]).map(([key]) => key)
  expect(keys({ 100: {}, 90: {}, 1000: {} })).toEqual(['90', '100', '1000'])
  expect(keys({ '10.1.0.0/16': {}, '9.0.0.0/8': {}, '::/0': {} })).toEqual([
    '9.0.0.0/8',
    '10.1.0.0/16',
    '::/0',
  ])
})

it('a row that gets another key keeps its place', () => {
  expect(Object.keys(withRow({ a: {}, b: {}, c: {} }, 'x', {}, 'b'))).toEqual(['a', 'x', 'c'])
})
