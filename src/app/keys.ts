/**
 * A key as an action names it: modifiers, then the physical key by its `code`, so that it works
 * under every keyboard layout (with Hangul input `event.key` is a jamo). `Mod` is Cmd on macOS and
 * Ctrl elsewhere. A sign that has no fixed place, such as `?`, is written `sign:?`.
 */
export type Keys = string

export type Pressed = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/**
 * Is this the key that was pressed? Modifiers must match exactly.
 * @example matches('Mod+Shift+KeyZ', event)
 */
export function matches(keys: Keys, pressed: Pressed, mac: boolean = isMac): boolean {
  if (pressed.isComposing) return false
  const mod = mac ? pressed.metaKey : pressed.ctrlKey
  const other = mac ? pressed.ctrlKey : pressed.metaKey
  if (keys.startsWith('sign:')) return !mod && !other && pressed.key === keys.slice(5)
  const parts = keys.split('+')
  const code = parts.at(-1)
  return (
    pressed.code === code &&
    mod === parts.includes('Mod') &&
    !other &&
    pressed.shiftKey === parts.includes('Shift') &&
    pressed.altKey === parts.includes('Alt')
  )
}

const signs: Readonly<Record<string, string>> = {
  Minus: '−',
  Equal: '+',
  Period: '.',
  Slash: '/',
  Quote: "'",
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
}

/**
 * The same as people write it; `Kbd` then prints it as this machine's keyboard does.
 * @example spelt('Mod+Shift+KeyZ') // 'Mod+Shift+Z'
 */
export function spelt(keys: Keys): string {
  if (keys.startsWith('sign:')) return keys.slice(5)
  return keys
    .split('+')
    .map((part) => signs[part] ?? part.replace(/^(Key|Digit)/, ''))
    .join('+')
}

/** Does this element take text, so that plain keys and editing keys belong to it? */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  const buttons = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']
  return target instanceof HTMLInputElement && !buttons.includes(target.type)
}
