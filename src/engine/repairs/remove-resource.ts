import { linksOf } from '../../kinds/catalogue'
import type { Resource } from '../../kinds/resource'
import { dropResources } from '../../model/edits/drop-resources'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** Takes a resource away that nothing in the design names; null where something does. */
export function removeResourceRepair({ document }: Network, resource: Resource): Repair | null {
  const others: readonly Resource[] = Object.values(document.resources)
  if (others.some((it) => linksOf(it).some((link) => link.to === resource.id))) return null
  return repair({
    id: `remove:${resource.id}`,
    label: `Remove ${called(resource)}`,
    preview: `Removes ${called(resource)}; nothing refers to it.`,
    document,
    run: (draft) => {
      dropResources(draft, [resource.id])
    },
  })
}
