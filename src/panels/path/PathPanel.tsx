import { Route } from 'lucide-react'
import { useDesigner } from '../../store/react'
import { trace as traceOf } from '../../store/selectors'
import { EmptyState } from '../../ui/EmptyState'
import { Notice } from '../../ui/Notice'
import { Panel } from '../shared/Panel'
import { Answer } from './Answer'
import { QuestionForm } from './QuestionForm'
import styles from './Path.module.css'

/** Can this reach that, which way, and why not? */
export function PathPanel() {
  const question = useDesigner(({ view }) => view.question)
  const trace = useDesigner(traceOf)
  const failure = useDesigner((state) => state.analysisFailure)
  return (
    <Panel title="Path">
      <QuestionForm />
      {failure !== null && (
        <div className={styles.pad}>
          <Notice tone="problem">The analysis failed: {failure}. What is shown may be old.</Notice>
        </div>
      )}
      {question === null ? (
        <EmptyState icon={<Route />} title="Choose both ends">
          The way of a packet and of its reply is followed hop by hop, with the route or rule that
          decides at each, and again with every change of the design.
        </EmptyState>
      ) : trace ? (
        <Answer trace={trace} />
      ) : (
        <EmptyState icon={<Route />} title="Following the packet" />
      )}
    </Panel>
  )
}
