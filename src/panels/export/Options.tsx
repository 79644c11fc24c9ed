import type { ExportTarget } from '../../export/export'
import { usualOptions, type ExportOptions } from '../../model/export-settings'
import { setExportOptions } from '../../store/commands/exporting'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import styles from './ExportPanel.module.css'

const layouts = [
  { value: 'flat', label: 'One project', note: 'All resources in one folder' },
  { value: 'modules', label: 'A module per VPC', note: 'What joins them stays in the root' },
] as const

const regions = [
  { value: 'alias', label: 'Provider alias', note: 'One for each account and Region' },
  { value: 'argument', label: 'Argument region', note: 'One provider for each account' },
] as const

const formats = [
  { value: 'yaml', label: 'YAML' },
  { value: 'json', label: 'JSON' },
] as const

/** How the design is written, kept with the design. */
export function Options({ to }: { readonly to: ExportTarget }) {
  const designer = useDesignerStore()
  const readOnly = useDesigner((state) => state.readOnly)
  const options = useDesigner(({ document }) => document.exporting?.options ?? usualOptions)
  const change = (changed: Partial<ExportOptions>) => {
    designer.run(setExportOptions, { options: changed })
  }
  if (to === 'review') return null
  return (
    <details className={styles.fold}>
      <summary>Options</summary>
      <div className={styles.options}>
        {to === 'terraform' ? (
          <>
            <Field label="Layout">
              <Select
                options={layouts}
                value={options.terraformLayout}
                disabled={readOnly}
                onChange={(terraformLayout) => {
                  change({ terraformLayout })
                }}
              />
            </Field>
            <Field label="Regions">
              <Select
                options={regions}
                value={options.terraformRegions}
                disabled={readOnly}
                onChange={(terraformRegions) => {
                  change({ terraformRegions })
                }}
              />
            </Field>
          </>
        ) : (
          <Field label="Format">
            <Select
              options={formats}
              value={options.cloudformationFormat}
              disabled={readOnly}
              onChange={(cloudformationFormat) => {
                change({ cloudformationFormat })
              }}
            />
          </Field>
        )}
        <Field label="Workloads" hint="Instances, services and databases; off leaves the network.">
          <Switch
            checked={options.workloads}
            disabled={readOnly}
            onChange={(workloads) => {
              change({ workloads })
            }}
          />
        </Field>
      </div>
    </details>
  )
}
