import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Opening } from '../store/library/session'
import { DropTarget } from './files/DropTarget'
import { LiveRegion } from './LiveRegion'
import { Overlays } from './Overlays'
import { routeOf, useHash, type Route } from './route'
import { useShortcuts } from './shortcuts'
import { StartPage } from './start/StartPage'
import { Unopened } from './Unopened'
import { sharedId, useWorkspace } from './workspace'

/** The designer is the larger part of the program; the start page shows before it is here. */
const Shell = lazy(async () => {
  const { Shell } = await import('./shell/Shell')
  return { default: Shell }
})

/** The page that the address names. */
export function App() {
  const workspace = useWorkspace()
  const hash = useHash()
  const route = useMemo(() => routeOf(hash), [hash])
  const [opening, setOpening] = useState<{ route: Route; result: Opening } | null>(null)

  useEffect(() => {
    let current = true
    const follow = async () => {
      if (route.page === 'start') {
        await workspace.leave()
        return
      }
      const result = await (route.page === 'design'
        ? workspace.open(route.designId)
        : workspace.openShared(route.packed))
      if (current) setOpening({ route, result })
    }
    void follow()
    return () => {
      current = false
    }
  }, [workspace, route])

  const result = opening?.route === route ? opening.result : null
  const isOpen = result?.type === 'open'
  useShortcuts(workspace, isOpen)

  return (
    <DropTarget>
      {route.page === 'start' && <StartPage />}
      {isOpen && (
        <Suspense>
          <Shell />
        </Suspense>
      )}
      {result && result.type !== 'open' && (
        <Unopened designId={route.page === 'design' ? route.designId : sharedId} result={result} />
      )}
      <Overlays designIsOpen={isOpen} />
      <LiveRegion />
    </DropTarget>
  )
}
