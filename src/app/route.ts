import { useSyncExternalStore } from 'react'

/** What the address shows after its `#`; the page itself may lie under any path. */
export type Route =
  { readonly page: 'start' } | { readonly page: 'design'; readonly designId: string }

/** @example routeOf('#/design/d1') // { page: 'design', designId: 'd1' } */
export function routeOf(hash: string): Route {
  const [, page, designId] = hash.split('/')
  return page === 'design' && designId
    ? { page: 'design', designId: decodeURIComponent(designId) }
    : { page: 'start' }
}

export function hashOf(route: Route): string {
  return route.page === 'design' ? `#/design/${encodeURIComponent(route.designId)}` : '#/'
}

export function go(route: Route): void {
  window.location.hash = hashOf(route)
}

const subscribe = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange)
  return () => {
    window.removeEventListener('hashchange', onChange)
  }
}

export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash)
}
