import type { Design } from '../../../kinds/contract'
import type { Id, Resource } from '../../../kinds/resource'
import type { Document } from '../../../model/document'
import { familyOf } from '../../../net/ip'
import { resolve } from '../../../engine/network'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import {
  associatedAddressProblem,
  privateAddressProblem,
  publicAddressProblem,
} from '../advice/address'
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
  const document = useDesigner((state) => state.document)
  const check = (text: string) => {
    if (resource.kind === 'elastic-ip' && isPrivate) {
      const holder = resource.associatedWith
      const faces = holder ? facesOf(document, holder) : []
      const addresses = faces.flatMap((it) => it.addresses).map(({ ip }) => ip)
      const own = addresses.filter((ip) => familyOf(ip) === 'IPv4')
      return associatedAddressProblem(text, nameOf(inDesign, holder), own)
    }
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

/** The interfaces of a workload, or the interface itself. */
function facesOf(document: Document, holder: Id) {
  const { interfaces } = resolve(document)
  return interfaces.filter((it) => it.ownerId === holder || it.interfaceId === holder)
}

const nameOf = (inDesign: Design, id: Id | null) => (id && inDesign.get(id)?.name) ?? 'Nothing'

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
