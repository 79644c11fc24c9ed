import { CircleCheck, CircleHelp, CircleX, Focus } from 'lucide-react'
import type { Trace } from '../../engine/answer'
import { useCanvasApi, useDesignerStore } from '../../store/react'
import { pathIds } from '../../store/selectors'
import { Badge } from '../../ui/Badge'
import { IconButton } from '../../ui/IconButton'
import { portsText } from './asking'
import { Told } from './Told'
import { detailWords, partWords, toneOf, verdictWords } from './verdicts'
import styles from './Path.module.css'

const icons = { pass: CircleCheck, blocked: CircleX, unmodelled: CircleHelp } as const

/** The answer in one sentence, told by icon, word and colour. */
export function VerdictCard({ trace }: { readonly trace: Trace }) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const tone = toneOf[trace.verdict]
  const Icon = icons[tone]
  const [first, ...further] = trace.codes
  // a single gap stands in the sentence already
  const missing = trace.missing.every((it) => trace.sentence.includes(it)) ? [] : trace.missing
  return (
    <section className={styles.verdict} data-tone={tone} aria-label="Verdict">
      {trace.request.hops.length > 0 && (
        <div className={styles.focus}>
          <IconButton
            label="Zoom to the path"
            keys="Shift+3"
            size="small"
            onClick={() => {
              canvas.zoomTo(pathIds(designer.getState()))
            }}
          >
            <Focus />
          </IconButton>
        </div>
      )}
      <div aria-live="polite" className={styles.told}>
        <p className={styles.word}>
          <Icon aria-hidden />
          {verdictWords(trace)}
        </p>
        <p className={styles.sentence}>
          <Told text={trace.sentence} />
        </p>
      </div>
      {missing.length > 0 && (
        <ul className={styles.missing} aria-label="Missing">
          {missing.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      )}
      {first && (
        <p className={styles.codes}>
          <Badge mono tone={tone}>
            {first}
          </Badge>
          {further.length > 0 && <span>then</span>}
          {further.map((code) => (
            <Badge key={code} mono>
              {code}
            </Badge>
          ))}
        </p>
      )}
      {trace.parts.length > 0 && (
        <ul className={styles.missing} aria-label="Parts of the port range">
          {trace.parts.map(({ ports, verdict, code }) => (
            <li key={ports.from}>
              {portsText(ports)}: {partWords[verdict]}
              {code && `, ${code}`}
            </li>
          ))}
        </ul>
      )}
      {trace.details.map((detail) => (
        <p key={detail} className={styles.detail}>
          {detailWords[detail]}
        </p>
      ))}
    </section>
  )
}
