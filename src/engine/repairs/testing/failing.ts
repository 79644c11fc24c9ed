import { ipField } from '../../../kinds/fields'
import type { Document } from '../../../model/document'
import {
  documentOf,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import type { Evidence, Header, Hop, Leg, Question, Repair, Trace } from '../../answer'
import type { Code } from '../../../kinds/codes'
import { resolve } from '../../network'
import { repairsFor } from '../repairs-for'

export const ip = (text: string) => ipField.parse(text)
export const question: Question = {
  source: { type: 'resource', id: 'workload:client' },
  destination: { type: 'resource', id: 'workload:server' },
  protocol: 'tcp',
  port: 8080,
}
export const header = (source: string, destination: string): Header => ({
  source: ip(source),
  destination: ip(destination),
  protocol: 'tcp',
  sourcePort: 'ephemeral',
  destinationPort: 8080,
  icmp: null,
})

/** A hop that drops; what it says in words is of no interest here. */
export const drop = (
  component: Hop['component'],
  code: Code,
  because: Evidence,
  before: Header,
): Hop => ({
  component,
  term: '',
  name: '',
  at: component,
  decision: 'drops',
  code,
  text: '',
  because,
  related: [],
  before,
  after: before,
  hypothetical: false,
})

/** A trace that fails at these hops of the request. */
export function failing(hops: readonly Hop[], asked: Question = question): Omit<Trace, 'repairs'> {
  const request: Leg = { delivered: false, hops }
  const branch = {
    verdict: 'not-reachable' as const,
    direction: 'request' as const,
    codes: hops.flatMap((hop) => hop.code ?? []),
    details: [],
    request,
    reply: null,
    label: '',
  }
  return { ...branch, question: asked, sentence: '', branches: [branch], parts: [], missing: [] }
}

/** What is offered for a trace that fails at these hops. */
export const offers = (document: Document, ...hops: readonly Hop[]): readonly Repair[] =>
  repairsFor(resolve(document), failing(hops))
export const labels = (document: Document, ...hops: readonly Hop[]): readonly string[] =>
  offers(document, ...hops).map((it) => it.label)

/** A client in VPC a, a server in VPC b, nothing between them. */
export const apart = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  subnet('a1', 'a', '10.0.0.0/24', { routeTableId: 'route-table:a-rt' }),
  subnet('a2', 'a', '10.0.1.0/24', { routeTableId: 'route-table:a-rt' }),
  subnet('b1', 'b', '10.1.0.0/24', { routeTableId: 'route-table:b-rt' }),
  routeTable('a-rt', 'a', { '0.0.0.0/0': 'nat-gateway:n' }),
  routeTable('b-rt', 'b'),
  securityGroup('client-sg', 'a'),
  securityGroup('server-sg', 'b'),
  workload('client', ['a1', 'a2'], { securityGroupIds: ['security-group:client-sg'] }),
  workload('server', 'b1', { securityGroupIds: ['security-group:server-sg'] }),
)
