import styles from './AwsIcon.module.css'
import { iconUrls, inkIcons } from './icons'

/** An AWS architecture icon; decoration, as the words beside it say the same. */
export function AwsIcon({ name, size = 20 }: { readonly name: string; readonly size?: number }) {
  const url = iconUrls[name]
  if (url === undefined) return null
  if (!inkIcons.has(name))
    return (
      <img className={styles.icon} src={url} width={size} height={size} alt="" draggable={false} />
    )
  const mask = `url("${url}") center / contain no-repeat`
  return <span className={styles.ink} style={{ width: size, height: size, mask }} aria-hidden />
}
