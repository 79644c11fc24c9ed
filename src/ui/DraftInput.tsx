import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Field } from '@base-ui/react/field'
import { Button } from './Button'
import control from './Control.module.css'
import styles from './Field.module.css'

/** What is wrong with a text while it is typed. */
export interface InputProblem {
  readonly text: string
  /** `error` keeps the text from being taken; `warn` does not. */
  readonly tone: 'error' | 'warn'
  /** A text that would do instead. */
  readonly suggestion?: string | undefined
}

export interface DraftInputProps {
  readonly value: string
  readonly onCommit: (text: string) => void
  /** Judges the text on every key. */
  readonly check?: ((text: string) => InputProblem | null) | undefined
  /** Needed where no field label stands beside it. */
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
  readonly multiline?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Told of every key; with the value kept in step, the parent holds the text while it is typed. */
  readonly onDraft?: ((text: string) => void) | undefined
  /** Told of Enter, after the text was taken. */
  readonly onEnter?: (() => void) | undefined
  /** The id of a datalist with proposals. */
  readonly list?: string | undefined
  readonly id?: string | undefined
  /** Takes the focus when it appears, because the user has just asked for it. */
  readonly focused?: boolean | undefined
}

/**
 * A text that is taken when it is left or on Enter, given back on Escape, and judged in between. A
 * text that will not do stays as typed, with what is wrong below it and the mended text as a button.
 */
export function DraftInput({
  value,
  onCommit,
  check,
  label,
  placeholder,
  mono,
  multiline = false,
  disabled,
  list,
  id,
  onDraft,
  onEnter,
  focused = false,
}: DraftInputProps) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string } | null>(null)
  const problemId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  // Escape leaves the field, and leaving it must not take the text that Escape gave back
  const reverted = useRef(false)
  // a draft of an older value is out of date: undo, or another tab, changed it
  const text = draft?.of === value ? draft.text : value
  const problem = check?.(text) ?? null

  const commit = (wanted: string) => {
    const trimmed = multiline ? wanted : wanted.trim()
    const blocked = check?.(trimmed)?.tone === 'error'
    if (blocked) return
    setDraft(null)
    if (trimmed !== value) onCommit(trimmed)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      commit(text)
      onEnter?.()
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      reverted.current = true
      setDraft(null)
    }
  }
  const Tag = multiline ? 'textarea' : 'input'
  return (
    <div className={styles.draft}>
      <Field.Control
        id={id}
        ref={input}
        className={control.input}
        render={<Tag rows={multiline ? 3 : undefined} />}
        value={text}
        aria-label={label}
        aria-invalid={problem?.tone === 'error' || undefined}
        aria-describedby={problem ? problemId : undefined}
        data-mono={mono || undefined}
        placeholder={placeholder}
        disabled={disabled ?? false}
        list={list}
        autoComplete="off"
        spellCheck={multiline}
        onValueChange={(next) => {
          reverted.current = false
          setDraft({ text: next, of: value })
          onDraft?.(next)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (draft && !reverted.current) commit(text)
        }}
      />
      <div aria-live="polite" id={problemId}>
        {problem && (
          <p className={styles.problem} data-tone={problem.tone}>
            {problem.text}
            {problem.suggestion !== undefined && (
              <Button
                look="plain"
                size="small"
                onClick={() => {
                  commit(problem.suggestion ?? '')
                }}
              >
                Use {problem.suggestion} instead
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  )
}
