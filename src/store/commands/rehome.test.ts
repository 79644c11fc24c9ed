import { describe, expect, it } from 'vitest'
import type { Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { s1 } from '../../model/examples/s1'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { createDesigner } from '../designer'
import { rehome } from './rehome'
import { rehomed } from './rehoming'

function opened() {
  const designer = createDesigner({ randomId: () => 'x' })
  designer.open({ designId: 'd', document: s1.document })
  return designer
}

const box = { x: 40, y: 64 }
const design = designOf(s1.document)

describe('moving into another container', () => {
  it('a NAT gateway within its VPC breaks nothing', () => {
    expect(rehomed(design, 'nat-gateway:a', 'subnet:a-public-b').breaks).toEqual([])
  })

  it('a NAT gateway to another VPC loses the routes that name it', () => {
    expect(rehomed(design, 'nat-gateway:a', 'subnet:b-public-a').breaks).toEqual([
      'A private loses its route to NAT gateway A.',
    ])
  })

  it('a subnet to another VPC takes a free block there and leaves table and interface behind', () => {
    const designer = opened()
    const moves = [{ id: 'subnet:a-private-b' as const, to: 'vpc:b' as const, box }]
    expect(rehomed(design, 'subnet:a-private-b', 'vpc:b').breaks).toHaveLength(3)
    designer.run(rehome, { moves })
    const { resources } = designer.getState().document
    expect(resources['subnet:a-private-b']).toMatchObject({
      vpcId: 'vpc:b',
      cidrBlock: '10.1.2.0/24',
      routeTableId: null,
    })
    const service = resources['workload:service-a']
    expect(service?.kind === 'workload' && Object.keys(service.interfaces)).toEqual([
      'subnet:a-private-a',
    ])
    designer.undo()
    expect(designer.getState().document).toEqual(s1.document)
  })

  it('a workload to another VPC keeps one interface and leaves its security groups', () => {
    const { changed, breaks } = rehomed(design, 'workload:service-a', 'subnet:b-private-a')
    expect(changed).toMatchObject([
      { interfaces: { 'subnet:b-private-a': {} }, securityGroupIds: [] },
    ])
    expect(breaks).toContain('Service A leaves security group service-a.')
  })

  it('whatever moves wherever, the result is a document that parses', () => {
    const all: readonly Resource[] = Object.values(s1.document.resources)
    const places = all.filter(({ kind }) => kind === 'vpc' || kind === 'subnet')
    const movers = all.filter(({ kind }) => ['subnet', 'workload', 'nat-gateway'].includes(kind))
    for (const { id } of movers)
      for (const place of places) {
        const designer = opened()
        designer.run(rehome, { moves: [{ id, to: place.id, box }] })
        const text = printDocument(designer.getState().document)
        expect(parseDocument(text), `${id} to ${place.id}`).toMatchObject({ ok: true })
      }
  })
})
