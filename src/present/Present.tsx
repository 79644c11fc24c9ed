import { ChevronLeft, ChevronRight, Pointer, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCanvasApi, useDesigner, useDesignerStore } from '../store/react'
import { trace as traceOf } from '../store/selectors'
import { IconButton } from '../ui/IconButton'
import { Laser } from './Laser'
import styles from './Present.module.css'
import { stepAt, stepsOf, type Step } from './steps'
import { useFullScreen } from './useFullScreen'

/**
 * Lies over the canvas while it is presented: the reason of each hop as a caption, arrow keys to
 * step, L for a laser pointer, Escape to leave. Reads the design and never writes it.
 */
export function Present() {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const trace = useDesigner(traceOf)
  const at = useDesigner(({ view }) => view.hop)
  const name = useDesigner(({ document }) => document.name)
  const steps = stepsOf(trace)
  const position = stepAt(steps, at)
  const step = steps[position]
  const [laser, setLaser] = useState(false)

  const leave = () => {
    designer.look({ presenting: false, hop: null })
  }
  const goTo = (next: number) => {
    const wanted = Math.max(-1, Math.min(steps.length - 1, next))
    if (wanted === position) return
    const found = steps[wanted]
    designer.look({ hop: found ? { leg: found.leg, index: found.index } : null })
    designer.announce(found ? told(found, wanted, steps.length) : (trace?.sentence ?? name))
  }
  const toggleLaser = () => {
    setLaser(!laser)
    designer.announce(laser ? 'Laser pointer off.' : 'Laser pointer on.')
  }
  useFullScreen(leave)
  useEffect(() => {
    designer.look({ hop: null, notice: null })
    // a frame later the panels are gone and the canvas has its new size
    const frame = requestAnimationFrame(() => {
      requestAnimationFrame(canvas.fit)
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [designer, canvas])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // by its place, as every letter: under Hangul input its sign is another
      const act = event.code === 'KeyL' ? 'laser' : keyActs[event.key]
      if (!act || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      if (act === 'leave') leave()
      else if (act === 'laser') toggleLaser()
      else goTo(act === 'first' ? -1 : act === 'last' ? steps.length - 1 : position + act)
    }
    // before the canvas takes the arrows for moving things
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  })

  return (
    <section className={styles.stage} aria-label="Presentation" data-laser={laser || undefined}>
      {laser && <Laser />}
      <div className={styles.head}>
        <h1>{name}</h1>
        <IconButton label="Laser pointer" keys="L" pressed={laser} onClick={toggleLaser}>
          <Pointer />
        </IconButton>
        <IconButton label="Leave presentation" keys="Esc" onClick={leave}>
          <X />
        </IconButton>
      </div>
      <div className={styles.foot}>
        {steps.length > 0 && (
          <IconButton
            label="Previous hop"
            keys="←"
            disabled={position < 0}
            onClick={() => {
              goTo(position - 1)
            }}
          >
            <ChevronLeft />
          </IconButton>
        )}
        <div
          className={styles.caption}
          data-leg={step?.leg}
          data-drops={step?.hop.decision === 'drops' || undefined}
        >
          {step ? <Caption step={step} /> : <Whole sentence={trace?.sentence ?? null} />}
        </div>
        {steps.length > 0 && (
          <span className={styles.position} aria-label="Position">
            {position + 1} / {steps.length}
          </span>
        )}
        {steps.length > 0 && (
          <IconButton
            label="Next hop"
            keys="→"
            disabled={position === steps.length - 1}
            onClick={() => {
              goTo(position + 1)
            }}
          >
            <ChevronRight />
          </IconButton>
        )}
      </div>
    </section>
  )
}

/** What each key does: steps forth or back, to an end, or out. */
const keyActs: Readonly<Record<string, number | 'first' | 'last' | 'leave' | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: 'first',
  End: 'last',
  Escape: 'leave',
}

const legs = { request: 'Request', reply: 'Reply' } as const

function told({ leg, hop }: Step, index: number, count: number): string {
  return `${legs[leg]}, ${index + 1} of ${count}. ${hop.name}: ${hop.text}`
}

function Caption({ step: { leg, hop } }: { readonly step: Step }) {
  return (
    <>
      <p className={styles.where}>
        <strong>{legs[leg]}</strong> · {hop.term} {hop.name}
        {hop.code && <code>{hop.code}</code>}
      </p>
      <p className={styles.reason}>{hop.text}</p>
    </>
  )
}

function Whole({ sentence }: { readonly sentence: string | null }) {
  return (
    <p className={styles.reason}>
      {sentence ?? 'No path is lit. Ask for one in the path panel, and step through it here.'}
    </p>
  )
}
