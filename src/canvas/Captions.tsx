import { Fragment } from 'react'
import { isAddress } from './caption-lines'
import styles from './Captions.module.css'

const dot = <span className={styles.dot}>·</span>

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
          {i > 0 && (stacked ? <br /> : isAddress(caption) ? ' ' : dot)}
          {isAddress(caption)
            ? caption.split(', ').map((block, n) => (
                <Fragment key={block}>
                  {n > 0 && ' '}
                  <Block block={block} collides={collision === block} />
                </Fragment>
              ))
            : caption}
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
