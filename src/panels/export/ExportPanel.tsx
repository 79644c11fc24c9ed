import { Maximize2, Minimize2 } from 'lucide-react'
import { useState } from 'react'
import type { ExportTarget } from '../../export/export'
import { IconButton } from '../../ui/IconButton'
import { Tabs } from '../../ui/Tabs'
import { ExportedCode } from './ExportedCode'
import styles from './ExportPanel.module.css'

/** The design as code and as tables, to look at, copy and take home. */
export function ExportPanel() {
  const [to, setTo] = useState<ExportTarget>('terraform')
  const [isWide, setWide] = useState(false)
  return (
    <section className={styles.panel} aria-label="Export" data-wide={isWide || undefined}>
      <div className={styles.widen}>
        <IconButton
          label={isWide ? 'Make the export narrow' : 'Make the export wide'}
          size="small"
          pressed={isWide}
          onClick={() => {
            setWide(!isWide)
          }}
        >
          {isWide ? <Minimize2 /> : <Maximize2 />}
        </IconButton>
      </div>
      <Tabs<ExportTarget>
        label="Language"
        value={to}
        onChange={setTo}
        tabs={[
          { value: 'terraform', label: 'Terraform', panel: <ExportedCode to="terraform" /> },
          {
            value: 'cloudformation',
            label: 'CloudFormation',
            panel: <ExportedCode to="cloudformation" />,
          },
          { value: 'review', label: 'Review', panel: <ExportedCode to="review" /> },
        ]}
      />
    </section>
  )
}
