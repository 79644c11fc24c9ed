import { useSyncExternalStore } from 'react'

/** What the address shows after its `#`; the page itself may lie under any path. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'design'; readonly designId: string }
  /** A design that the address itself carries. */
  | { readonly page: 'share'; readonly packed: string }

/** @example routeOf('#/design/d1') // { page: 'design', designId: 'd1' } */
export function routeOf(hash: string): Route {
  const [, page, rest] = hash.split('/')
  if (page === 'design' && rest) return { page, designId: rest }
  if (page === 'share' && rest) return { page, packed: rest }
  return { page: 'start' }
}

export function hashOf(route: Route): string {
  if (route.page === 'design') return `#/design/${route.designId}`
  return route.page === 'share' ? `#/share/${route.packed}` : '#/'
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
