import type { Content } from './records'

/**
 * What a page hands over while it goes away. IndexedDB only promises to write; a page that is torn
 * down before the promise is kept loses it. Local storage writes before it returns, so the last
 * state waits there until the database is known to have it.
 */
export interface LastWords {
  readonly keep: (content: Content) => void
  readonly of: (designId: string) => Content | null
  readonly forget: (designId: string) => void
}

const keyOf = (designId: string) => `causeway/last-words/${designId}`

/** Last words in this storage; nothing is kept where there is none. */
export function lastWordsIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null) {
  const words: LastWords = {
    keep: (content) => {
      try {
        storage?.setItem(keyOf(content.id), JSON.stringify(content))
      } catch {
        // full or refused: the database still got the same state
      }
    },
    of: (designId) => {
      try {
        return readContent(storage?.getItem(keyOf(designId)) ?? null, designId)
      } catch {
        return null
      }
    },
    forget: (designId) => {
      try {
        storage?.removeItem(keyOf(designId))
      } catch {
        // a storage that refuses this has refused to keep anything either
      }
    },
  }
  return words
}

/** The browser's own local storage; null where the page may not have any. */
export function localStorageOf(scope: { readonly localStorage?: Storage }): Storage | null {
  try {
    return scope.localStorage ?? null
  } catch {
    return null
  }
}

function readContent(text: string | null, designId: string): Content | null {
  if (text === null) return null
  const value = JSON.parse(text) as Partial<Content>
  const isContent =
    value.id === designId &&
    typeof value.text === 'string' &&
    typeof value.sequence === 'number' &&
    Array.isArray(value.past) &&
    Array.isArray(value.future)
  return isContent ? (value as Content) : null
}
