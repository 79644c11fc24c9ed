import type { Id } from '../../kinds/resource'
import { clipOf, printClip, readClip, type Clip } from '../../model/clipboard'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import { gridStep } from '../../model/layout'
import type { Pasted } from '../../model/paste'
import { removalOf } from '../../model/removal'
import { pasteClip } from '../commands/paste'
import { removeResources } from '../commands/remove'
import type { Designer } from '../designer'
import { tellLocked } from './lock'

interface Spot {
  /** What is pasted into; null for where it came from, or the canvas. */
  readonly into: Id | null
  readonly at: { readonly x: number; readonly y: number }
}

/** The selection as text for the clipboard; null when nothing is chosen. */
export function copyText(designer: Designer, ids: readonly Id[]): string | null {
  if (ids.length === 0) return null
  const clip = clipOf(designer.getState().document, ids)
  designer.announce(`Copied ${named(clip.chosen.length)}.`)
  return printClip(clip)
}

/** The same, and takes it out of the design. */
export function cutText(designer: Designer, ids: readonly Id[]): string | null {
  const { document } = designer.getState()
  const locked = removalOf(document, ids).doomed.filter((id) => document.layout[id]?.locked)
  if (locked.length > 0) {
    tellLocked(designer, locked)
    return null
  }
  const text = copyText(designer, ids)
  if (text !== null) designer.run(removeResources, { ids, verb: 'Cut' })
  return text
}

/** Pastes what a clipboard's text holds; false when it is none of ours. */
export function pasteText(designer: Designer, text: string, spot: Spot): boolean {
  const clip = readClip(text)
  if (!clip) return false
  paste(designer, clip, spot, 'Paste')
  return true
}

/** A copy beside the original, without touching the clipboard. */
export function duplicate(designer: Designer, ids: readonly Id[]): void {
  const { document } = designer.getState()
  const clip = clipOf(document, ids)
  const [first] = clip.chosen
  const box = first && clip.layout[first]
  const design = designOf(document)
  const it = first && design.get(first)
  const offset = gridStep * 4
  paste(
    designer,
    clip,
    {
      into: it ? parentOf(it, design) : null,
      at: { x: (box?.x ?? 0) + offset, y: (box?.y ?? 0) + offset },
    },
    'Duplicate',
  )
}

/** A copy at a place of its own: what a drag with Alt leaves behind. */
export function duplicateAt(designer: Designer, ids: readonly Id[], spot: Spot): void {
  paste(designer, clipOf(designer.getState().document, ids), spot, 'Duplicate')
}

function paste(designer: Designer, clip: Clip, spot: Spot, verb: 'Paste' | 'Duplicate'): void {
  let pasted: Pasted = { ids: [], skipped: [] }
  const { newId } = designer
  const done = (result: Pasted) => {
    pasted = result
  }
  designer.run(pasteClip, { clip, newId, ...spot, verb, done })
  if (pasted.ids.length > 0) designer.select(pasted.ids)
  if (pasted.skipped.length > 0) designer.notify(pasted.skipped.join(' '), 'problem')
  else if (pasted.ids.length > 0) designer.announce(`Added ${named(pasted.ids.length)}.`)
}

const named = (count: number) => `${count} ${count === 1 ? 'resource' : 'resources'}`
