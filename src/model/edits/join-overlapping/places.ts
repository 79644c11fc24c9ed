import type { Id } from '../../../kinds/resource'
import { designOf } from '../../design'
import { parentOf } from '../../containment'
import type { Box, Document } from '../../document'
import { marginsOf, sizeOf } from '../../layout'
import type { Parts } from './parts'
import type { JoinPlan } from './plan'

const subnetSize = { width: 264, height: 144 } as const
const gap = 24

/**
 * Where the parts of the pattern are drawn: a row of subnets below what each VPC holds already, and
 * the transit gateway above and between the two. Nothing for a VPC that has no place itself.
 */
export function placesOf(
  document: Document,
  { client, server }: JoinPlan,
  parts: Parts,
): Readonly<Record<Id, Box>> {
  const [left, right] = [document.layout[client.id], document.layout[server.id]]
  if (!left || !right) return {}
  const [below, beside] = [bottomOf(document, client.id), bottomOf(document, server.id)]
  const [first, second] = parts.serverSubnetIds
  const rowAt = (y: number, index: number): Box => ({
    x: gap + index * (subnetSize.width + 16),
    y,
    ...subnetSize,
  })
  return {
    [client.id]: grown(left, below, 1),
    [server.id]: grown(right, beside, 2),
    [parts.clientSubnetId]: rowAt(below, 0),
    [first]: rowAt(beside, 0),
    [second]: rowAt(beside, 1),
    [parts.natId]: { x: 40, y: 64 },
    [parts.balancerId]: { x: gap + subnetSize.width + 8 - 92, y: beside + 64 },
    [parts.transitGatewayId]: {
      x: Math.round((left.x + right.x + (left.width ?? 0)) / 2 / 8) * 8 - 124,
      y: Math.min(left.y, right.y) - 200,
      width: 248,
      height: 120,
    },
  }
}

/** Below everything that is drawn in this VPC. */
function bottomOf(document: Document, vpcId: Id<'vpc'>): number {
  const design = designOf(document)
  const vpc = design.get(vpcId)
  const bottoms = Object.values(document.resources).flatMap((it) => {
    const box = document.layout[it.id]
    const size = sizeOf(it, box)
    return box && size && parentOf(it, design) === vpcId ? [box.y + size.height + gap] : []
  })
  return Math.max(vpc ? marginsOf(vpc).top : 0, ...bottoms)
}

/** The box of a VPC with room for a row of subnets from here on. */
function grown(box: Box, from: number, count: number): Box {
  const width = gap * 2 + count * subnetSize.width + (count - 1) * 16
  const height = from + subnetSize.height + 80
  return {
    ...box,
    width: Math.max(box.width ?? 0, width),
    height: Math.max(box.height ?? 0, height),
  }
}
