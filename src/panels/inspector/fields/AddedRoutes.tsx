import type { ResolvedRoute } from '../../../kinds/network'
import { Badge } from '../../../ui/Badge'
import table from '../../../ui/Table.module.css'
import { ResourceLink } from '../../shared/ResourceLink'
import styles from '../Inspector.module.css'

const nameOf = (route: ResolvedRoute) => route.prefixListId ?? route.destination

/** What AWS adds beside the local routes: propagated ones, and those of gateway endpoints. */
export function addedRoutes(
  routes: readonly ResolvedRoute[],
  written: Readonly<Record<string, unknown>>,
): readonly ResolvedRoute[] {
  const added = routes.filter(
    (it) => it.origin === 'propagated' || (it.origin === 'static' && !(nameOf(it) in written)),
  )
  // a route by prefix list stands once for each entry
  const first = new Map<string, ResolvedRoute>()
  for (const it of added) {
    const key = `${nameOf(it)} ${it.target}`
    if (!first.has(key) || it.state === 'blackhole') first.set(key, it)
  }
  return [...first.values()]
}

/** Rows of routes that nobody wrote here, with whom they come from. */
export function AddedRoutes({
  routes,
  readOnly,
}: {
  readonly routes: readonly ResolvedRoute[]
  readonly readOnly: boolean
}) {
  return routes.map((route) => (
    <tr key={`${route.origin} ${nameOf(route)} ${route.target}`}>
      <td className={`${table.fixed} ${route.prefixListId ? '' : table.mono}`}>
        {route.prefixListId ? <ResourceLink id={route.prefixListId} /> : route.destination}
      </td>
      <td className={table.fixed}>
        {route.target === null || route.target === 'local' ? (
          'gone'
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
      {!readOnly && <td aria-label="Made by AWS" />}
    </tr>
  ))
}
