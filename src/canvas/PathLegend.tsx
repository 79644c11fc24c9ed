import { X } from 'lucide-react'
import { Panel } from 'reactflow'
import styles from './PathLegend.module.css'

/** Tells the two ways apart, by pattern and by word. */
export function PathLegend({
  request,
  reply,
  end,
}: {
  readonly request: boolean
  readonly reply: boolean
  readonly end: 'dropped' | 'unknown' | null
}) {
  if (!request && !reply && !end) return null
  return (
    <Panel position="top-left">
      <ul className={styles.legend} aria-label="Legend of the lit path">
        {request && (
          <li>
            <Sample way="request" />
            Request
          </li>
        )}
        {reply && (
          <li>
            <Sample way="reply" />
            Reply
          </li>
        )}
        {end === 'unknown' && (
          <li>
            <span className={styles.unknown} aria-hidden>
              ?
            </span>
            Not modelled
          </li>
        )}
        {end === 'dropped' && (
          <li>
            <X className={styles.cross} size={14} strokeWidth={3} aria-hidden />
            Dropped
          </li>
        )}
      </ul>
    </Panel>
  )
}

function Sample({ way }: { readonly way: 'request' | 'reply' }) {
  return (
    <svg width={34} height={12} aria-hidden>
      <path className={styles.line} data-way={way} d="M1 6 H24" />
      <path
        className={styles.head}
        data-way={way}
        d={way === 'request' ? 'M23 1 L33 6 L23 11 Z' : 'M24 1.5 L32 6 L24 10.5'}
      />
    </svg>
  )
}
