import { Field } from '@base-ui/react/field'
import type { StackParameter } from '../../import/parameter'
import { isListType } from '../../import/parameter'
import control from '../../ui/Control.module.css'
import { Select } from '../../ui/Select'
import styles from './ParameterForm.module.css'

/** One parameter: what it is called and takes, its value, and what is wrong with that. */
export function ParameterField({
  parameter,
  text,
  problem,
  onChange,
  onLeave,
}: {
  readonly parameter: StackParameter
  readonly text: string
  readonly problem: string | undefined
  readonly onChange: (text: string) => void
  readonly onLeave: () => void
}) {
  const { label, name, type, needed, noEcho, allowedValues } = parameter
  const isChosen = allowedValues.length > 0 && !isListType(type) && !noEcho
  const subtitle = [label === name || name === type ? null : name, type]
  return (
    <Field.Root
      className={styles.field}
      invalid={problem !== undefined}
      data-needed={needed || undefined}
      data-refused={problem !== undefined || undefined}
    >
      <div className={styles.words}>
        <Field.Label className={styles.label}>{label}</Field.Label>
        <code className={styles.type}>{subtitle.filter(Boolean).join(' · ')}</code>
      </div>
      <div className={styles.control}>
        {isChosen ? (
          <Select
            options={optionsOf(parameter)}
            value={text}
            onChange={onChange}
            mono={text !== ''}
          />
        ) : (
          <Field.Control
            className={control.input}
            type={noEcho ? 'password' : 'text'}
            value={text}
            data-mono
            aria-required={needed || undefined}
            autoComplete={noEcho ? 'new-password' : 'off'}
            autoCapitalize="off"
            spellCheck={false}
            onValueChange={onChange}
            onBlur={onLeave}
          />
        )}
        <Field.Error match={problem !== undefined} className={styles.problem}>
          {problem}
        </Field.Error>
        <Hint isNeeded={needed} text={hintOf(parameter)} />
      </div>
    </Field.Root>
  )
}

function Hint({ isNeeded, text }: { readonly isNeeded: boolean; readonly text: string }) {
  if (!isNeeded && text === '') return null
  return (
    <Field.Description className={styles.hint}>
      {isNeeded && <span className={styles.needed}>Needed. </span>}
      {text}
    </Field.Description>
  )
}

/** What is worth knowing before a value is written. */
function hintOf(parameter: StackParameter): string {
  const { needed, type, allowedValues, description, value, default: usual } = parameter
  const isLoose = usual === null && value === null && !needed
  return [
    description,
    isListType(type) &&
      (allowedValues.length > 0
        ? `Any of ${allowedValues.join(', ')}, with commas between them.`
        : 'Several have commas between them.'),
    isLoose && 'Nothing of the network hangs on it.',
  ]
    .filter(Boolean)
    .join(' ')
}

function optionsOf({ allowedValues, default: usual, value, needed }: StackParameter) {
  const values = allowedValues.map((each) => ({
    value: each,
    label: each === '' ? 'Empty' : each,
    note: each === usual ? 'Default' : undefined,
  }))
  const isFree = usual === null && (value === null || !needed)
  return isFree && !allowedValues.includes('')
    ? [{ value: '', label: needed ? 'Choose a value' : 'No value' }, ...values]
    : values
}
