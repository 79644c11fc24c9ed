import { Working } from './Working'

const number = new Intl.NumberFormat('en')

/** An arrangement that takes its time. How far it is its kernel does not tell. */
export function ArrangingDialog({
  count,
  onCancel,
}: {
  readonly count: number
  readonly onCancel: () => void
}) {
  const words = `Arranging ${number.format(count)} ${count === 1 ? 'resource' : 'resources'}`
  return <Working title="Arranging the design" label="Arrange" words={words} onCancel={onCancel} />
}
