import { firstAccount, firstRegion } from '../../model/document'
import { placeInPath } from '../aws/path'
import { isFields, isList, type Node } from './node'
import type { StackPlace } from './stack'
import type { Template } from './template'

/** A place as far as it is known. */
export interface KnownPlace {
  readonly ownerId: string | null
  readonly region: string | null
}

/** What stands for an account or Region that nobody named. */
export const usualPlace: StackPlace = { ownerId: firstAccount.id, region: firstRegion }

/**
 * Where a template is deployed, as far as the folders it lies in say, or zones that it names: a
 * template does not say it.
 */
export function placeTold({ path, resources }: Template): KnownPlace {
  const folders = placeInPath(path.slice(0, path.lastIndexOf('/') + 1))
  const inName = placeInPath(path)
  const zones = new Set([...resources.values()].flatMap((it) => zonesIn(it.properties, 0)))
  const [region, ...others] = [...zones]
  return {
    ownerId: folders.ownerId ?? inName.ownerId,
    region: folders.region ?? inName.region ?? (region && others.length === 0 ? region : null),
  }
}

/** The Regions of zones that are written out. */
function zonesIn(node: Node, depth: number): readonly string[] {
  if (typeof node === 'string') {
    const [, region] = /^((?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-[a-z]+)+-\d)[a-f]$/.exec(node) ?? []
    return region ? [region] : []
  }
  if (depth > 6) return []
  if (isList(node)) return node.flatMap((each) => zonesIn(each, depth + 1))
  return isFields(node) ? Object.values(node).flatMap((each) => zonesIn(each, depth + 1)) : []
}
