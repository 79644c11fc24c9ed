import { produce, type Draft } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import { privateLink } from '../../model/examples/private-link'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import { findingsOf } from '../findings/findings'
import { resolve } from '../network'
import { ask, told, verdict } from '../testing/ask'

const { document } = privateLink
const asked = ['service-a', 'vpc-endpoint:a', 'tcp/443'] as const

/** The example with one resource changed. */
const changed = <K extends Kind>(id: Id<K>, change: (it: Draft<ResourceOf<K>>) => void) =>
  produce(document, (draft: Draft<Document>) => {
    // an id goes with a resource of its own kind
    change(draft.resources[id] as Draft<ResourceOf<K>>)
  })

describe('a service across overlapping VPCs by PrivateLink', () => {
  it('EP-9, OVL-7: service A reaches it, and service B sees the load balancer alone', () => {
    const answer = ask(document, ...asked)
    expect(told(answer)).toBe('OK')
    expect(answer.request.hops.at(-1)?.after).toMatchObject({
      source: '10.0.1.4',
      destination: '10.0.0.4',
    })
    expect(answer.reply?.hops.at(-1)?.after).toMatchObject({
      source: '10.0.1.4',
      destination: '10.0.0.4',
    })
  })
  it('OVL-7: no table has a route but the local one', () => {
    const tables = Object.values<Resource>(document.resources).filter(
      (it) => it.kind === 'route-table',
    )
    expect(tables.flatMap(({ routes }) => Object.keys(routes))).toEqual([])
  })

  it.each<[string, Document, string, Id]>([
    [
      'nobody accepted the endpoint',
      changed('vpc-endpoint:a', (it) => {
        it.state = 'pendingAcceptance'
      }),
      'NO(BAD_STATE)',
      'vpc-endpoint:a',
    ],
    [
      'the endpoint lies in a zone that the service is not in',
      changed('subnet:a-endpoints', (it) => {
        it.availabilityZone = 'eu-west-1b'
      }),
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
      'vpc-endpoint:a',
    ],
    [
      'the group of the endpoint admits nobody',
      changed('security-group:endpoint-a', (it) => {
        it.ingress = {}
      }),
      'NO(SG_HAS_NO_RULES)',
      'security-group:endpoint-a',
    ],
    [
      'the group of the load balancer does not know the client',
      changed('security-group:nlb-b', (it) => {
        it.ingress = {}
      }),
      'NO(SG_HAS_NO_RULES)',
      'security-group:nlb-b',
    ],
    [
      'the load balancer does not listen',
      changed('load-balancer:b', (it) => {
        it.listeners = {}
      }),
      'NO(ELBV2_LISTENERS_MISMATCH)',
      'load-balancer:b',
    ],
    [
      'nothing is behind the load balancer',
      changed('target-group:b', (it) => {
        it.targets = {}
      }),
      'NO(ELBV2_LISTENER_HAS_NO_TG)',
      'load-balancer:b',
    ],
    [
      'service B does not admit the load balancer',
      changed('security-group:service-b', (it) => {
        it.ingress = {}
      }),
      'NO(SG_HAS_NO_RULES)',
      'security-group:service-b',
    ],
    [
      'the service has no load balancer',
      changed('vpc-endpoint-service:b', (it) => {
        it.loadBalancerIds = []
      }),
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
      'vpc-endpoint:a',
    ],
  ])('breaks where %s', (_, broken, expected, at) => {
    const answer = ask(broken, ...asked)
    expect(told(answer)).toBe(expected)
    expect(answer.request.hops.find(({ decision }) => decision === 'drops')?.component).toBe(at)
  })

  it('EP-11: the group of the load balancer is not asked where that is switched off', () => {
    const off = produce(document, (draft) => {
      const group = draft.resources['security-group:nlb-b']
      const balancer = draft.resources['load-balancer:b']
      if (group?.kind === 'security-group') group.ingress = {}
      if (balancer?.kind === 'load-balancer')
        balancer.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic = false
    })
    expect(verdict(off, ...asked)).toBe('OK')
  })
  it('EP-7: service B cannot call service A', () => {
    expect(verdict(document, 'service-b', 'service-a', 'tcp/443')).toBe(
      'NO(VPCE_INTRA_VPC_TRAFFIC)',
    )
  })
  it('OVL-1: service A cannot call service B itself', () => {
    expect(verdict(document, 'service-a', 'service-b', 'tcp/443')).toBe('NO(CIDR_OVERLAP)')
  })
  it('raises no error', () => {
    const errors = findingsOf(resolve(document)).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ id, message }) => `${id} ${message}`)).toEqual([])
  })
})
