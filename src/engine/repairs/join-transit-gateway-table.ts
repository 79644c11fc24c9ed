import { called } from '../../kinds/called'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { AttachmentKind } from '../../kinds/transit-gateway-route-table/schema'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'

const words = {
  associations: {
    flag: 'defaultAssociationRouteTable',
    verb: 'Associate it with',
    noun: 'association',
  },
  propagations: {
    flag: 'defaultPropagationRouteTable',
    verb: 'Propagate it to',
    noun: 'propagation',
  },
} as const

/**
 * Associates an attachment with a route table of its transit gateway, or lets it propagate there:
 * the default one for that, else the only one. Null where there is a choice, which is the user's.
 */
export function joinTableRepair(
  { design, document }: Network,
  gateway: ResourceOf<'transit-gateway'>,
  attachmentId: Id<AttachmentKind>,
  list: keyof typeof words,
): Repair | null {
  const { flag, noun, verb } = words[list]
  const tables = design
    .all('transit-gateway-route-table')
    .filter((it) => it.transitGatewayId === gateway.id)
  const table = tables.find((it) => it[flag]) ?? (tables.length === 1 ? tables[0] : undefined)
  if (!table || table[list].includes(attachmentId)) return null
  return repair({
    id: `${noun}:${table.id}:${attachmentId}`,
    label: `${verb} ${called(table)}`,
    preview: `Adds 1 ${noun}.`,
    document,
    run: (draft) => {
      const it = draft.resources[table.id]
      if (it?.kind === 'transit-gateway-route-table') it[list].push(attachmentId)
    },
  })
}
