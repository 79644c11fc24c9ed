import { Wrench } from 'lucide-react'
import type { Repair } from '../../engine/answer'
import { applyRepair } from '../../store/commands/repair'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import styles from './Repairs.module.css'

/** Ways to mend something, each with what it would change; one click, one undo. */
export function Repairs({
  repairs,
  heading,
}: {
  readonly repairs: readonly Repair[]
  readonly heading?: string | undefined
}) {
  const designer = useDesignerStore()
  const readOnly = useDesigner((state) => state.readOnly)
  if (repairs.length === 0) return null
  return (
    <div className={styles.repairs}>
      {heading !== undefined && <h3>{heading}</h3>}
      <ul aria-label={heading ?? 'Repairs'}>
        {repairs.map((repair) => (
          <li key={repair.id}>
            <Button
              size="small"
              icon={<Wrench />}
              disabled={readOnly}
              onClick={() => {
                if (designer.run(applyRepair, { repair })) designer.notify(`${repair.label}: done.`)
              }}
            >
              {repair.label}
            </Button>
            <span className={styles.preview}>{repair.preview}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
