import { CSPProvider } from '@base-ui/react/csp-provider'
import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import control from './Control.module.css'
import styles from './Popup.module.css'

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** A second line in the list. */
  readonly note?: string | undefined
}

export interface SelectProps<Value extends string> {
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Needed where no field label stands beside it. */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  readonly mono?: boolean | undefined
  readonly id?: string | undefined
}

/** One of a few fixed values. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  label,
  disabled,
  mono,
  id,
}: SelectProps<Value>) {
  const items = options.map((it) => ({ value: it.value, label: it.label }))
  return (
    <BaseSelect.Root<Value>
      items={items}
      value={value}
      disabled={disabled ?? false}
      modal={false}
      onValueChange={(chosen) => {
        if (chosen !== null && chosen !== value) onChange(chosen)
      }}
    >
      <BaseSelect.Trigger
        className={control.select}
        aria-label={label}
        data-mono={mono || undefined}
        id={id}
      >
        <BaseSelect.Value className={control.value} />
        <BaseSelect.Icon className={control.chevron}>
          <ChevronDown />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner
          className={styles.positioner}
          alignItemWithTrigger={false}
          sideOffset={4}
          align="start"
        >
          {/* the page's policy forbids the style tag that would hide scrollbars here */}
          <CSPProvider disableStyleElements>
            <BaseSelect.Popup className={styles.popup}>
              <BaseSelect.List>
                {options.map((it) => (
                  <BaseSelect.Item key={it.value} value={it.value} className={styles.item}>
                    <span className={styles.check}>
                      <BaseSelect.ItemIndicator>
                        <Check />
                      </BaseSelect.ItemIndicator>
                    </span>
                    <span className={styles.words}>
                      <BaseSelect.ItemText>{it.label}</BaseSelect.ItemText>
                      {it.note && <span className={styles.note}>{it.note}</span>}
                    </span>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </CSPProvider>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
