import { describe, expect, it } from 'vitest'
import type { Id } from '../../kinds/resource'
import { resourceSchema } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { all, documentOf } from '../../model/testing/build'
import { resolve } from '../network'
import { alikeIn } from './alike'
import { changedBetween } from './changed'
import { excerptOf } from './excerpt'
import { groundOf } from './ground'

const before = documentOf(...hubAndSpoke(9).resources)
const network = resolve(before)
const subnets = network.design.all('subnet').map(({ id }) => id)
const ground = groundOf(network, alikeIn(network, subnets))

/** The design with other fields of one resource. */
function edited(id: string, fields: object): Document {
  const it = resourceSchema.parse({ ...before.resources[id as Id], ...fields })
  return { ...before, resources: { ...before.resources, [it.id]: it } }
}

const excerptAfter = (document: Document) =>
  excerptOf(ground, document, changedBetween(before, document))

const routesTo = (block: string) => ({ routes: { [block]: { target: 'transit-gateway:hub' } } })

describe('the excerpt after an edit', () => {
  it.each([
    ['a route of spoke 7', 'route-table:spoke-7', routesTo('172.16.0.0/16'), '7 8 9'],
    ['a route of spoke 9', 'route-table:spoke-9', routesTo('172.16.0.0/16'), '7 8 9'],
    [
      'a rule of spoke 5',
      'security-group:spoke-5',
      { ingress: { a: all('10.5.0.0/28') } },
      '5 8 9',
    ],
  ])('of %s holds the hub, that spoke, and two of those like it', (_, id, fields, spokes) => {
    const excerpt = excerptAfter(edited(id, fields))
    const vpcs = excerpt?.network.design.all('vpc').map((it) => it.id)
    const held = ['vpc:shared', ...spokes.split(' ').map((number) => `vpc:spoke-${number}`)]
    expect(vpcs?.toSorted()).toEqual(held)
  })
  it('names nothing that is left out', () => {
    const excerpt = excerptAfter(edited('route-table:spoke-7', routesTo('172.16.0.0/16')))
    const { associations } = excerpt?.network.design.get('transit-gateway-route-table:spokes') ?? {}
    expect(associations).toEqual(
      [7, 8, 9].map((number) => `transit-gateway-vpc-attachment:spoke-${number}`),
    )
  })
  it.each([
    ['leads to a spoke left out', 'route-table:spoke-7', routesTo('10.1.0.0/24')],
    ['tells hosts there apart', 'security-group:spoke-7', { ingress: { a: all('10.1.0.0/28') } }],
    ['takes a block that it has', 'vpc:spoke-7', { secondaryCidrBlocks: ['10.1.128.0/17'] }],
  ])('cannot be where the edit %s', (_, id, fields) => {
    expect(excerptAfter(edited(id, fields))).toBeNull()
  })
})
