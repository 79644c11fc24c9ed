import { describe, expect, it } from 'vitest'
import { produce } from 'immer'
import { s1 } from '../../model/examples/s1'
import { s2 } from '../../model/examples/s2'
import { s3 } from '../../model/examples/s3'
import { s4 } from '../../model/examples/s4'
import { s6 } from '../../model/examples/s6'
import type { Document } from '../../model/document'
import { acceptPeering } from '../../model/edits/accept-peering'
import { addRoute, dropRoute } from '../../model/edits/add-route'
import { addRule } from '../../model/edits/add-rule'
import { cidr } from '../../net/cidr'
import { ruleSchema } from '../../kinds/security-group/schema'
import { resourceSchema, type Id } from '../../kinds/resource'
import { peering } from '../../model/testing/build'
import { findingsOf } from '../findings/findings'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { ask, told, verdict } from '../testing/ask'

const pcx = 'vpc-peering-connection:a-b'
type Table = 'route-table:a-private' | 'route-table:b-private'

const linked = (document: Document) =>
  produce(document, (draft) => {
    draft.resources[pcx] = resourceSchema.parse(
      peering('a-b', 'a', 'b', { status: 'pending-acceptance' }),
    )
  })
const accepted = (document: Document) =>
  produce(document, (draft) => {
    acceptPeering(draft, pcx)
  })
const routed = (table: Table, destination: string) => (document: Document) =>
  produce(document, (draft) => {
    addRoute(draft, table, cidr(destination), pcx)
  })
const unrouted = (table: Table, destination: string) => (document: Document) =>
  produce(document, (draft) => {
    dropRoute(draft, table, cidr(destination))
  })
const admitting = (peer: object) => (document: Document) =>
  produce(document, (draft) => {
    const rule = ruleSchema.parse({ ipProtocol: 'tcp', fromPort: 8080, toPort: 8080, ...peer })
    addRule(draft, 'security-group:service-b', 'ingress', rule)
  })

const steps: readonly ((document: Document) => Document)[] = [
  linked,
  accepted,
  routed('route-table:a-private', '10.1.0.0/16'),
  routed('route-table:b-private', '10.0.0.0/16'),
  admitting({ cidrIpv4: '10.0.0.0/16' }),
]
const afterStep = (step: number) =>
  steps.slice(0, step).reduce((document, act) => act(document), s1.document)

describe('S1', () => {
  it.each([
    [0, 'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)'],
    [1, 'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)'],
    [2, 'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)'],
    [3, 'NO(ENI_SG_RULES_MISMATCH)'],
    [4, 'NO(ENI_SG_RULES_MISMATCH)'],
    [5, 'OK'],
  ])('step %i: service A to service B is %s', (step, expected) => {
    expect(verdict(afterStep(step), 'service-a', 'service-b', 'tcp/8080')).toBe(expected)
  })

  it('step 0: service A reaches the load balancer of B, over the internet', () => {
    const answer = ask(s1.document, 'service-a', 'load-balancer:b', 'tcp/443')
    expect(told(answer)).toBe('OK')
    const way = answer.request.hops
      .filter(({ decision }) => ['sends', 'translates', 'delivers'].includes(decision))
      .map((hop) => hop.name)
    expect(way).toEqual([
      'Service A',
      'NAT gateway A',
      'VPC A igw',
      'VPC B igw',
      'ALB B',
      'Service B',
    ])
    expect(answer.request.hops.map((hop) => hop.term)).toContain('internet')
    expect(answer.sentence).toContain('it costs more, and both ends are exposed to the internet')
    // two subnets of service A, two nodes, two tasks of service B
    expect(answer.branches).toHaveLength(8)
  })

  it('step 0: without the listener, or without the way out, it does not', () => {
    const deaf = produce(s1.document, (draft) => {
      const it = draft.resources['load-balancer:b']
      if (it?.kind === 'load-balancer') it.listeners = {}
    })
    const locked = produce(s1.document, (draft) => {
      dropRoute(draft, 'route-table:a-private', cidr('0.0.0.0/0'))
    })
    const asked = ['service-a', 'load-balancer:b', 'tcp/443'] as const
    expect(verdict(deaf, ...asked)).toBe('NO(ELBV2_LISTENERS_MISMATCH)')
    expect(verdict(locked, ...asked)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('step 0: the drop says that nothing joins the VPCs', () => {
    const { request, sentence } = ask(s1.document, 'service-a', 'service-b', 'tcp/8080')
    const drop = request.hops.find((hop) => hop.decision === 'drops')
    expect(drop?.component).toBe('internet-gateway:a')
    expect(drop?.related).toEqual(['NO_POSSIBLE_DESTINATION', 'DISCONNECTED_VPCS'])
    expect(sentence).toContain('No private link joins the two VPCs')
  })

  it.each([
    [1, 'is pending-acceptance, and no route names it'],
    [2, 'joins the two VPCs, but no route sends the packet there'],
  ])('step %i: the sentence says what the new link lacks', (step, words) => {
    expect(ask(afterStep(step), 'service-a', 'service-b', 'tcp/8080').sentence).toContain(words)
  })

  it('step 3: behind the group of service B, B has no way back either', () => {
    const { codes, sentence } = ask(afterStep(3), 'service-a', 'service-b', 'tcp/8080')
    expect(codes).toEqual(['ENI_SG_RULES_MISMATCH', 'NO_ROUTE_TO_DESTINATION'])
    expect(sentence).toContain('The reply would be lost too: B private has no route to 10.0.0.4')
  })

  it('step 3: with the group open, the way back is what lacks', () => {
    const open = admitting({ cidrIpv4: '10.0.0.0/16' })(afterStep(3))
    expect(verdict(open, 'service-a', 'service-b', 'tcp/8080')).toBe(
      'NO<-(NO_ROUTE_TO_DESTINATION)',
    )
  })

  it('step 5: no hop is outside AWS', () => {
    const { request, reply, branches } = ask(afterStep(5), 'service-a', 'service-b', 'tcp/8080')
    const terms = [...request.hops, ...(reply?.hops ?? [])].map((hop) => hop.term)
    expect(terms).toEqual([
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'VPC peering connection',
      'network ACL',
      'security group',
      'network interface',
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'VPC peering connection',
      'network ACL',
      'security group',
      'network interface',
    ])
    expect(branches).toHaveLength(4)
  })

  it('step 5: a reference to the group of service A does as well', () => {
    const admit = admitting({ referencedGroupId: 'security-group:service-a' })
    expect(verdict(admit(afterStep(4)), 'service-a', 'service-b', 'tcp/8080')).toBe('OK')
  })

  it('step 5b: routes to one subnet on both sides serve that subnet only', () => {
    const narrowed = [
      unrouted('route-table:a-private', '10.1.0.0/16'),
      unrouted('route-table:b-private', '10.0.0.0/16'),
      routed('route-table:a-private', '10.1.0.0/24'),
      routed('route-table:b-private', '10.0.0.0/24'),
    ].reduce((document, act) => act(document), afterStep(5))
    const answer = ask(narrowed, 'service-a', 'service-b', 'tcp/8080')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    const passing = answer.branches.filter((branch) => branch.verdict === 'reachable')
    expect(passing.map((branch) => branch.label)).toEqual([
      'subnet A private a to subnet B private a',
    ])
  })
})

describe('S2', () => {
  it('A to C by way of B is NO(PEERING_TRANSITIVE)', () => {
    expect(verdict(s2.document, 'a', 'c')).toBe('NO(PEERING_TRANSITIVE)')
  })
  it('A to B and B to C are OK', () => {
    expect(verdict(s2.document, 'a', 'b')).toBe('OK')
    expect(verdict(s2.document, 'b', 'c')).toBe('OK')
  })
})

describe('S3', () => {
  it('A to B stays in A, which has the same addresses', () => {
    expect(verdict(s3.document, 'a', 'b')).toBe('NO(CIDR_OVERLAP)')
  })
  it('stays refused when the document says that the connection is active', () => {
    const active = produce(s3.document, (draft) => {
      const it = draft.resources[pcx]
      if (it?.kind === 'vpc-peering-connection') it.status = 'active'
    })
    expect(verdict(active, 'a', 'b')).toBe('NO(CIDR_OVERLAP)')
  })
})

describe('S4', () => {
  const asked = ['service-a', 'load-balancer:b', 'tcp/80'] as const

  it('service A to the load balancer of B is OK: two nodes, two connections each', () => {
    const { verdict: told, branches, request, reply } = ask(s4.document, ...asked)
    expect(told).toBe('reachable')
    expect(branches).toHaveLength(2)
    const sources = request.hops
      .filter(({ decision }) => decision === 'translates')
      .map(({ name, after }) => `${name}: ${after.source} to ${after.destination}`)
    expect(sources).toEqual([
      'Private NAT gateway A: 100.64.1.4 to 100.64.2.4',
      'ALB B: 100.64.2.4 to 10.0.0.4',
    ])
    expect(reply?.hops.at(-1)?.after).toMatchObject({
      source: '100.64.2.4',
      destination: '10.0.0.4',
    })
  })

  const without = (id: Id, destination: string) =>
    produce(s4.document, (draft) => {
      const it = draft.resources[id]
      if (it?.kind !== 'route-table' && it?.kind !== 'transit-gateway-route-table') return
      it.routes = Object.fromEntries(
        Object.entries(it.routes).filter(([block]) => block !== destination),
      )
    })
  it.each([
    ['route-table:a-services', '100.64.2.0/24', 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['route-table:a-routable', '100.64.2.0/24', 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['transit-gateway-route-table:a', '100.64.2.0/24', 'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'],
    ['transit-gateway-route-table:b', '100.64.1.0/24', 'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'],
    ['route-table:b-routable', '100.64.1.0/24', 'NO<-(NO_ROUTE_TO_DESTINATION)'],
  ] as const)('without the route of %s to %s: %s', (id, destination, expected) => {
    const document = without(id, destination)
    expect(document).not.toEqual(s4.document)
    const answer = ask(document, ...asked)
    expect(told(answer)).toBe(expected)
    const hops = [...answer.request.hops, ...(answer.reply?.hops ?? [])]
    const drop = hops.find(({ decision }) => decision === 'drops')
    expect(drop?.component).toBe(id)
    expect(drop?.because).toEqual({ type: 'missing', resourceId: id, field: 'routes' })
    expect(answer.sentence).toContain(document.resources[id]?.name)
  })

  it('service A to service B itself stays in A', () => {
    expect(verdict(s4.document, 'service-a', 'service-b', 'tcp/80')).toBe('NO(CIDR_OVERLAP)')
  })

  it('service B to service A: one direction only', () => {
    const answer = ask(s4.document, 'service-b', 'service-a', 'tcp/80')
    expect(told(answer)).toBe('NO(NAT_UNSOLICITED_INBOUND)')
    expect(answer.sentence).toContain('Private NAT gateway A')
    const drop = answer.request.hops.find(({ decision }) => decision === 'drops')
    expect(drop?.related).toContain('CIDR_OVERLAP')
  })
})

describe('S4 from S3', () => {
  const [repair] = findingsOf(resolve(s3.document))
    .filter(({ id }) => id === 'L05')
    .flatMap(({ repairs }) => repairs.filter((it) => it.id.startsWith('join-overlapping')))
  const joined = repair ? repaired(s3.document, repair) : s3.document
  const asked = ['a', 'load-balancer:b-for-a'] as const

  it('is one of the ways out that the finding on the refused link offers, in one step', () => {
    expect(repair?.label).toBe(
      'Let VPC A call VPC B by private NAT, transit gateway and load balancer',
    )
    expect(repair?.preview).toBe(
      'Both keep their blocks. Adds 100.64.1.0/24 to VPC A and 100.64.2.0/24 to VPC B with 3 subnets, 1 private NAT gateway, 1 transit gateway with 2 attachments, 1 load balancer for Host B and 5 routes. Removes VPC peering connection A to B.',
    )
    expect(joined.resources[pcx]).toBeUndefined()
    expect(findingsOf(resolve(joined)).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('host A reaches host B by the load balancer, never by its own address, nor B host A', () => {
    expect(verdict(s3.document, 'a', 'b')).toBe('NO(CIDR_OVERLAP)')
    expect(verdict(joined, ...asked)).toBe('OK')
    expect(verdict(joined, 'a', 'b')).toBe('NO(CIDR_OVERLAP)')
    expect(verdict(joined, 'b', 'a')).toBe('NO(NAT_UNSOLICITED_INBOUND)')
  })

  const routesOf = ({ resources }: Document) =>
    Object.values(resources)
      .flatMap((it) =>
        it.kind === 'route-table' || it.kind === 'transit-gateway-route-table'
          ? Object.entries(it.routes).map(([destination, route]) => {
              const to = 'target' in route ? route.target : route.attachmentId
              return `${it.kind}: ${destination} to ${to?.split(':', 1)[0]}`
            })
          : [],
      )
      .sort()
  it('has the routes of S4, and every one of them is needed', () => {
    expect(routesOf(joined)).toEqual(routesOf(s4.document))
    for (const it of Object.values(joined.resources)) {
      if (it.kind !== 'route-table' && it.kind !== 'transit-gateway-route-table') continue
      for (const destination of Object.keys(it.routes)) {
        const less = produce(joined, (draft) => {
          const table = draft.resources[it.id]
          if (table && 'routes' in table)
            delete (table.routes as Record<string, unknown>)[destination]
        })
        const answer = ask(less, ...asked)
        const hops = [...answer.request.hops, ...(answer.reply?.hops ?? [])]
        expect(hops.find(({ decision }) => decision === 'drops')?.component).toBe(it.id)
      }
    }
  })

  it('draws the parts inside the VPCs, the transit gateway apart from them', () => {
    const { layout } = joined
    const bottom = (id: Id) => (layout[id]?.y ?? 0) + (layout[id]?.height ?? 0)
    for (const letter of ['a', 'b'] as const) {
      const drawn = Object.values(joined.resources).filter(
        (it) => it.kind === 'subnet' && it.vpcId === `vpc:${letter}`,
      )
      expect(drawn.length).toBeGreaterThan(1)
      for (const { id } of drawn) {
        expect(layout[id]).toBeDefined()
        expect(bottom(id)).toBeLessThan(layout[`vpc:${letter}`]?.height ?? 0)
      }
    }
    expect(bottom('transit-gateway:a-b')).toBeLessThan(0)
  })
})

describe('S6', () => {
  const centre = 'on-premises-network:data-centre'
  const withVpn = (more: object) =>
    produce(s6.document, (draft) => {
      Object.assign(draft.resources['vpn-connection:data-centre'] ?? {}, more)
    })
  it('the data centre and VPC A reach each other', () => {
    expect(verdict(s6.document, centre, 'a')).toBe('OK')
    expect(verdict(s6.document, 'a', centre)).toBe('OK')
  })
  it('the data centre never reaches VPC B through A, nor B the data centre', () => {
    const answer = ask(s6.document, centre, 'b')
    expect(answer.codes[0]).toBe('VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS')
    const [hop] = answer.request.hops.filter((it) => it.decision === 'drops')
    expect(hop?.related).toContain('EDGE_TO_EDGE')
    expect(verdict(s6.document, 'b', centre)).toBe('NO(EDGE_TO_EDGE)')
  })
  it('nothing arrives with both tunnels down, and one is enough', () => {
    const down = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
    expect(verdict(withVpn(down), centre, 'a')).toBe('NO(BAD_STATE_VPN)')
    expect(verdict(withVpn({ ...down, tunnel2Status: 'UP' }), centre, 'a')).toBe('OK')
  })
  it('without route propagation the reply has no way back', () => {
    const off = produce(s6.document, (draft) => {
      Object.assign(draft.resources['route-table:a'] ?? {}, { propagatingVgwIds: [] })
    })
    expect(verdict(off, centre, 'a')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(off, 'a', centre)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})
