import { useDesignerStore } from '../../../store/react'
import { Switch } from '../../../ui/Switch'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** Do public host names of this side resolve to private addresses for the peer? */
export function PeeringOptionsField({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const options = valueOf(resource, fieldKey) as {
    readonly allowDnsResolutionFromRemoteVpc: boolean
  }
  return (
    <>
      <Switch
        checked={options.allowDnsResolutionFromRemoteVpc}
        disabled={readOnly}
        onChange={(allowDnsResolutionFromRemoteVpc) => {
          const next = { ...options, allowDnsResolutionFromRemoteVpc }
          writeField(designer, resource, fieldKey, next, label)
        }}
      />
      <p className={styles.note}>
        The peer resolves this side’s public host names to private addresses.
      </p>
    </>
  )
}
