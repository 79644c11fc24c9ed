import { Switch as BaseSwitch } from '@base-ui/react/switch'
import styles from './Control.module.css'

/** On or off, at once. */
export function Switch({
  checked,
  onChange,
  label,
  disabled,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Needed where no field label stands beside it. */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
}) {
  return (
    <BaseSwitch.Root
      className={styles.switch}
      checked={checked}
      onCheckedChange={onChange}
      aria-label={label}
      disabled={disabled ?? false}
    >
      <BaseSwitch.Thumb className={styles.thumb} />
    </BaseSwitch.Root>
  )
}
