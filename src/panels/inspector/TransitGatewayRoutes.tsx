import { useMemo } from 'react'
import { resolve } from '../../engine/network'
import type { ResourceOf } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { design } from '../../store/selectors'
import { Badge } from '../../ui/Badge'
import { Section } from '../../ui/Section'
import table from '../../ui/Table.module.css'
import { ResourceLink } from '../shared/ResourceLink'
import styles from './Inspector.module.css'

/** Where packets go that are looked up here: what is written, and what attachments propagate. */
export function TransitGatewayRoutes({
  of,
}: {
  readonly of: ResourceOf<'transit-gateway-route-table'>
}) {
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const resolved = useMemo(
    () =>
      resolve(document)
        .transitGatewayTablesOf(of.transitGatewayId)
        .find(({ id }) => id === of.id),
    [document, of.transitGatewayId, of.id],
  )
  if (!resolved || resolved.routes.length + resolved.withheld.length === 0) return null
  return (
    <Section title="Effective routes" count={resolved.routes.length}>
      <div className={table.scroll}>
        <table className={table.table} aria-label="Effective routes">
          <thead>
            <tr>
              <th scope="col">Destination</th>
              <th scope="col">Attachment</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {resolved.routes.map((route) => (
              <tr key={`${route.origin} ${route.destination} ${route.attachmentId}`}>
                <td className={`${table.mono} ${table.fixed}`}>{route.destination}</td>
                <td className={table.fixed}>
                  {route.attachmentId ? (
                    <ResourceLink id={route.attachmentId} note={route.origin} />
                  ) : (
                    'none'
                  )}
                </td>
                <td className={table.fixed}>
                  <Badge tone={route.state === 'active' ? 'pass' : 'error'}>{route.state}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {resolved.withheld.map((it) => (
        <p key={`${it.attachmentId} ${it.block}`} className={styles.tableNote}>
          {it.block} of {inDesign.get(it.attachmentId)?.name} is not propagated: it overlaps{' '}
          {it.earlierBlock} of {inDesign.get(it.earlier)?.name}.
        </p>
      ))}
    </Section>
  )
}
