import { groupBy } from '../../base/group-by'
import { definitionOf } from '../../kinds/catalogue'
import { capital } from '../../kinds/contract'
import type { Kind } from '../../kinds/resource'
import type { StackParameter } from '../../import/parameter'
import type { ImportReport, Remark } from '../../import/report'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { Merged } from '../overlay'
import styles from './ImportReportDialog.module.css'
import { ParameterLine } from './ParameterLine'

const titles: { readonly [T in Remark['type']]: string } = {
  missing: 'Missing, so what depends on it is not modelled',
  skipped: 'Left out',
  assumed: 'Assumed',
}

/** What is said of one call, file or type stands under its name, which is written once. */
const remarksByWhat = (remarks: readonly Remark[], type: Remark['type']) =>
  groupBy(
    remarks.filter((it) => it.type === type),
    ({ what }) => what,
  )

const intoWords = ({ name, changes }: Merged) =>
  changes === 0
    ? `Nothing in ${name} was changed.`
    : `Into ${name}: ${changes} ${changes === 1 ? 'resource' : 'resources'} added, changed or removed.`

/** What came in, by kind, and what did not. */
export function ImportReportDialog({
  name,
  report,
  merged,
  parameters,
  onChange,
  onClose,
}: {
  readonly name: string
  readonly report: ImportReport
  /** Null where it became a design of its own. */
  readonly merged: Merged | null
  readonly parameters: readonly StackParameter[]
  /** Asks for other values of the parameters and imports again. */
  readonly onChange: () => void
  readonly onClose: () => void
}) {
  const { counts, remarks, unknown } = report
  // for the rest something stands, and the line above says so
  const asks = (report.asks ?? []).filter((it) => it.default === null)
  const types = (['missing', 'skipped', 'assumed'] as const).filter((type) =>
    remarks.some((it) => it.type === type),
  )
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={`${name} is imported`}
      description={`${merged ? intoWords(merged) : 'As a design of its own.'} This is what came in, also what the files only name:`}
      actions={
        <Button look="primary" size="large" onClick={onClose}>
          Look at it
        </Button>
      }
    >
      <div className={styles.report}>
        <ParameterLine parameters={parameters} onChange={onChange} />
        <dl className={styles.counts} aria-label="What came in">
          {Object.entries(counts).map(([kind, count]) => {
            const { term, plural } = definitionOf({ kind: kind as Kind })
            return (
              <div key={kind}>
                <dt>{capital(count === 1 ? term : plural)}</dt>
                <dd>{count}</dd>
              </div>
            )
          })}
        </dl>
        {types.map((type) => (
          <section key={type} aria-label={titles[type]}>
            <h3>{titles[type]}</h3>
            <ul>
              {[...remarksByWhat(remarks, type)].map(([what, said]) => (
                <li key={what}>
                  <code>{what}</code>
                  {said.map(({ text }) => (
                    <span key={text}>{text}</span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {asks.length > 0 && (
          <section aria-label="Parameters without a value">
            <h3>Parameters without a value</h3>
            <ul>
              {asks.map(({ stack, parameter, description }) => (
                <li key={`${stack} ${parameter}`}>
                  <code>
                    {stack}/{parameter}
                  </code>
                  <span>{description} Nothing stands for it.</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {unknown.length > 0 && <p className={styles.unknown}>Not read: {unknown.join(', ')}.</p>}
      </div>
    </Dialog>
  )
}

/** Nothing in the files could be used. */
export const NothingKnownDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <NothingDialog
    onClose={onClose}
    why="Nothing in these files describes a network, so nothing was changed. Choose what the AWS CLI wrote, such as the JSON of aws ec2 describe-vpcs, describe-subnets and describe-route-tables, templates of CloudFormation, or states, plans and code of Terraform: as files, a folder or a zip archive."
  />
)

/** All that templates make hangs on values that were left out. */
export const NothingMadeDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <NothingDialog
    onClose={onClose}
    why="Without the values that were left out nothing is known of what the templates make, so nothing was changed. Import them again and give values for what is needed."
  />
)

function NothingDialog({ why, onClose }: { readonly why: string; readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Nothing to import"
      description={why}
      actions={
        <Button look="primary" size="large" onClick={onClose}>
          Close
        </Button>
      }
    />
  )
}
