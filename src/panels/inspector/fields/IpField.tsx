import type { Resource } from '../../../kinds/resource'
import { resolve } from '../../../engine/network'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import { privateAddressProblem, publicAddressProblem } from '../advice/address'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** An address that is given, or left to AWS by leaving it empty. */
export function IpField({
  resource,
  fieldKey,
  label,
  readOnly,
  whenNull,
}: FieldProps & { readonly whenNull: string }) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const value = (valueOf(resource, fieldKey) as string | null) ?? ''
  const isPrivate = fieldKey.startsWith('privateIp')
  const check = (text: string) => {
    const subnet = isPrivate ? subnetOf(resource) : null
    const found = subnet && inDesign.get(subnet)
    if (!isPrivate) return publicAddressProblem(text)
    return found ? privateAddressProblem(text, found, resource.id, inDesign) : null
  }
  return (
    <>
      <DraftInput
        mono
        value={value}
        placeholder={whenNull}
        disabled={readOnly}
        check={check}
        onCommit={(text) => {
          writeField(designer, resource, fieldKey, text === '' ? null : text, label)
        }}
      />
      {value === '' && <StandIn resource={resource} isPrivate={isPrivate} />}
    </>
  )
}

function subnetOf(resource: Resource) {
  return 'subnetId' in resource ? resource.subnetId : null
}

/** The address with which the analysis reckons as long as AWS has not chosen one. */
function StandIn({
  resource,
  isPrivate,
}: {
  readonly resource: Resource
  readonly isPrivate: boolean
}) {
  const document = useDesigner((state) => state.document)
  const [face] = resolve(document).interfacesOf(resource.id)
  const address = isPrivate ? face?.privateIp : face?.publicIp
  return address ? (
    <p className={styles.note}>
      Until then, analyses use <span className={styles.mono}>{address}</span>.
    </p>
  ) : null
}
