import { useRef } from 'react'
import { ViewportPortal } from 'reactflow'
import type { Id } from '../kinds/resource'
import { shownAs } from '../model/collapse'
import type { Group } from '../model/document'
import { nameGroup } from '../store/actions/group'
import { useDesigner, useDesignerStore } from '../store/react'
import { framesAround, holds } from './frame'
import { focusCanvas } from './focus'
import styles from './GroupFrames.module.css'
import type { Rect } from './rects'
import { useRects } from './useRects'

const none: Readonly<Record<string, Group>> = {}

/** The labelled frames round what the user has grouped, and round Regions and accounts. */
export function GroupFrames() {
  const document = useDesigner((state) => state.document)
  const groups = document.groups ?? none
  const shownIn = ({ members }: Group) => [
    ...new Set(
      members
        .filter((id) => Object.hasOwn(document.resources, id))
        .map((id) => shownAs(document, id)),
    ),
  ]
  const rects = useRects(Object.values(groups).flatMap(shownIn))
  const frames = framesAround(groups, (group) =>
    shownIn(group).flatMap((id) => rects.get(id) ?? []),
  )
  return (
    <ViewportPortal>
      {Object.entries(groups).map(([key, group]) => {
        const frame = frames.get(key)
        if (!frame) return undefined
        const isOuter = ![...frames.values()].some((it) => it !== frame && holds(it, frame))
        return <Frame key={key} of={key} group={group} frame={frame} isOuter={isOuter} />
      })}
    </ViewportPortal>
  )
}

interface FrameProps {
  readonly of: string
  readonly group: Group
  readonly frame: Rect
  /** Does no other frame hold it? From a distance only such a one is named. */
  readonly isOuter: boolean
}

function Frame({ of: key, group, frame, isOuter }: FrameProps) {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const naming = useDesigner(({ view }) => view.naming === key)
  const readOnly = useDesigner((state) => state.readOnly || state.view.presenting)
  const members = group.members.filter((id) => Object.hasOwn(document.resources, id))
  const { x, y, width, height } = frame
  return (
    <div
      className={styles.frame}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      role="presentation"
      data-outer={isOuter || undefined}
    >
      {naming && !readOnly ? (
        <Naming of={key} name={group.name} />
      ) : (
        <button
          type="button"
          className={`${styles.label} nodrag nopan`}
          tabIndex={-1}
          aria-label={`Group ${group.name}, ${members.length} resources. Select them`}
          title={readOnly ? group.name : 'Click selects what it frames, a double-click renames it'}
          onClick={() => {
            designer.select(shownOf(members))
          }}
          onDoubleClick={() => {
            if (!readOnly) designer.look({ naming: key })
          }}
        >
          {group.name}
        </button>
      )}
    </div>
  )

  function shownOf(ids: readonly Id[]): readonly Id[] {
    return [...new Set(ids.map((id) => shownAs(document, id)))]
  }
}

function Naming({ of: key, name }: { readonly of: string; readonly name: string }) {
  const designer = useDesignerStore()
  // Escape leaves the field too, and must not take what was typed
  const given = useRef(false)
  const finish = (typed: string | null) => {
    if (given.current) return
    given.current = true
    if (typed !== null) nameGroup(designer, key, typed)
    designer.look({ naming: null })
  }
  return (
    <input
      className={`${styles.label} ${styles.naming} nodrag nopan`}
      aria-label="Name of the group"
      defaultValue={name}
      maxLength={255}
      size={Math.max(12, name.length)}
      // the user has just asked to name it
      ref={(input) => {
        if (input && input.ownerDocument.activeElement !== input) {
          input.focus({ preventScroll: true })
          input.select()
        }
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        finish(event.key === 'Enter' ? event.currentTarget.value : null)
        focusCanvas()
      }}
      onBlur={(event) => {
        finish(event.currentTarget.value)
      }}
    />
  )
}
