import { capital } from '../../../kinds/contract'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { allBlocksOf, subnetBlocksOf } from '../../../model/peering'
import { holds } from '../../../net/cidr'
import { addRoutesRepair } from '../../repairs/join-vpcs'
import { called } from '../../../kinds/called'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'
import { oneWayPairs, type OneWay } from '../one-way-pairs'

type Vpc = ResourceOf<'vpc'>

const names = (hosts: OneWay['from']) =>
  listed([
    ...new Set(hosts.map(({ subnet }) => `${subnet.name} (${subnetBlocksOf(subnet).join(', ')})`)),
  ])

/** The blocks of a VPC that these hosts' addresses lie in. */
const blocksAsked = (vpc: Vpc, hosts: OneWay['from']) =>
  allBlocksOf(vpc).filter((block) => hosts.some(({ address }) => holds(block, address)))

/** A subnet that is reached over a peering connection and has no way to answer. */
export const oneSidedPeeringRoute = defineRule<OneWay & { asking: Vpc; elsewhere: string | null }>({
  id: 'L10',
  name: 'one-sided-peering-route',
  severity: 'error',
  rules: ['PEER-5'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
  *check(network) {
    const { design } = network
    for (const pair of oneWayPairs(network)) {
      const { peering, table, from, to } = pair
      const asking = from[0] && design.get(from[0].subnet.vpcId)
      const answering = to[0] && design.get(to[0].subnet.vpcId)
      if (!asking || !answering) continue
      const subnets = [...new Set([...to, ...from].map((host) => host.subnet.id))]
      const resources: [Id, ...Id[]] = [peering.id, ...(table ? [table.id] : []), ...subnets]
      const others = design
        .all('route-table')
        .filter((it) => it.vpcId === answering.id && it.id !== table?.id)
      const elsewhere = others.find((it) =>
        Object.values(it.routes).some(({ target }) => target === peering.id),
      )
      yield {
        resources,
        evidence: [{ type: 'missing', resourceId: table?.id ?? answering.id, field: 'routes' }],
        facts: { ...pair, asking, elsewhere: elsewhere ? called(elsewhere) : null },
        severity: pair.answersElsewhere ? 'info' : 'error',
        repairs: pair.answersElsewhere ? [] : [addRoutesRepair(network, peering, pair)],
      }
    }
  },
  say: ({ peering, table, from, to, asking, elsewhere, answersElsewhere }) => {
    const decides = table ? called(table) : 'the main route table, which is missing,'
    const head = `over ${called(peering)}, ${names(from)} of ${called(asking)} ${from.length === 1 ? 'reaches' : 'reach'} ${names(to)}, but ${decides}`
    if (answersElsewhere)
      return `${head} answers over another link. AWS carries that, since nothing on the way keeps state; make sure it is meant.`
    const wrong = elsewhere
      ? ` ${capital(elsewhere)} has a route to the connection, but those subnets do not use that table.`
      : ''
    return `${head} has no route back, so answers are lost.${wrong} Add a route to ${listed(blocksAsked(asking, from))} there.`
  },
})
