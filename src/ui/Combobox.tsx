import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Check, ChevronDown } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import control from './Control.module.css'
import styles from './Popup.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
  /** A second line; searched too. */
  readonly note?: string | undefined
  readonly icon?: ReactNode
}

export interface ComboboxProps {
  readonly choices: readonly Choice[]
  /** The chosen value, or null. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly label: string
  readonly placeholder?: string | undefined
  /** What the list says when nothing fits. */
  readonly none?: string | undefined
  /** Makes a choice of what was typed, such as a bare address; null when it is none. */
  readonly fromText?: ((text: string) => Choice | null) | undefined
  readonly mono?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly invalid?: boolean | undefined
}

const words = (choice: Choice) => `${choice.label} ${choice.note ?? ''}`.toLocaleLowerCase()

/** One of many values, found by typing a part of it. */
export function Combobox({
  choices,
  value,
  onChange,
  label,
  placeholder,
  none = 'Nothing fits.',
  fromText,
  mono,
  disabled,
  invalid,
}: ComboboxProps) {
  const [typed, setTyped] = useState('')
  const chosen = useMemo(
    () =>
      value === null
        ? null
        : (choices.find((it) => it.value === value) ??
          fromText?.(value) ?? { value, label: value }),
    [choices, value, fromText],
  )
  const items = useMemo(() => {
    const made = fromText?.(typed.trim()) ?? null
    return made && !choices.some((it) => it.value === made.value) ? [made, ...choices] : choices
  }, [choices, fromText, typed])
  return (
    <BaseCombobox.Root<Choice>
      items={items}
      value={chosen}
      disabled={disabled ?? false}
      autoHighlight
      itemToStringLabel={(it) => it.label}
      itemToStringValue={(it) => it.value}
      isItemEqualToValue={(one, other) => one.value === other.value}
      filter={(it, query) => {
        const wanted = query.trim().toLocaleLowerCase()
        return wanted === '' || words(it).includes(wanted) || it.value === wanted
      }}
      onInputValueChange={setTyped}
      onValueChange={(it) => {
        if (it && it.value !== value) onChange(it.value)
      }}
    >
      <BaseCombobox.InputGroup
        className={control.group}
        data-mono={mono || undefined}
        data-invalid={invalid || undefined}
      >
        <BaseCombobox.Input
          className={control.bare}
          aria-label={label}
          placeholder={placeholder}
          spellCheck={false}
          onFocus={(event) => {
            event.currentTarget.select()
          }}
        />
        <BaseCombobox.Trigger className={control.open} aria-label="Show choices">
          <ChevronDown />
        </BaseCombobox.Trigger>
      </BaseCombobox.InputGroup>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner className={styles.positioner} sideOffset={4} align="start">
          <BaseCombobox.Popup className={styles.popup}>
            <BaseCombobox.Empty className={styles.empty}>{none}</BaseCombobox.Empty>
            <BaseCombobox.List>
              {(it: Choice) => (
                <BaseCombobox.Item key={it.value} value={it} className={styles.item}>
                  {it.icon}
                  <span className={styles.words}>
                    <span>{it.label}</span>
                    {it.note && <span className={styles.note}>{it.note}</span>}
                  </span>
                  <BaseCombobox.ItemIndicator className={styles.check}>
                    <Check />
                  </BaseCombobox.ItemIndicator>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  )
}
