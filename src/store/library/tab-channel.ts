/** What tabs that show the same design tell each other. The design itself goes through storage. */
export type TabWord =
  /** A newer state lies in the storage. */
  | { readonly type: 'written' }
  /** Another tab wants to edit: finish, and let go. */
  | { readonly type: 'hand-over' }
  /** The last changes could not be written, so letting go would lose them. */
  | { readonly type: 'refused'; readonly why: string }
  /** The editing tab closes. */
  | { readonly type: 'left' }

export interface TabChannel {
  readonly say: (word: TabWord) => void
  readonly close: () => void
}

const silent: TabChannel = { say: () => undefined, close: () => undefined }

export function openTabChannel(designId: string, onWord: (word: TabWord) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return silent
  const channel = new BroadcastChannel(`causeway:design:${designId}`)
  channel.addEventListener('message', ({ data }: MessageEvent<TabWord>) => {
    onWord(data)
  })
  return {
    say: (word) => {
      channel.postMessage(word)
    },
    close: () => {
      channel.close()
    },
  }
}
