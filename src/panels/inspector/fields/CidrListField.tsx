import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ResourceOf } from '../../../kinds/resource'
import { nextFreeVpcCidr } from '../../../model/edits/free-cidr'
import { associationProblem } from '../../../model/vpc-blocks'
import { blocksOf } from '../../../model/peering'
import type { Cidr } from '../../../net/cidr'
import { changeVpcBlock } from '../../../store/commands/vpc'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Button } from '../../../ui/Button'
import { DraftInput } from '../../../ui/DraftInput'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { vpcBlockProblem } from '../advice/vpc-block'
import { writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** The secondary blocks of a VPC. */
export function CidrListField({
  resource: vpc,
  fieldKey,
  label,
  readOnly,
}: FieldProps<ResourceOf<'vpc'>>) {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const [proposed, setProposed] = useState<string | null>(null)
  const blocks = vpc.secondaryCidrBlocks
  const write = (next: readonly string[]) => {
    writeField(designer, vpc, fieldKey, next, label)
  }
  const propose = () => {
    const free = nextFreeVpcCidr(document)
    const joins = free !== null && associationProblem(blocksOf(vpc), free)?.code !== 'restricted'
    setProposed(joins ? free : '')
  }
  return (
    <Section
      title={label}
      count={blocks.length}
      action={
        !readOnly &&
        proposed === null && (
          <Button size="small" look="quiet" icon={<Plus />} onClick={propose}>
            Add CIDR
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {blocks.map((block) => (
          <li key={block} className={styles.line}>
            <DraftInput
              mono
              label={`Secondary CIDR ${block}`}
              value={block}
              disabled={readOnly}
              check={(text) => vpcBlockProblem(text, vpc, block, document, inDesign)}
              onCommit={(text) => {
                designer.run(changeVpcBlock, { vpcId: vpc.id, from: block, to: text as Cidr })
              }}
            />
            <IconButton
              label={`Remove ${block}`}
              disabled={readOnly}
              onClick={() => {
                write(blocks.filter((it) => it !== block))
              }}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
        {proposed !== null && (
          <li className={styles.line}>
            <NewBlock
              proposed={proposed}
              check={(text) => vpcBlockProblem(text, vpc, null, document, inDesign)}
              onAdd={(text) => {
                setProposed(null)
                write([...blocks, text])
              }}
              onCancel={() => {
                setProposed(null)
              }}
            />
          </li>
        )}
      </ul>
    </Section>
  )
}

function NewBlock({
  proposed,
  check,
  onAdd,
  onCancel,
}: {
  readonly proposed: string
  readonly check: (text: string) => ReturnType<typeof vpcBlockProblem>
  readonly onAdd: (text: string) => void
  readonly onCancel: () => void
}) {
  const [text, setText] = useState(proposed)
  const ready = text !== '' && check(text.trim())?.tone !== 'error'
  const add = () => {
    if (ready) onAdd(text.trim())
  }
  return (
    <>
      <DraftInput
        mono
        label="New secondary CIDR"
        value={text}
        check={(it) => (it === '' ? null : check(it))}
        focused
        onCommit={setText}
        onDraft={setText}
        onEnter={add}
      />
      <Button size="small" disabled={!ready} onClick={add}>
        Add
      </Button>
      <Button size="small" look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </>
  )
}
