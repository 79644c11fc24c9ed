import { groupBy } from '../../base/group-by'
import { cidrOf, parts, text, type DescribeContext, type Raw } from '../../kinds/describe'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { carries } from '../../kinds/transit-gateway/attached'
import { attachmentIn } from '../../kinds/transit-gateway-route-table/described'
import { calls } from '../../kinds/untold'
import { allBlocksOf } from '../../model/peering'
import { overlaps, type Cidr } from '../../net/cidr'

type Table = ResourceOf<'transit-gateway-route-table'>
type Attachment = Table['propagations'][number]

/** A block that should propagate and has no route; the attachments whose routes stand in its way. */
interface Withheld {
  readonly by: Attachment
  readonly block: Cidr
  readonly earlier: ReadonlySet<Attachment>
}

/**
 * Puts the attachments that propagate into a table in the order in which they came, as far as the
 * routes that AWS lists tell: of two VPCs that overlap, the one that has the route was first. A table
 * whose routes no order makes is unknown. (TGW-11, CL-11)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html
 */
export function orderPropagations(
  resources: Map<Id, Resource>,
  { dump, lacks }: Pick<DescribeContext, 'dump' | 'lacks'>,
): void {
  for (const it of Array.from(resources.values())) {
    if (it.kind !== 'transit-gateway-route-table' || !it.awsId || it.undescribed) continue
    const listed = dump.of('Routes', it.awsId).map((each) => each.it)
    const routes = propagatedIn(it, listed, dump)
    if (routes.size === 0) continue
    const withheld = withheldFrom(it, routes, staticIn(listed), resources)
    if (withheld.length === 0) continue
    const propagations = inOrder(it.propagations, withheld)
    const place = new Map(propagations.map((id, index) => [id, index]))
    const placeOf = (id: Attachment) => place.get(id) ?? Infinity
    const odd = withheld.find(
      ({ by, earlier }) => !Array.from(earlier).some((id) => placeOf(id) < placeOf(by)),
    )
    const call = `${calls.routes} --transit-gateway-route-table-id ${it.awsId}`
    resources.set(it.id, {
      ...it,
      propagations: [...propagations],
      ...(odd && { undescribed: call }),
    })
    if (odd)
      lacks(
        call,
        `${it.name} should have a route to ${odd.block}, which ${odd.by.slice(odd.by.indexOf(':') + 1)} propagates, and the answer has none.`,
      )
  }
}

/** The routes that attachments of VPCs propagate, as AWS lists them. */
function propagatedIn(
  { transitGatewayId }: Table,
  listed: readonly Raw[],
  dump: DescribeContext['dump'],
): ReadonlyMap<Cidr, Attachment> {
  const gatewayId = transitGatewayId.slice('transit-gateway:'.length)
  return new Map(
    listed.flatMap((route) => {
      const block = cidrOf(text(route, 'DestinationCidrBlock'))
      const [attachment] = parts(route, 'TransitGatewayAttachments')
      const id = attachment ? attachmentIn(attachment, gatewayId, dump) : null
      const isMeant = text(route, 'Type') === 'propagated' && text(route, 'State') === 'active'
      const isOfVpc = id?.startsWith('transit-gateway-vpc-attachment:')
      return block && id && isMeant && isOfVpc ? [[block, id] as const] : []
    }),
  )
}

const staticIn = (listed: readonly Raw[]): ReadonlySet<Cidr> =>
  new Set(
    listed.flatMap((route) =>
      text(route, 'Type') === 'static' ? (cidrOf(text(route, 'DestinationCidrBlock')) ?? []) : [],
    ),
  )

/** What has no route, and no static one that hides it. (TGW-9) */
function withheldFrom(
  { propagations }: Table,
  routes: ReadonlyMap<Cidr, Attachment>,
  hidden: ReadonlySet<Cidr>,
  resources: ReadonlyMap<Id, Resource>,
): readonly Withheld[] {
  return propagations.flatMap((by) =>
    blocksFrom(by, resources)
      .filter((block) => routes.get(block) !== by && !hidden.has(block))
      .map((block) => {
        const others = Array.from(routes).filter(
          ([route, id]) => id !== by && overlaps(route, block),
        )
        return { by, block, earlier: new Set(others.map(([, id]) => id)) }
      }),
  )
}

/** What an attachment would propagate, were it the only one. (TGW-7, TGW-19) */
function blocksFrom(id: Attachment, resources: ReadonlyMap<Id, Resource>): readonly Cidr[] {
  const it = resources.get(id)
  if (it?.kind !== 'transit-gateway-vpc-attachment' || it.undescribed || !carries(it)) return []
  const vpc = resources.get(it.vpcId)
  if (vpc?.kind !== 'vpc' || vpc.undescribed) return []
  return allBlocksOf(vpc).filter((block) => it.ipv6Support || !block.includes(':'))
}

/** Those that are withheld something behind those that stand in its way, as far as that can be. */
function inOrder(
  propagations: readonly Attachment[],
  withheld: readonly Withheld[],
): readonly Attachment[] {
  const before = groupBy(withheld, ({ by }) => by)
  const order = new Set<Attachment>()
  const visiting = new Set<Attachment>()
  const visit = (id: Attachment) => {
    if (order.has(id) || visiting.has(id)) return
    visiting.add(id)
    for (const { earlier } of before.get(id) ?? []) for (const each of earlier) visit(each)
    order.add(id)
  }
  for (const id of propagations) visit(id)
  const meant = new Set(propagations)
  return Array.from(order).filter((id) => meant.has(id))
}
