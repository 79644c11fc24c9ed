import { useMemo } from 'react'
import { resolve } from '../../engine/network'
import type { ResourceOf } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { Badge } from '../../ui/Badge'
import { Section } from '../../ui/Section'
import table from '../../ui/Table.module.css'
import { ResourceLink } from '../shared/ResourceLink'
import styles from './Inspector.module.css'

/** Where packets that leave this subnet go, whichever table decides. */
export function EffectiveRoutes({ subnet }: { readonly subnet: ResourceOf<'subnet'> }) {
  const document = useDesigner((state) => state.document)
  const effective = useMemo(() => resolve(document).tableOf(subnet.id), [document, subnet.id])
  if (!effective) return null
  const how = subnet.routeTableId === null ? 'main route table' : 'explicit association'
  return (
    <Section title="Effective routes" count={effective.routes.length}>
      <p className={styles.from}>
        From {effective.id ? <ResourceLink id={effective.id} note={how} /> : 'the main route table'}
      </p>
      <div className={table.scroll}>
        <table className={table.table} aria-label="Effective routes">
          <thead>
            <tr>
              <th scope="col">Destination</th>
              <th scope="col">Target</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {effective.routes.map((route) => (
              <tr key={`${route.origin} ${route.destination} ${route.target}`}>
                <td className={`${table.mono} ${table.fixed}`}>{route.destination}</td>
                <td className={table.fixed}>
                  {route.target === 'local' || route.target === null ? (
                    (route.target ?? 'gone')
                  ) : (
                    <>
                      <ResourceLink id={route.target} />
                      {route.origin === 'propagated' && <p className={styles.note}>propagated</p>}
                    </>
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
    </Section>
  )
}
