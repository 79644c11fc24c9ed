import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue, definitionOf, kinds, linksOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { parentOf } from '../../model/containment'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { drawLink } from '../actions/link'
import { duplicate } from '../actions/clipboard'
import { place } from '../actions/place'
import { removeNow } from '../actions/remove'
import { createDesigner, type Designer } from '../designer'
import { drawEverything, missingKinds } from '../testing/everything'

let designer: Designer
let ids: Record<string, Id>

beforeEach(() => {
  let count = 0
  designer = createDesigner({
    randomId: () => {
      count += 1
      return `n${count}`
    },
  })
  ids = drawEverything(designer)
})

const all = () => Object.values(designer.getState().document.resources) as readonly Resource[]
const of = <K extends Resource['kind']>(kind: K) =>
  all().filter((it): it is Extract<Resource, { kind: K }> => it.kind === kind)

describe('a design with every kind, drawn as a user draws it', () => {
  it('has every kind of the catalogue', () => {
    expect(missingKinds(designer, kinds)).toEqual([])
  })
  it('is printed and read without a problem', () => {
    const { document } = designer.getState()
    const read = parseDocument(printDocument(document))
    expect(read.ok ? [] : read.problems).toEqual([])
  })
  it('gives a box to all that has one, inside something that is there', () => {
    const { document } = designer.getState()
    const design = designOf(document)
    for (const it of all()) {
      if (catalogue[it.kind].look.size) expect(document.layout[it.id], it.id).toBeDefined()
      const home = parentOf(it, design)
      if (home) expect(design.get(home), it.id).toBeDefined()
    }
  })
  it('comes back by undo, whatever is taken away', () => {
    for (const { id } of all().filter((it) => !('main' in it && it.main))) {
      const { document } = designer.getState()
      removeNow(designer, [id])
      const after = designer.getState().document
      const there = new Set(Object.keys(after.resources))
      expect(there.has(id)).toBe(false)
      for (const it of Object.values<Resource>(after.resources)) {
        expect(definitionOf(it).schema.safeParse(it).success, `${it.id} without ${id}`).toBe(true)
        for (const link of linksOf(it))
          expect(there.has(link.to), `${it.id} ${link.field}`).toBe(true)
      }
      designer.undo()
      expect(designer.getState().document).toEqual(document)
    }
  })
  it('is sound after anything in it was duplicated', () => {
    for (const { id } of all()) {
      const before = designer.getState().document
      duplicate(designer, [id])
      const read = parseDocument(printDocument(designer.getState().document))
      expect(read.ok ? [] : read.problems, id).toEqual([])
      while (designer.getState().document !== before && designer.getState().past.length > 0)
        designer.undo()
    }
  })
})

describe('what is drawn works at once', () => {
  it('a transit gateway has its default route table, and attachments join it (TGW-8)', () => {
    const [table] = of('transit-gateway-route-table').filter(
      (it) => it.transitGatewayId === ids['one'] && it.defaultAssociationRouteTable,
    )
    const attachments = of('transit-gateway-vpc-attachment')
    const peering = of('transit-gateway-peering-attachment')
    expect(attachments).toHaveLength(2)
    const vpn = of('vpn-connection').filter((it) => it.gatewayId === ids['one'])
    expect(vpn).toHaveLength(1)
    const connect = of('transit-gateway-connect')
    expect(connect).toHaveLength(1)
    expect(table?.associations).toEqual(
      [...attachments, ...peering, ...vpn, ...connect].map((it) => it.id),
    )
    // static routes only go over a peering attachment (TGW-14)
    expect(table?.propagations).toEqual([...attachments, ...vpn, ...connect].map((it) => it.id))
  })
  it('an attachment takes one subnet in each zone of its VPC (TGW-2)', () => {
    const design = designOf(designer.getState().document)
    for (const it of of('transit-gateway-vpc-attachment')) {
      const zones = it.subnetIds.map((id) => design.get(id)?.availabilityZone)
      const there = design.all('subnet').filter(({ vpcId }) => vpcId === it.vpcId)
      expect(new Set(zones).size).toBe(zones.length)
      expect(new Set(zones)).toEqual(new Set(there.map((subnet) => subnet.availabilityZone)))
    }
  })
  it('a VPC is attached to a transit gateway once', () => {
    const { a = 'vpc:a', one = 'transit-gateway:one' } = ids
    drawLink(designer, a, one)
    expect(of('transit-gateway-vpc-attachment')).toHaveLength(2)
    expect(designer.getState().view.notice?.text).toContain('already')
  })
  it('a load balancer on a public subnet faces the internet, in two zones, with its listener', () => {
    const design = designOf(designer.getState().document)
    const balancer = of('load-balancer').find((it) => it.type === 'application')
    const subnets = Object.keys(balancer?.subnets ?? {}) as Id<'subnet'>[]
    expect(balancer).toMatchObject({ scheme: 'internet-facing', crossZone: true })
    expect(new Set(subnets.map((id) => design.get(id)?.availabilityZone)).size).toBe(2)
    expect(subnets.every((id) => design.isPublicSubnet(id))).toBe(true)
    const [group] = of('target-group')
    expect(balancer?.listeners['80']?.defaultAction).toEqual({
      type: 'forward',
      targetGroups: { [group?.id ?? '']: { weight: 1 } },
    })
  })
  it('a network ACL dropped on a subnet becomes that subnet’s, and lets all through (ACL-3)', () => {
    const [acl] = of('network-acl')
    expect(of('subnet').filter((it) => it.networkAclId === acl?.id)).toHaveLength(1)
    expect(Object.values(acl?.ingress ?? {}).map((it) => it.cidrBlock)).toEqual([
      '0.0.0.0/0',
      '::/0',
    ])
  })
  it.each([
    ['customer-gateway', 'on-premises-network'],
    ['on-premises-network', 'customer-gateway'],
  ] as const)('a %s drawn first and a %s drawn then belong together', (first, second) => {
    let count = 0
    const fresh = createDesigner({ randomId: () => `f${(count += 1)}` })
    for (const kind of [first, second]) place(fresh, kind, { on: [], at: { x: 0, y: 0 } })
    const design = designOf(fresh.getState().document)
    const [network] = design.all('on-premises-network')
    expect(design.all('customer-gateway')).toMatchObject([{ onPremisesNetworkId: network?.id }])
    fresh.undo()
    expect(Object.keys(fresh.getState().document.resources)).toHaveLength(1)
  })
  it('a customer gateway that has its network keeps it', () => {
    const before = of('customer-gateway').map((it) => it.onPremisesNetworkId)
    place(designer, 'on-premises-network', { on: [], at: { x: 0, y: 0 } })
    expect(of('customer-gateway').map((it) => it.onPremisesNetworkId)).toEqual(before)
    expect(before.every(Boolean)).toBe(true)
  })
  it('pods bring the cluster of their nodes along (LB-13)', () => {
    const [pods] = of('eks-pods')
    expect(pods).toMatchObject({
      nodeGroupId: ids['nodes'],
      eksClusterId: of('eks-cluster')[0]?.id,
    })
  })
  it('an appliance forwards, with the source/destination check off (RT-19)', () => {
    const it = of('workload').find(({ workloadType }) => workloadType === 'appliance')
    expect(it?.forwarding).toBe('forward')
    expect(Object.values(it?.interfaces ?? {}).map((face) => face.sourceDestCheck)).toEqual([false])
  })
})
