import type { StackParameter } from '../../import/parameter'
import { Button } from '../../ui/Button'
import styles from './ParameterLine.module.css'
import { wordsOf } from './parameter-words'

/** With which values templates were read, and the way to others. */
export function ParameterLine({
  parameters,
  onChange,
}: {
  readonly parameters: readonly StackParameter[]
  readonly onChange: () => void
}) {
  if (parameters.length === 0) return null
  return (
    <p className={styles.line}>
      <span>{wordsOf(parameters)}</span>
      <Button size="small" onClick={onChange}>
        Change values…
      </Button>
    </p>
  )
}
