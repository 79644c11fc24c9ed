import { lazy, type ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

const loads: (() => Promise<unknown>)[] = []

/**
 * A component whose code comes when it is first drawn, or as soon as the page has nothing better to
 * do (`fetchTheRest`), so that nobody is seen to wait for it.
 */
export function later<Props extends object>(load: Load<Props>) {
  loads.push(load)
  return lazy(async () => ({ default: await load() }))
}

const idle = () =>
  new Promise<unknown>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 3_000 })
    else setTimeout(resolve, 500)
  })

/** Brings what is still on the server, one after the other, while nothing else happens. */
export async function fetchTheRest(): Promise<void> {
  try {
    for (const load of loads) {
      await idle()
      await load()
    }
  } catch {
    // offline: it is asked for again when it is drawn
  }
}
