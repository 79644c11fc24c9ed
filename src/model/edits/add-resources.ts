import type { Draft } from 'immer'
import type { Id, Resource } from '../../kinds/resource'
import type { Box, Document } from '../document'

/**
 * Puts new resources into the document, with their places where the caller knows them. Links and
 * chips need none; whoever shows the document finds a place for the others.
 */
export function addResources(
  draft: Draft<Document>,
  resources: readonly Resource[],
  layout: Readonly<Record<Id, Box>> = {},
): void {
  for (const resource of resources) {
    draft.resources[resource.id] = resource
    const box = layout[resource.id]
    if (box) draft.layout[resource.id] = { ...box }
  }
}
