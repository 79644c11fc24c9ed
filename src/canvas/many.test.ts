import { expect, it } from 'vitest'
import type { Id } from '../kinds/resource'
import { s1 } from '../model/examples/s1'
import type { Document } from '../model/document'
import { createDesigner } from '../store/designer'
import { drawLink } from '../store/actions/link'
import { resourceById } from '../store/selectors'
import { drawsMany } from './many'
import { stopsOf } from './walk'

/** So many empty VPCs in a row, each peered with the next. */
function row(count: number): Document {
  const designer = createDesigner({ randomId: () => 'new' })
  designer.open({ designId: 'd', document: s1.document })
  const link = drawLink(designer, 'vpc:a', 'vpc:b') as Id<'vpc-peering-connection'>
  const vpc = resourceById('vpc:a')(designer.getState()) ?? expect.fail('S1 has VPC A')
  const peering = resourceById(link)(designer.getState()) ?? expect.fail('they can be peered')
  const idOf = (at: number) => `vpc:${at}` as const
  const numbers = Array.from({ length: count }, (_, at) => at)
  const vpcs = numbers.map((at) => ({ ...vpc, id: idOf(at) }))
  const peerings = numbers.slice(1).map((at) => ({
    ...peering,
    id: `vpc-peering-connection:${at}` as const,
    requesterVpcId: idOf(at - 1),
    accepterVpcId: idOf(at),
  }))
  return {
    ...s1.document,
    resources: Object.fromEntries([...vpcs, ...peerings].map((it) => [it.id, it])),
    layout: Object.fromEntries(
      vpcs.map(({ id }, at) => [id, { x: at * 400, y: 0, width: 300, height: 200 }]),
    ),
  }
}

it('links count as boxes do', () => {
  expect(drawsMany(row(200))).toBe(false)
  expect(drawsMany(row(201))).toBe(true)
})

it('what is drawn without a label from a distance is not walked to', () => {
  const link = (stops: ReadonlyMap<Id, unknown>) => stops.has('vpc-peering-connection:1')
  expect(link(stopsOf(row(200), 'distant'))).toBe(true)
  expect(link(stopsOf(row(201), 'distant'))).toBe(false)
  expect(link(stopsOf(row(201), 'far'))).toBe(true)
})
