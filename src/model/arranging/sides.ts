import type { Design } from '../../kinds/contract'
import type { Id, Resource } from '../../kinds/resource'
import { roomForLink } from '../layout'
import { single, together, type Block } from './blocks'
import type { Elk, Link } from './elk'
import { own } from './vpc'

/** What stands to the left of the Regions, and in which column. */
const columns: Readonly<Record<string, number>> = {
  'on-premises-network': 0,
  'customer-gateway': 1,
  'direct-connect-gateway': 1,
}

export const sideKinds: ReadonlySet<string> = new Set(Object.keys(columns))

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': String(roomForLink / 2),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(roomForLink),
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.randomSeed': '1',
}

const mainKey = 'main'

/**
 * Networks on-premises at the very left, the gateways that they come in by beside them, each as near
 * as may be to the height of what it leads to.
 */
export async function besideMain(
  main: Block,
  sides: readonly Resource[],
  design: Design,
  elk: Elk,
): Promise<Block> {
  if (sides.length === 0) return main
  const blocks = new Map(sides.map((it) => [it.id as string, single(it.id, own(it))]))
  const links = linksOutside(design).filter(
    ([from, to]) => blocks.has(from) && (blocks.has(to) || heightOf(to, main, design) !== null),
  )
  const inward = [...new Set(links.map(([, to]) => to))].filter((to) => !blocks.has(to))
  const { children = [] } = await elk({
    id: 'whole',
    layoutOptions,
    children: [
      ...sides.map((it) => ({
        ...own(it),
        id: it.id,
        layoutOptions: { 'elk.partitioning.partition': String(columns[it.kind] ?? 0) },
      })),
      {
        id: mainKey,
        width: Math.max(1, main.width),
        height: Math.max(1, main.height),
        ports: inward.map((to) => ({
          id: to,
          x: 0,
          y: heightOf(to, main, design) ?? 0,
          layoutOptions: { 'elk.port.side': 'WEST' },
        })),
        layoutOptions: {
          'elk.partitioning.partition': '2',
          'elk.portConstraints': 'FIXED_POS',
        },
      },
    ],
    edges: links.map(([from, to], index) => ({
      id: `link ${index}`,
      sources: [from],
      targets: [to],
    })),
  })
  return together(
    'whole',
    children.flatMap(({ id, x = 0, y = 0 }) => {
      const block = id === mainKey ? main : blocks.get(id)
      return block ? [[block, { x, y }] as const] : []
    }),
  )
}

/** How far below the top of the Regions does a link to this end? A gateway of a VPC stands at it. */
function heightOf(id: Id, main: Block, design: Design): number | null {
  const it = design.get(id)
  const shown = it?.kind === 'vpn-gateway' ? it.vpcId : id
  const box = shown && main.at.get(shown)
  return box ? box.y + box.height / 2 : null
}

/** From the left to the right. */
function linksOutside(design: Design): readonly Link<Id>[] {
  const pairs: (readonly [Id | null | undefined, Id | null | undefined])[] = [
    ...design.all('customer-gateway').map((it) => [it.onPremisesNetworkId, it.id] as const),
    ...design.all('vpn-connection').map((it) => [it.customerGatewayId, it.gatewayId] as const),
    ...design.all('virtual-interface').map((it) => [it.onPremisesNetworkId, it.gatewayId] as const),
    ...design
      .all('direct-connect-gateway-association')
      .map((it) => [it.directConnectGatewayId, it.gatewayId] as const),
  ]
  return pairs
    .flatMap(([from, to]): Link<Id>[] => (from && to ? [[from, to]] : []))
    .toSorted(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1))
}
