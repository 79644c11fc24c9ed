import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Analysis } from '../engine/analyse'
import type { Evidence, Question } from '../engine/answer'
import type { Id } from '../kinds/resource'
import { emptyDocument, type Document } from '../model/document'
import type { Asking } from './asking'
import type { CameraMove } from './camera'
import type { Placed } from './placed'
import type { Reached, ReachQuery } from './reach'
import { apply, joined, redone, touchedBy, undone, type Command, type Step } from './history'

/** Which panel stands beside the canvas. */
export type Panel = 'inspector' | 'path' | 'matrix' | 'findings' | 'export' | 'document'

/** What is open and chosen on the page; never saved with the document. */
export interface View {
  readonly selection: readonly Id[]
  /** The right-hand panel; null when it is closed. */
  readonly panel: Panel | null
  readonly palette: boolean
  /** The very place in the inspector to bring into sight. */
  readonly focus: Evidence | null
  readonly question: Question | null
  /** One end of a question whose other end is still to be chosen. */
  readonly halfQuestion: Partial<Pick<Question, 'source' | 'destination'>>
  /** The hop of the trace that is being looked at: direction and index. */
  readonly hop: { readonly leg: 'request' | 'reply'; readonly index: number } | null
  /** Of which one the canvas shows what it reaches; null while it shows everything. */
  readonly reach: ReachQuery | null
  readonly presenting: boolean
  /** Said by the live region; the number makes the same words new. */
  readonly announcement: { readonly text: string; readonly number: number }
  /** Passing word at the foot of the canvas: a refusal, an undo. */
  readonly notice: Notice | null
  /** Blocks that collide in a refused link, to be marked on both resources. */
  readonly collision: readonly { readonly id: Id; readonly cidr: string }[]
  /** What the next click on the canvas places; null while nothing waits to be placed. */
  readonly placing: Placed | null
  /** The question that a dialog puts to the user before something is done. */
  readonly asking: Asking | null
  /** The last wish for what the canvas shows; the number makes the same wish new. */
  readonly camera: { readonly move: CameraMove; readonly number: number } | null
  /** What a plain mouse wheel does; with Mod it always zooms. */
  readonly wheel: 'pan' | 'zoom'
  readonly minimap: boolean
  /** Is the grid shown? What is placed lies on it either way. */
  readonly grid: boolean
  /** The group whose name is being typed. */
  readonly naming: string | null
  /** Does a drag on the empty canvas pan (hand) or draw a selection box? */
  readonly hand: boolean
}

export interface Notice {
  readonly tone: 'info' | 'problem'
  readonly text: string
  readonly number: number
  /** A way out, as a button beside the words. */
  readonly offer: Offer | null
}

export interface Offer {
  readonly label: string
  /** Does it stay when the design changes? What is said of the design itself is then old. */
  readonly outlives?: boolean
  readonly accept: () => void
}

export interface DesignerState {
  readonly designId: string
  readonly document: Document
  /** True where another tab edits this design and this one only looks. */
  readonly readOnly: boolean
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** Grows with every change of the document. */
  readonly revision: number
  readonly view: View
  readonly analysis: Analysis | null
  /** The revision and question the analysis belongs to. */
  readonly analysedRevision: number
  readonly analysisFailure: string | null
  /** What `view.reach` asked for, as soon as it is known. */
  readonly reached: Reached | null
}

export interface Designer extends StoreApi<DesignerState> {
  readonly newId: <K extends string>(kind: K) => `${K}:${string}`
  /** Runs a command as one history entry; false when it changed nothing or the page only looks. */
  readonly run: <Args>(command: Command<Args>, args: Args, burst?: string) => boolean
  readonly undo: () => void
  readonly redo: () => void
  /** Shows another design, with the history it was left with. */
  readonly open: (opened: {
    readonly designId: string
    readonly document: Document
    readonly past?: readonly Step[]
    readonly future?: readonly Step[]
    readonly readOnly?: boolean
    readonly question?: Question | null
  }) => void
  readonly look: (change: Partial<View>) => void
  readonly select: (ids: readonly Id[]) => void
  readonly inspect: (id: Id, focus?: Evidence | null) => void
  readonly announce: (text: string) => void
  readonly notify: (text: string, tone?: Notice['tone'], offer?: Offer) => void
  /** Asks the canvas to show something: `look` with a number of its own. */
  readonly show: (move: CameraMove) => void
}

export const emptyView: View = {
  selection: [],
  panel: 'path',
  palette: true,
  focus: null,
  question: null,
  halfQuestion: {},
  hop: null,
  reach: null,
  presenting: false,
  announcement: { text: '', number: 0 },
  notice: null,
  collision: [],
  placing: null,
  asking: null,
  camera: null,
  wheel: 'pan',
  minimap: true,
  grid: true,
  naming: null,
  hand: false,
}

/** Entries kept; the oldest go first. */
const historyLimit = 200

/** What is selected must exist, and what is said must be so. */
function settle(document: Document, view: View): View {
  const exists = (id: Id) => Object.hasOwn(document.resources, id)
  return {
    ...view,
    selection: view.selection.every(exists) ? view.selection : view.selection.filter(exists),
    // what was said of the state before is no longer so
    notice: view.notice?.offer?.outlives ? view.notice : null,
    collision: [],
    reach: view.reach && exists(view.reach.id) ? view.reach : null,
  }
}

/** One designer: a document with its history, the view on it and its analysis. */
export function createDesigner({ randomId }: { readonly randomId: () => string }): Designer {
  const store = createStore<DesignerState>(() => ({
    designId: '',
    document: emptyDocument('Untitled design'),
    readOnly: false,
    past: [],
    future: [],
    revision: 0,
    view: emptyView,
    analysis: null,
    analysedRevision: -1,
    analysisFailure: null,
    reached: null,
  }))

  const look: Designer['look'] = (change) => {
    // a path and a presentation are looked at by themselves
    const isOther = Boolean(change.question) || change.presenting === true
    store.setState(({ view }) => ({
      view: { ...view, ...(isOther && { reach: null }), ...change },
    }))
  }

  const run: Designer['run'] = (command, args, burst) => {
    const state = store.getState()
    if (state.readOnly) return false
    const change = apply(state.document, command, args, burst ?? null)
    if (!change) return false
    const last = state.past.at(-1)
    const extendsLast = last && burst !== undefined && last.burst === burst
    store.setState({
      document: change.next,
      past: extendsLast
        ? [...state.past.slice(0, -1), joined(last, change.step)]
        : [...state.past, change.step].slice(-historyLimit),
      future: [],
      revision: state.revision + 1,
      view: settle(change.next, state.view),
    })
    return true
  }

  const travel = (direction: 'undo' | 'redo') => {
    const state = store.getState()
    const undoing = direction === 'undo'
    const step = undoing ? state.past.at(-1) : state.future[0]
    if (!step || state.readOnly) return
    const document = undoing ? undone(state.document, step) : redone(state.document, step)
    const touched = touchedBy(step).filter((id) => Object.hasOwn(document.resources, id))
    const view = settle(document, state.view)
    const text = `${undoing ? 'Undone' : 'Redone'}: ${step.label}`
    store.setState({
      document,
      past: undoing ? state.past.slice(0, -1) : [...state.past, { ...step, burst: null }],
      future: undoing ? [step, ...state.future] : state.future.slice(1),
      revision: state.revision + 1,
      view: {
        ...view,
        selection: touched,
        announcement: { text, number: view.announcement.number + 1 },
      },
    })
  }

  return Object.assign(store, {
    newId: <K extends string>(kind: K) => `${kind}:${randomId()}` as const,
    run,
    undo: () => {
      travel('undo')
    },
    redo: () => {
      travel('redo')
    },
    open: ({ designId, document, past, future, readOnly, question }) => {
      store.setState((state) => ({
        designId,
        document,
        past: past ?? [],
        future: future ?? [],
        readOnly: readOnly ?? false,
        revision: state.revision + 1,
        view: {
          ...emptyView,
          question: question ?? null,
          palette: state.view.palette,
          wheel: state.view.wheel,
          minimap: state.view.minimap,
          grid: state.view.grid,
        },
        analysis: null,
        analysisFailure: null,
        reached: null,
      }))
    },
    look,
    select: (ids) => {
      const { selection } = store.getState().view
      const same = selection.length === ids.length && ids.every((id) => selection.includes(id))
      if (!same) look({ selection: ids })
    },
    inspect: (id, focus = null) => {
      look({ selection: [id], focus, panel: 'inspector' })
    },
    announce: (text) => {
      const { announcement } = store.getState().view
      look({ announcement: { text, number: announcement.number + 1 } })
    },
    notify: (text, tone = 'info', offer) => {
      const { announcement, notice } = store.getState().view
      look({
        notice: { tone, text, number: (notice?.number ?? 0) + 1, offer: offer ?? null },
        announcement: { text, number: announcement.number + 1 },
      })
    },
    show: (move) => {
      const { camera } = store.getState().view
      look({ camera: { move, number: (camera?.number ?? 0) + 1 } })
    },
  } satisfies Omit<Designer, keyof StoreApi<DesignerState>>)
}
