import type { Family } from '../../../net/ip'
import type { Resource } from '../../../kinds/resource'
import { isCidr, isCidr4, type Cidr, type Cidr4 } from '../../../net/cidr'
import { changeVpcBlock } from '../../../store/commands/vpc'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import { cidrTextProblem } from '../advice/cidr-text'
import { cidr6Problem } from '../advice/cidr6'
import { subnetBlockProblem, usableAddresses } from '../advice/subnet-block'
import { vpcBlockProblem } from '../advice/vpc-block'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** A block, with what is known about the place it is meant for; empty where none is needed. */
export function CidrField({
  resource,
  fieldKey,
  label,
  readOnly,
  family,
  whenNull,
}: FieldProps & { readonly family: Family; readonly whenNull: string | undefined }) {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const value = valueOf(resource, fieldKey) as Cidr | null
  const check = (text: string) => {
    if (text === '' && whenNull !== undefined) return null
    if (family === 'IPv6') return cidr6Problem(text, resource, inDesign)
    if (resource.kind === 'vpc')
      return vpcBlockProblem(text, resource, value as Cidr4, document, inDesign)
    if (resource.kind === 'subnet') return subnetBlockProblem(text, resource, inDesign)
    return cidrTextProblem(text, 32)
  }
  return (
    <>
      <DraftInput
        mono
        value={value ?? ''}
        placeholder={whenNull}
        disabled={readOnly}
        check={check}
        onCommit={(text) => {
          if (resource.kind === 'vpc' && isBlock4(text) && isBlock4(value))
            designer.run(changeVpcBlock, { vpcId: resource.id, from: value, to: text })
          else writeField(designer, resource, fieldKey, text === '' ? null : text, label)
        }}
      />
      {isBlock4(value) && <SizeNote resource={resource} value={value} />}
    </>
  )
}

function isBlock4(text: string | null): text is Cidr4 {
  return text !== null && isCidr(text) && isCidr4(text)
}

function SizeNote({ resource, value }: { readonly resource: Resource; readonly value: Cidr }) {
  if (resource.kind === 'subnet') {
    const count = usableAddresses(value)
    return count > 0 ? (
      <p className={styles.note}>{count.toLocaleString('en')} addresses for hosts; AWS keeps 5.</p>
    ) : null
  }
  return resource.kind === 'vpc' ? (
    <p className={styles.note}>A block of the same size takes subnets, routes and rules along.</p>
  ) : null
}
