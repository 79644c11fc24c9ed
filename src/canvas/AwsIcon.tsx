import type { IconName } from '../kinds/contract'
import styles from './AwsIcon.module.css'
import { iconUrls, inkIcons } from './icons'

/** An AWS architecture icon; decoration, as the words beside it say the same. */
export function AwsIcon({ name, size }: { readonly name: IconName; readonly size: number }) {
  const url = iconUrls[name]
  if (!inkIcons.has(name))
    return (
      <img className={styles.icon} src={url} width={size} height={size} alt="" draggable={false} />
    )
  const mask = `url("${url}") center / contain no-repeat`
  return <span className={styles.ink} style={{ width: size, height: size, mask }} aria-hidden />
}
