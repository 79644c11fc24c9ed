import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { downloadDesign } from '../files/files'
import styles from './Shell.module.css'

/** Says that the verdicts on the page are out of date because the analysis broke. */
export function AnalysisFailure() {
  const designer = useDesignerStore()
  const failure = useDesigner((state) => state.analysisFailure)
  if (failure === null) return null
  return (
    <div className={styles.failure}>
      <Notice
        tone="problem"
        action={
          <Button
            size="small"
            onClick={() => {
              downloadDesign(designer.getState().document)
            }}
          >
            Download the design
          </Button>
        }
      >
        The analysis broke, so path and findings are out of date: {failure}. This is a mistake in
        Causeway; your design is safe.
      </Notice>
    </div>
  )
}
