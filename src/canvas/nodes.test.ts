import { describe, expect, it } from 'vitest'
import { s1 } from '../model/examples/s1'
import type { Document } from '../model/document'
import { createDesigner, type Designer } from '../store/designer'
import { moveBoxes } from '../store/commands/move'
import { findingCounts } from '../store/selectors'
import { edgeDeriver } from './edges'
import { nodeDeriver } from './nodes'
import { inFlight, overlaid } from './useFlight'
import { drawLink } from '../store/actions/link'

function opened(): Designer {
  let count = 0
  const designer = createDesigner({ randomId: () => `n${(count += 1)}` })
  designer.open({ designId: 'd', document: s1.document })
  return designer
}

const sourceOf = (designer: Designer) => {
  const state = designer.getState()
  return {
    document: state.document,
    selection: state.view.selection,
    findings: findingCounts(state),
  }
}

const changed = <Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
) => after.filter((item) => !before.includes(item)).map(({ id }) => id)

describe('nodes', () => {
  it('are the same array and objects while nothing changes', () => {
    const designer = opened()
    const derive = nodeDeriver()
    expect(derive(sourceOf(designer))).toBe(derive(sourceOf(designer)))
  })

  it('change one by one: a moved subnet alone is a new object', () => {
    const designer = opened()
    const derive = nodeDeriver()
    const before = derive(sourceOf(designer))
    designer.run(moveBoxes, { boxes: { 'subnet:a-public-a': { x: 32, y: 80 } } })
    expect(changed(before, derive(sourceOf(designer)))).toEqual(['subnet:a-public-a'])
  })

  it('change one by one: selection marks only what it enters and leaves', () => {
    const designer = opened()
    const derive = nodeDeriver()
    designer.select(['vpc:a'])
    const before = derive(sourceOf(designer))
    designer.select(['vpc:b'])
    expect(changed(before, derive(sourceOf(designer)))).toEqual(['vpc:a', 'vpc:b'])
  })

  it('come container by container, parents before what they hold', () => {
    const nodes = nodeDeriver()(sourceOf(opened()))
    const seen = new Set<string>()
    for (const { id, parentId } of nodes) {
      if (parentId !== undefined) expect(seen).toContain(parentId)
      seen.add(id)
    }
    expect(nodes.map(({ id }) => id)).not.toContain('route-table:a-main')
  })

  it('say kind, name, address and findings in their label', () => {
    const { document } = s1
    const findings = new Map([['vpc:a' as const, { count: 2, worst: 'warn' as const }]])
    const nodes = nodeDeriver()({ document, selection: [], findings })
    expect(nodes.find(({ id }) => id === 'vpc:a')?.ariaLabel).toBe(
      'VPC VPC A, 10.0.0.0/16, ap-northeast-2, Platform, 2 findings, worst: warning',
    )
  })

  it('keep a gateway astride the border of a VPC whose size changed', () => {
    const grown: Document = {
      ...s1.document,
      layout: {
        ...s1.document.layout,
        'vpc:a': { x: 0, y: 0, width: 800, height: 600 },
        'internet-gateway:a': { x: 580, y: 300 },
      },
    }
    const nodes = nodeDeriver()({ document: grown, selection: [], findings: new Map() })
    const gateway = nodes.find(({ id }) => id === 'internet-gateway:a')
    expect(gateway?.position).toEqual({ x: 776, y: 300 })
  })
})

describe('a drag in flight', () => {
  it('makes one new node and touches neither the others nor the document', () => {
    const designer = opened()
    const before = nodeDeriver()(sourceOf(designer))
    const flight = inFlight(
      new Map(),
      [{ type: 'position', id: 'vpc:a', position: { x: 48, y: 96 }, dragging: true }],
      designer.getState().document,
    )
    const after = overlaid(before, flight)
    expect(changed(before, after)).toEqual(['vpc:a'])
    expect(after.find(({ id }) => id === 'vpc:a')?.position).toEqual({ x: 48, y: 96 })
    expect(designer.getState().document).toBe(s1.document)
  })

  it('slides a gateway along the border of its VPC', () => {
    const width = s1.document.layout['vpc:a']?.width ?? 0
    const flight = inFlight(
      new Map(),
      [{ type: 'position', id: 'internet-gateway:a', position: { x: width - 18, y: 200 } }],
      s1.document,
    )
    expect(flight.get('internet-gateway:a')).toEqual({ x: width - 24, y: 200 })
  })

  it('takes no measurement for a resize', () => {
    const measured = {
      type: 'dimensions' as const,
      id: 'vpc:a',
      dimensions: { width: 1, height: 1 },
    }
    expect(inFlight(new Map(), [measured], s1.document).size).toBe(0)
  })
})

describe('edges', () => {
  it('keep two links between the same VPCs apart, and each the same object', () => {
    const designer = opened()
    drawLink(designer, 'vpc:a', 'vpc:b')
    const derive = edgeDeriver()
    const [first] = derive(designer.getState().document, [])
    expect(first).toMatchObject({ source: 'vpc:a', target: 'vpc:b', data: { lane: 0 } })
    designer.run(moveBoxes, { boxes: { 'vpc:a': { x: 8, y: 8 } } })
    expect(derive(designer.getState().document, [])[0]).toBe(first)
  })
})
