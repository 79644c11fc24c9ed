import { catalogue, definitionOf, kinds } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { awaitsAcceptance } from '../model/edits/accept-link'
import { acceptPeeringOf, linkKindsFrom, startLink } from '../store/actions/link'
import { askPath } from '../store/actions/question'
import { askReach, hasReach } from '../store/actions/reach'
import { requestRemoval } from '../store/actions/remove'
import { duplicate } from '../store/actions/clipboard'
import { selectAll } from '../store/actions/select'
import type { Designer } from '../store/designer'
import { isEnd } from '../store/ends'
import { offersOf } from '../store/placed'
import { copyFromMenu, pasteHere } from './clipboard'
import { landingOf } from './drop'
import { drawingEntries } from './menu-drawing'
import { placeAt, placeOn } from './place'
import type { Point } from './rects'

export interface MenuEntry {
  readonly label: string
  /** The key that does the same. */
  readonly keys?: string
  /** Why it cannot be done here; the entry is greyed and says so. */
  readonly refusal?: string | null
  readonly run: () => void
}

export type MenuGroup =
  readonly MenuEntry[] | { readonly label: string; readonly items: readonly MenuEntry[] }

/** Everything that can be done with a resource, or with the empty canvas, most wanted first. */
export function menuFor(designer: Designer, id: Id | null, at: Point): readonly MenuGroup[] {
  const { document, readOnly, view } = designer.getState()
  const design = designOf(document)
  const it = id ? design.get(id) : undefined
  if (!it || !id)
    return readOnly
      ? [
          [
            {
              label: 'Zoom to fit',
              keys: 'Shift+1',
              run: () => {
                designer.show({ type: 'fit' })
              },
            },
          ],
        ]
      : [
          { label: 'Add', items: additions(designer, null, at) },
          [
            {
              label: 'Paste here',
              keys: 'Mod+V',
              run: () => {
                void pasteHere(designer, at)
              },
            },
          ],
          [
            {
              label: 'Select all',
              keys: 'Mod+A',
              run: () => {
                selectAll(designer)
              },
            },
            {
              label: view.grid ? 'Hide grid' : 'Show grid',
              keys: "Mod+'",
              run: () => {
                designer.look({ grid: !view.grid })
              },
            },
            {
              label: 'Zoom to fit',
              keys: 'Shift+1',
              run: () => {
                designer.show({ type: 'fit' })
              },
            },
          ],
        ]
  const looking: MenuEntry[] = [
    {
      label: 'Inspect',
      keys: 'Enter',
      run: () => {
        designer.inspect(id)
      },
    },
    {
      label: 'Zoom to',
      keys: 'Shift+2',
      run: () => {
        designer.show({ type: 'ids', ids: [id] })
      },
    },
  ]
  const path: MenuEntry[] = isEnd(it)
    ? [
        {
          label: 'Check reachability from here',
          run: () => {
            askPath(designer, 'source', id)
          },
        },
        {
          label: 'Check reachability to here',
          run: () => {
            askPath(designer, 'destination', id)
          },
        },
      ]
    : []
  const reach: MenuEntry[] = hasReach(it)
    ? [
        {
          label: 'What can this reach?',
          keys: 'Alt+R',
          run: () => {
            askReach(designer, id, 'from')
          },
        },
        {
          label: 'What can reach this?',
          keys: 'Alt+Shift+R',
          run: () => {
            askReach(designer, id, 'to')
          },
        },
      ]
    : []
  if (readOnly) return [path, reach, looking].filter((group) => group.length > 0)
  const ids = view.selection.includes(id) ? view.selection : [id]
  const adding = additions(designer, id, at)
  const linking: MenuEntry[] = [
    ...linkKindsFrom(it).map(({ kind, words }) => ({
      label: `${words.menu}…`,
      run: () => {
        startLink(designer, id, kind)
      },
    })),
    ...(awaitsAcceptance(it)
      ? [
          {
            label: it.kind === 'vpc-peering-connection' ? 'Accept peering' : 'Accept attachment',
            run: () => {
              acceptPeeringOf(designer, it)
            },
          },
        ]
      : []),
  ]
  const groups: MenuGroup[] = [
    path,
    reach,
    looking,
    adding.length > 0 ? { label: 'Add', items: adding } : [],
    linking,
    [
      {
        label: 'Duplicate',
        keys: 'Mod+D',
        run: () => {
          duplicate(designer, ids)
        },
      },
      {
        label: 'Copy',
        keys: 'Mod+C',
        run: () => {
          void copyFromMenu(designer, ids, false)
        },
      },
      {
        label: 'Cut',
        keys: 'Mod+X',
        run: () => {
          void copyFromMenu(designer, ids, true)
        },
      },
      {
        label: 'Paste here',
        keys: 'Mod+V',
        run: () => {
          void pasteHere(designer, at)
        },
      },
    ],
    drawingEntries(designer, id, ids),
    [
      {
        label: 'Delete',
        keys: 'Delete',
        run: () => {
          requestRemoval(designer, ids)
        },
      },
    ],
  ]
  return groups.filter((group) => !('length' in group) || group.length > 0)
}

/** What the palette offers that belongs here, refused ones with the reason. */
function additions(designer: Designer, on: Id | null, at: Point): readonly MenuEntry[] {
  const design = designOf(designer.getState().document)
  const host = on ? design.get(on) : undefined
  return kinds.flatMap((kind) => {
    const { placement } = catalogue[kind]
    const belongs = host
      ? placement.type === 'on' && placement.kinds.includes(host.kind)
      : placement.type === 'canvas'
    if (!belongs) return []
    const landing = landingOf(kind, host ? [host] : [], design)
    return offersOf(kind).map(({ placed, label }) => ({
      label,
      refusal: landing.ok ? null : landing.reason,
      run: () => {
        if (host) placeOn(designer, placed, host.id, definitionOf({ kind }).look.size ? at : null)
        else placeAt(designer, placed, at)
      },
    }))
  })
}
