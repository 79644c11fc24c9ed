import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const key = 'causeway:theme'
const order: readonly Theme[] = ['system', 'light', 'dark']
const listeners = new Set<() => void>()

/** The chosen theme; `public/theme.js` has put it on the page before the first paint. */
export function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // storage is closed to this page: the choice lasts as long as the page
  }
  for (const listener of listeners) listener()
}

export function nextTheme(): Theme {
  const next = order[(order.indexOf(chosenTheme()) + 1) % order.length] ?? 'system'
  chooseTheme(next)
  return next
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, chosenTheme)
}

/** Is the page dark at this moment, by choice or by the system? */
export function isDark(): boolean {
  const theme = chosenTheme()
  if (theme !== 'system') return theme === 'dark'
  return window.matchMedia('(prefers-color-scheme: dark)').matches
}
