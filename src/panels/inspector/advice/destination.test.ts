import { expect, it } from 'vitest'
import { invariant } from '../../../base/invariant'
import { designOf } from '../../../model/design'
import { documentOf, internetGateway, routeTable, vpc } from '../../../model/testing/build'
import { destinationProblem } from './destination'

const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    internetGateway('i', 'a'),
    routeTable('rt', 'a', { '0.0.0.0/0': 'internet-gateway:i' }),
  ),
)
const table = design.get('route-table:rt')
invariant(table, 'the design holds what it was built from')

it.each([
  ['0.0.0.0/0', 'error', 'already'],
  ['10.0.4.0/24', 'warn', 'the local route decides'],
  ['10.0.0.0/16', 'warn', 'the local route decides'],
  ['10.1.0.9/16', 'error', 'host bits'],
])('%s: %s, %s', (text, tone, words) => {
  expect(destinationProblem(text, table, design)).toMatchObject({
    tone,
    text: expect.stringContaining(words),
  })
})

it.each(['10.1.0.0/16', '10.0.0.0/8'])('%s will do', (text) => {
  expect(destinationProblem(text, table, design)).toBeNull()
})
