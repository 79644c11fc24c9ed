import styles from './Badge.module.css'

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)
const mac: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
const other: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** `Mod+Shift+Z` as this machine's keyboard prints it. */
export function keysOf(keys: string): string {
  const words = keys.split(/\+(?=.)/).map((key) => (isMac ? mac : other)[key] ?? key)
  return words.join(isMac ? '' : '+')
}

/** A key or chord. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keysOf(keys)}</kbd>
}
