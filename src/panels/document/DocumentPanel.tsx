import { describeDesign } from '../../store/commands/details'
import { useDesigner, useDesignerStore } from '../../store/react'
import { DraftInput } from '../../ui/DraftInput'
import { Field } from '../../ui/Field'
import { Panel } from '../shared/Panel'
import { Accounts } from './Accounts'
import styles from './DocumentPanel.module.css'

/** The design itself: what it is called, what it is about, and the accounts it spans. */
export function DocumentPanel() {
  const designer = useDesignerStore()
  const readOnly = useDesigner((state) => state.readOnly)
  const name = useDesigner(({ document }) => document.name)
  const description = useDesigner(({ document }) => document.description)
  return (
    <Panel title="Design">
      <div className={styles.fields}>
        <Field label="Name">
          <DraftInput
            value={name}
            disabled={readOnly}
            check={(text) =>
              text.trim() === '' ? { tone: 'error', text: 'A design needs a name.' } : null
            }
            onCommit={(text) => {
              designer.run(describeDesign, { name: text })
            }}
          />
        </Field>
        <Field label="Description">
          <DraftInput
            multiline
            value={description}
            placeholder="What is this network for?"
            disabled={readOnly}
            onCommit={(text) => {
              designer.run(describeDesign, { description: text })
            }}
          />
        </Field>
      </div>
      <Accounts readOnly={readOnly} />
    </Panel>
  )
}
