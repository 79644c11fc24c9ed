import { describe, expect, it } from 'vitest'
import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { s1 } from '../../model/examples/s1'
import { s3 } from '../../model/examples/s3'
import { emptyDocument, type Document } from '../../model/document'
import { createDesigner, type Designer } from '../designer'
import { align, distribute, nudge } from './arrange'
import { copyText, cutText, duplicate, pasteText } from './clipboard'
import { acceptPeeringOf, drawLink } from './link'
import { place } from './place'
import { askPath } from './question'
import { requestRemoval } from './remove'
import { selectAll } from './select'

function opened(document: Document): Designer {
  let count = 0
  const designer = createDesigner({ randomId: () => `n${(count += 1)}` })
  designer.open({ designId: 'd', document })
  return designer
}

const peeringsOf = (designer: Designer) =>
  designOf(designer.getState().document).all('vpc-peering-connection')

describe('drawing a link', () => {
  it('requests a peering connection, which can be accepted', () => {
    const designer = opened(s1.document)
    drawLink(designer, 'vpc:a', 'vpc:b')
    const [peering] = peeringsOf(designer)
    expect(peering).toMatchObject({
      requesterVpcId: 'vpc:a',
      accepterVpcId: 'vpc:b',
      status: 'pending-acceptance',
    })
    expect(designer.getState().view.selection).toEqual([peering?.id])
    if (peering) acceptPeeringOf(designer, peering)
    expect(peeringsOf(designer)[0]?.status).toBe('active')
  })

  it('a second one between the same two is refused and not drawn', () => {
    const designer = opened(s1.document)
    drawLink(designer, 'vpc:a', 'vpc:b')
    drawLink(designer, 'vpc:b', 'vpc:a')
    expect(peeringsOf(designer)).toHaveLength(1)
    expect(designer.getState().view.notice?.tone).toBe('problem')
  })

  it('of overlapping VPCs is drawn as failed, says why and marks both blocks', () => {
    const designer = opened(s3.document)
    const before = peeringsOf(designer).length
    const [one, other] = designOf(s3.document).all('vpc')
    if (!one || !other) throw new Error('S3 has two VPCs')
    drawLink(designer, one.id, other.id)
    const { view } = designer.getState()
    expect(peeringsOf(designer)).toHaveLength(before + 1)
    expect(peeringsOf(designer).every(({ status }) => status === 'failed')).toBe(true)
    expect(view.notice?.text).toContain('overlap')
    expect(view.collision).toEqual([
      { id: one.id, cidr: one.cidrBlock },
      { id: other.id, cidr: other.cidrBlock },
    ])
  })
})

describe('asking for a path', () => {
  it('keeps one end until the other is chosen, then asks', () => {
    const designer = opened(s1.document)
    askPath(designer, 'destination', 'workload:service-b')
    expect(designer.getState().view.question).toBeNull()
    askPath(designer, 'source', 'workload:service-a')
    expect(designer.getState().view).toMatchObject({
      panel: 'path',
      halfQuestion: {},
      question: {
        source: { id: 'workload:service-a' },
        destination: { id: 'workload:service-b' },
        protocol: 'tcp',
      },
    })
  })

  it('changes one end of a question and leaves the rest', () => {
    const designer = opened(s1.document)
    askPath(designer, 'source', 'workload:service-a')
    askPath(designer, 'destination', 'workload:service-b')
    const { question } = designer.getState().view
    designer.look({ question: question && { ...question, port: 8080 } })
    askPath(designer, 'source', 'internet:internet')
    expect(designer.getState().view.question).toMatchObject({
      source: { id: 'internet:internet' },
      destination: { id: 'workload:service-b' },
      port: 8080,
    })
  })
})

describe('deleting', () => {
  it('asks first where more goes along, and does nothing yet', () => {
    const designer = opened(s1.document)
    requestRemoval(designer, ['vpc:a'])
    expect(designer.getState().view.asking).toEqual({ type: 'remove', ids: ['vpc:a'] })
    expect(designer.getState().document).toBe(s1.document)
  })

  it('deletes at once what nothing hangs on', () => {
    const designer = opened(s1.document)
    requestRemoval(designer, ['internet:internet'])
    expect(designer.getState().document.resources['internet:internet']).toBeUndefined()
    expect(designer.getState().view.asking).toBeNull()
  })

  it('refuses a main route table and says why', () => {
    const designer = opened(s1.document)
    requestRemoval(designer, ['route-table:a-main'])
    expect(designer.getState().view.notice?.text).toContain('goes only with the VPC')
  })
})

describe('copying', () => {
  it('pastes a VPC with all it holds, in free blocks, as one entry', () => {
    const designer = opened(s1.document)
    const text = copyText(designer, ['vpc:a']) ?? ''
    expect(pasteText(designer, text, { into: null, at: { x: 2000, y: 0 } })).toBe(true)
    const [pasted] = designer.getState().view.selection
    expect(designer.getState().past).toHaveLength(1)
    expect(pasted && designer.getState().document.resources[pasted]).toMatchObject({
      cidrBlock: '10.2.0.0/16',
    })
    expect(pasted && designer.getState().document.layout[pasted]).toMatchObject({
      x: 2000,
      width: s1.document.layout['vpc:a']?.width,
    })
  })

  it('cuts, and leaves other text on the clipboard alone', () => {
    const designer = opened(s1.document)
    expect(cutText(designer, ['internet:internet'])).toContain('causeway/clip')
    expect(designer.getState().document.resources['internet:internet']).toBeUndefined()
    expect(pasteText(designer, 'hello', { into: null, at: { x: 0, y: 0 } })).toBe(false)
    expect(copyText(designer, [])).toBeNull()
  })

  it('duplicates beside the original, clear of it', () => {
    const designer = opened(s1.document)
    duplicate(designer, ['subnet:a-public-a'])
    const [copy] = designer.getState().view.selection
    expect(copy && designer.getState().document.resources[copy]).toMatchObject({ vpcId: 'vpc:a' })
  })
})

describe('arranging', () => {
  const two: readonly Id[] = ['subnet:a-public-a', 'subnet:a-private-b']

  it('nudges by grid steps; a burst is one entry', () => {
    const designer = opened(s1.document)
    designer.select(['vpc:a', 'subnet:a-public-a'])
    nudge(designer, { x: 1, y: 0 })
    nudge(designer, { x: 1, y: 5 })
    const { document, past } = designer.getState()
    expect(past).toHaveLength(1)
    const before = s1.document.layout['vpc:a'] ?? { x: 0, y: 0 }
    expect(document.layout['vpc:a']).toMatchObject({ x: before.x + 16, y: before.y + 40 })
    // what moves along with its container is not moved twice
    expect(document.layout['subnet:a-public-a']).toEqual(s1.document.layout['subnet:a-public-a'])
  })

  it('aligns what shares a container', () => {
    const designer = opened(s1.document)
    designer.select(two)
    align(designer, 'top')
    const { layout } = designer.getState().document
    expect(layout['subnet:a-private-b']?.y).toBe(layout['subnet:a-public-a']?.y)
  })

  it('does not align across containers', () => {
    const designer = opened(s1.document)
    designer.select(['subnet:a-public-a', 'subnet:b-private-b'])
    align(designer, 'left')
    expect(designer.getState().past).toHaveLength(0)
  })

  it('spaces three evenly and leaves the outer two', () => {
    const designer = opened(emptyDocument('Test'))
    const placed = [0, 400, 1000].flatMap(
      (x) => place(designer, 'public-address', { on: [], at: { x, y: 0 } }) ?? [],
    )
    designer.select(placed)
    distribute(designer, 'x')
    const { layout } = designer.getState().document
    // each is 184 wide: two gaps of 316, to the grid
    expect(placed.map((id) => layout[id]?.x)).toEqual([0, 504, 1000])
  })

  it('selects the neighbours first and everything at the second time', () => {
    const designer = opened(s1.document)
    designer.select(['subnet:a-public-a'])
    selectAll(designer)
    const { selection } = designer.getState().view
    expect(selection).toContain('subnet:a-private-b')
    expect(selection).not.toContain('vpc:b')
    selectAll(designer)
    expect(designer.getState().view.selection).toHaveLength(
      Object.keys(s1.document.resources).length,
    )
  })
})

describe('placing', () => {
  it('takes back what was said of the state before, and so does undo', () => {
    const designer = opened(s1.document)
    designer.notify('A NAT gateway lies in a subnet.', 'problem')
    place(designer, 'security-group', { on: ['vpc:a'], at: { x: 0, y: 0 } })
    expect(designer.getState().view.notice).toBeNull()
    designer.notify('VPC A to VPC B drawn.')
    designer.undo()
    expect(designer.getState().view.notice).toBeNull()
  })

  it('puts a second gateway beside the first and its label', () => {
    const designer = opened(s1.document)
    const id = place(designer, 'egress-only-internet-gateway', {
      on: ['vpc:a'],
      at: { x: 0, y: 0 },
    })
    const { layout } = designer.getState().document
    const [first, second] = [layout['internet-gateway:a'], id && layout[id]]
    expect(Math.abs((second || { x: 0 }).x - (first?.x ?? 0))).toBeGreaterThan(160)
  })

  it('leaves what is said of another design', () => {
    const designer = opened(s1.document)
    const offer = { label: 'Open it', accept: () => undefined, outlives: true }
    designer.notify('Your changes are kept as a design of their own.', 'problem', offer)
    place(designer, 'security-group', { on: ['vpc:a'], at: { x: 0, y: 0 } })
    expect(designer.getState().view.notice?.offer).toEqual(offer)
  })
})
