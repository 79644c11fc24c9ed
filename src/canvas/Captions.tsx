import { Fragment } from 'react'
import styles from './Captions.module.css'

/** Addresses line up digit under digit; words do not need to. */
const isAddress = (text: string) => /^\d+\.\d+\./.test(text)

/** The lines under a name, in one row or stacked. */
export function Captions({
  captions,
  collision,
  stacked,
}: {
  readonly captions: readonly string[]
  readonly collision?: string | null
  readonly stacked?: boolean
}) {
  return (
    <span className={styles.captions} data-stacked={stacked} data-captions>
      {captions.map((caption, i) => (
        <Fragment key={caption}>
          {i > 0 && (stacked ? <br /> : <span className={styles.dot}>·</span>)}
          {isAddress(caption)
            ? caption.split(', ').map((block, n) => (
                <Fragment key={block}>
                  {n > 0 && ' '}
                  <span className={styles.address} data-collides={collision === block || undefined}>
                    {block}
                  </span>
                </Fragment>
              ))
            : caption}
        </Fragment>
      ))}
    </span>
  )
}
