import { describe, expect, it } from 'vitest'
import { analyse } from '../engine/analyse'
import type { Id } from '../kinds/resource'
import { centralInspection } from '../model/examples/central-inspection'
import type { Example } from '../model/examples/example'
import { s6 } from '../model/examples/s6'
import { litIds } from './lit'
import { litLeg } from './lit-path'
import { sceneOf } from './PathOverlay'
import { rectsOf } from './rects'

function lighted({ document, flow }: Example, source: Id, destination: Id) {
  const { protocol, port } = flow
  const analysis = analyse(document, {
    source: { type: 'resource', id: source },
    destination: { type: 'resource', id: destination },
    protocol,
    port,
  })
  return { trace: analysis.trace, lit: litIds({ document, analysis }) }
}

const dataCentre: Id = 'on-premises-network:data-centre'
const router: Id = 'customer-gateway:data-centre'

describe('what lies on the path is lit', () => {
  it('with the customer gateway between an on-premises network and its VPN connection', () => {
    const { trace, lit } = lighted(s6, dataCentre, 'workload:a')
    expect([...lit]).toContain(router)
    expect([...lit]).not.toContain('workload:b')

    const rects = rectsOf(s6.document)
    const { lines } = litLeg(
      trace?.request ?? null,
      { ...sceneOf(s6.document, rects, 'near'), unit: 1 },
      'reachable',
    )
    const box = rects.get(router)
    const end = lines[0]?.at(-1)
    expect(box && end && end.x >= box.x - 6 && end.x <= box.x + box.width + 6).toBe(true)
    expect(box && end && end.y >= box.y - 6 && end.y <= box.y + box.height + 6).toBe(true)
  })

  it('as far as the packet comes: no link beyond the drop, nor its ends', () => {
    const { lit } = lighted(s6, 'workload:b', dataCentre)
    expect([...lit]).not.toContain(router)
    expect([...lit]).not.toContain('vpn-gateway:a')
  })

  it('with what decides behind the scenes: the firewall of an endpoint', () => {
    const { lit } = lighted(centralInspection, 'workload:spoke-a', 'internet:internet')
    expect([...lit]).toContain('network-firewall:inspection')
  })
})
