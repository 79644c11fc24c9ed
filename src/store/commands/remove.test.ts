import { describe, expect, it } from 'vitest'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import { s1 } from '../../model/examples/s1'
import { containerMargins } from '../../model/layout'
import { apply } from '../history'
import { removeResources } from './remove'

describe('deleting one of the two subnets of a workload', () => {
  const { next } = apply(s1.document, removeResources, { ids: ['subnet:a-private-a'] }) ?? {
    next: s1.document,
  }
  const service = next.resources['workload:service-a'] ?? expect.fail('it went along')

  it('draws it in the one that is left, clear of header and margin', () => {
    expect(parentOf(service, designOf(next))).toBe('subnet:a-private-b')
    const box = next.layout['workload:service-a']
    expect(box?.x).toBe(containerMargins.subnet.side)
    expect(box?.y).toBe(containerMargins.subnet.top)
  })

  it('leaves the workload of the other VPC where it was', () => {
    expect(next.layout['workload:service-b']).toEqual(s1.document.layout['workload:service-b'])
  })
})
