import { useState } from 'react'
import { Tabs } from '../../ui/Tabs'
import { ExportedCode } from './ExportedCode'
import styles from './ExportPanel.module.css'

type To = 'terraform' | 'cloudformation'

/** The design as code, to look at, copy and take home. */
export function ExportPanel() {
  const [to, setTo] = useState<To>('terraform')
  return (
    <section className={styles.panel} aria-label="Export">
      <Tabs<To>
        label="Language"
        value={to}
        onChange={setTo}
        tabs={[
          {
            value: 'terraform',
            label: 'Terraform',
            panel: <ExportedCode to="terraform" />,
          },
          {
            value: 'cloudformation',
            label: 'CloudFormation',
            panel: <ExportedCode to="cloudformation" />,
          },
        ]}
      />
    </section>
  )
}
