import { useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { StackParameter } from '../../import/parameter'
import type { ParameterTexts } from '../../worker/importer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { Given } from './importing'
import { ParameterField } from './ParameterField'
import styles from './ParameterForm.module.css'
import { saidIn, stacksOf } from './parameter-words'
import { useTexts } from './use-texts'

/** What templates are deployed with, asked for before anything is made of them. */
export function ParameterForm({
  name,
  parameters,
  check,
  answer,
  onCancel,
}: {
  readonly name: string
  readonly parameters: readonly StackParameter[]
  /** What the templates would refuse; it may take as long as their patterns do. */
  readonly check: (texts: ParameterTexts) => Promise<ParameterTexts>
  readonly answer: (given: Given) => void
  readonly onCancel: () => void
}) {
  const id = useId()
  const first = useRef<HTMLElement | null>(null)
  const form = useRef<HTMLFormElement | null>(null)
  const { texts, problems, set, leave, judge } = useTexts(parameters, check)
  const [isJudging, setJudging] = useState(false)
  const needed = parameters.filter((it) => it.needed)
  const hasDefaults = !parameters.some(
    (it) => it.default === null && (it.needed || it.value !== null),
  )
  const lacking = needed.filter(({ key }) => texts[key] === '')

  const send = async (isEnough: boolean) => {
    setJudging(true)
    const refused = await judge(isEnough ? new Set(lacking.map(({ key }) => key)) : new Set())
    setJudging(false)
    if (refused === 0) answer({ texts: saidIn(parameters, texts), isEnough })
    else requestAnimationFrame(() => firstRefused(form.current)?.focus())
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isJudging) void send(false)
  }
  const count = Object.keys(problems).length
  return (
    <Dialog
      open
      size="wide"
      onClose={onCancel}
      title={`Parameters of ${name}`}
      description={introductionOf(needed.length)}
      initialFocus={first}
      actions={
        <>
          <output className={styles.sum}>
            {count > 0 && `${count === 1 ? 'A value is' : `${count} values are`} not accepted.`}
          </output>
          <Button size="large" onClick={onCancel}>
            Cancel
          </Button>
          {hasDefaults && (
            <Button size="large" onClick={() => answer({ texts: {}, isEnough: false })}>
              Use defaults
            </Button>
          )}
          {lacking.length > 0 && (
            <Button size="large" disabled={isJudging} onClick={() => void send(true)}>
              Import without {lacking.length === 1 ? 'it' : 'them'}
            </Button>
          )}
          <Button look="primary" size="large" type="submit" form={id} disabled={isJudging}>
            Continue
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className={styles.form}
        onSubmit={submit}
        ref={(element) => {
          form.current = element
          first.current = element && (firstNeeded(element) ?? firstField(element))
        }}
      >
        {stacksOf(parameters).map(({ stack, template, groups }, _, { length }) => (
          <Stack key={stack} heading={length > 1 ? stack : null} template={template}>
            {groups.map(({ heading, parameters: inside }) => (
              <Group key={heading} heading={heading}>
                {inside.map((it) => (
                  <ParameterField
                    key={it.key}
                    parameter={it}
                    text={texts[it.key] ?? ''}
                    problem={problems[it.key]}
                    onChange={(text) => set(it, text)}
                    onLeave={() => leave(it)}
                  />
                ))}
              </Group>
            ))}
          </Stack>
        ))}
      </form>
    </Dialog>
  )
}

function introductionOf(needed: number): string {
  const after = 'Nothing is changed before all is read with them.'
  if (needed === 0) return `No value is missing, and any may be changed. ${after}`
  return needed === 1
    ? `One value is needed that nothing in the files tells. ${after}`
    : `${needed} values are needed that nothing in the files tells. ${after}`
}

/** The fields of a stack, under its name where there are several. */
function Stack({
  heading,
  template,
  children,
}: {
  readonly heading: string | null
  readonly template: string
  readonly children: ReactNode
}) {
  if (heading === null) return children
  return (
    <section className={styles.stack} aria-label={`Stack ${heading}`}>
      <h3>
        {heading} <small>{template}</small>
      </h3>
      {children}
    </section>
  )
}

function Group({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return heading === '' ? (
    <div className={styles.group}>{children}</div>
  ) : (
    <fieldset className={styles.group}>
      <legend>{heading}</legend>
      {children}
    </fieldset>
  )
}

const find = (form: HTMLElement | null, selector: string) =>
  form?.querySelector<HTMLElement>(selector) ?? null

const firstNeeded = (form: HTMLElement) => find(form, '[data-needed] :is(input, button)')
const firstField = (form: HTMLElement) => find(form, 'input, button')
const firstRefused = (form: HTMLElement | null) => find(form, '[data-refused] :is(input, button)')
