import { describe, expect, it } from 'vitest'
import { s1 } from '../../model/examples/s1'
import { newInterface } from '../../kinds/network-interface/new-interface'
import type { ResourceOf } from '../../kinds/resource'
import { createDesigner } from '../designer'
import { editResource } from './edit'

function opened() {
  const designer = createDesigner({ randomId: () => 'x' })
  designer.open({ designId: 'd', document: s1.document })
  return designer
}

const face = newInterface('none')

/** Service A with interfaces in these subnets. */
function serviceIn(...subnetIds: readonly `subnet:${string}`[]): ResourceOf<'workload'> {
  const service = s1.document.resources['workload:service-a']
  if (service?.kind !== 'workload') throw new Error('S1 has a service A')
  return { ...service, interfaces: Object.fromEntries(subnetIds.map((id) => [id, face])) }
}

describe('a change of fields', () => {
  it('that leaves a workload one subnet draws it in there, and back across both', () => {
    const designer = opened()
    const box = () => designer.getState().document.layout['workload:service-a']
    designer.run(editResource, { resource: serviceIn('subnet:a-private-a'), what: 'interfaces' })
    expect(box()).toEqual({ x: 16, y: 64 })
    const both = serviceIn('subnet:a-private-a', 'subnet:a-private-b')
    designer.run(editResource, { resource: both, what: 'interfaces' })
    // the subnets lie at 24 and 256, 216 wide: 248 is the middle between them
    expect(box()).toMatchObject({ x: 248 - 184 / 2 + 4 })
    designer.undo()
    designer.undo()
    expect(designer.getState().document).toEqual(s1.document)
  })
  it('that leaves it where it is leaves its box alone', () => {
    const designer = opened()
    const service = s1.document.resources['workload:service-a']
    if (!service) throw new Error('S1 has a service A')
    designer.run(editResource, { resource: { ...service, name: 'Shop' }, what: 'name' })
    expect(designer.getState().document.layout).toBe(s1.document.layout)
  })
  it('remembers under which name a resource was imported, once', () => {
    const designer = opened()
    const rename = (name: string) => {
      const it = designer.getState().document.resources['workload:service-a']
      if (!it) throw new Error('S1 has a service A')
      designer.run(editResource, { resource: { ...it, awsId: 'i-0a', name }, what: 'name' })
      return designer.getState().document.resources['workload:service-a']
    }
    // drawn by hand, it has no other name
    expect(rename('First')?.importedName).toBeUndefined()
    expect(rename('Second')?.importedName).toBe('First')
    expect(rename('Third')?.importedName).toBe('First')
  })
})
