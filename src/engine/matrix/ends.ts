import { compareCidrs } from '../../net/cidr'
import type { Id, ResourceOf } from '../../kinds/resource'
import { resolve } from '../network'
import { groupBy } from '../../base/group-by'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'

/**
 * The rows of the matrix: VPC by VPC, in each the subnets by address, and if wanted the workloads of
 * each VPC after its subnets.
 */
export function matrixEnds(document: Document, withWorkloads: boolean): readonly Id[] {
  const design = designOf(document)
  const subnets = groupBy(design.all('subnet'), (it) => it.vpcId)
  const vpcs = design.all('vpc').toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  const workloads = new Map<Id, Id[]>()
  if (withWorkloads)
    for (const it of design.all('workload')) {
      const [face] = resolve(document).interfacesOf(it.id)
      if (!face) continue
      const list = workloads.get(face.vpcId)
      if (list) list.push(it.id)
      else workloads.set(face.vpcId, [it.id])
    }
  return vpcs.flatMap(({ id }) => [
    ...(subnets.get(id) ?? []).toSorted(byBlock).map((it) => it.id),
    ...(workloads.get(id) ?? []),
  ])
}

function byBlock(a: ResourceOf<'subnet'>, b: ResourceOf<'subnet'>): number {
  const [one, other] = [a.cidrBlock, b.cidrBlock]
  if (one && other) return compareCidrs(one, other) || compare(a.id, b.id)
  return one ? -1 : other ? 1 : compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
