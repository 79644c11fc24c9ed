import type { Resource } from '../../../kinds/resource'
import type { Cidr } from '../../../net/cidr'
import { changeVpcBlock } from '../../../store/commands/vpc'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import { cidrTextProblem } from '../advice/cidr-text'
import { subnetBlockProblem, usableAddresses } from '../advice/subnet-block'
import { vpcBlockProblem } from '../advice/vpc-block'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** An IPv4 block, with what is known about the place it is meant for. */
export function CidrField({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const value = valueOf(resource, fieldKey) as Cidr
  const check = (text: string) => {
    if (resource.kind === 'vpc') return vpcBlockProblem(text, resource, value, document, inDesign)
    if (resource.kind === 'subnet') return subnetBlockProblem(text, resource, inDesign)
    return cidrTextProblem(text, 32)
  }
  return (
    <>
      <DraftInput
        mono
        value={value}
        disabled={readOnly}
        check={check}
        onCommit={(text) => {
          if (resource.kind === 'vpc')
            designer.run(changeVpcBlock, { vpcId: resource.id, from: value, to: text as Cidr })
          else writeField(designer, resource, fieldKey, text, label)
        }}
      />
      <SizeNote resource={resource} value={value} />
    </>
  )
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
