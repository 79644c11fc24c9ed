import { Fragment } from 'react'
import styles from './Captions.module.css'

/** Addresses line up digit under digit; words do not need to. */
const isAddress = (text: string) => /^\d+\.\d+\./.test(text)

const dot = (
  <span className={styles.dot} data-word>
    ·
  </span>
)

/** Left out where only addresses are legible. */
const words = (caption: string) => <span data-word>{caption}</span>

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
          {i > 0 && (stacked ? <br /> : dot)}
          {isAddress(caption)
            ? caption.split(', ').map((block, n) => (
                <Fragment key={block}>
                  {n > 0 && ' '}
                  <Block block={block} collides={collision === block} />
                </Fragment>
              ))
            : words(caption)}
        </Fragment>
      ))}
    </span>
  )
}

/** One block; where it collides with another VPC's, a mark that is told, not only drawn. */
function Block({ block, collides }: { readonly block: string; readonly collides: boolean }) {
  const Tag = collides ? 'strong' : 'span'
  return (
    <Tag className={styles.address} data-collides={collides || undefined}>
      {block}
    </Tag>
  )
}
