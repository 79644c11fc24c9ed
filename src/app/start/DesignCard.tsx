import { Copy, Download, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { describeDesign } from '../../store/commands/details'
import { apply } from '../../store/history'
import type { Library } from '../../store/library/library'
import type { Entry } from '../../store/library/records'
import { useDesignerStore } from '../../store/react'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { downloadDesign } from '../files/files'
import { hashOf } from '../route'
import { agoWords, countWords } from '../words'
import { newName } from '../names'
import styles from './Cards.module.css'
import { RenameDialog } from './RenameDialog'
import { Thumbnail } from './Thumbnail'

/** A design of this browser: opens it; its menu renames, copies, downloads and deletes it. */
export function DesignCard({
  entry,
  now,
  library,
  onChange,
}: {
  readonly entry: Entry
  readonly now: number
  readonly library: Library
  readonly onChange: () => void
}) {
  const designer = useDesignerStore()
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const { id, name, counts } = entry
  const read = async () => {
    const loaded = await library.load(id)
    if (loaded?.ok) return loaded.value
    designer.notify(`${name} cannot be read. Open it to see why.`, 'problem')
    return null
  }
  const duplicate = async () => {
    const loaded = await read()
    if (!loaded) return
    await library.create(newName(), { ...loaded.document, name: `${name} copy` }, loaded.question)
    onChange()
  }
  const rename = async (to: string) => {
    setAsking(null)
    const loaded = await read()
    const change = loaded && apply(loaded.document, describeDesign, { name: to })
    if (!change) return
    const { sequence } = loaded
    const past = [...loaded.past, change.step]
    const writer = { name: newName(), basis: sequence, sequence: sequence + 1 }
    const working = { ...loaded, document: change.next, past, future: [] }
    const written = await library.save(id, working, writer)
    if (written === 'overtaken') designer.notify(`${name} is open in another tab. Rename it there.`)
    onChange()
  }
  const remove = async () => {
    setAsking(null)
    const removed = await library.remove(id)
    onChange()
    if (!removed) return
    const putBack = async () => {
      await library.putBack(removed)
      onChange()
    }
    designer.notify(`Deleted ${name}.`, 'info', { label: 'Undo', accept: () => void putBack() })
  }
  return (
    <>
      <a className={styles.card} data-recent href={hashOf({ page: 'design', designId: id })}>
        <Thumbnail outline={entry.outline} />
        <strong className={styles.name}>{name || 'Untitled design'}</strong>
        <span className={styles.about}>
          {agoWords(entry.changedAt, now)} · {countWords(counts.vpcs, 'VPC')},{' '}
          {countWords(counts.subnets, 'subnet')}
        </span>
      </a>
      <span className={styles.menu}>
        <Menu
          align="end"
          trigger={
            <IconButton label={`More for ${name}`} size="small">
              <EllipsisVertical />
            </IconButton>
          }
          entries={[
            {
              type: 'action',
              label: 'Rename…',
              icon: <Pencil />,
              run: () => {
                setAsking('rename')
              },
            },
            {
              type: 'action',
              label: 'Duplicate',
              icon: <Copy />,
              run: () => void duplicate(),
            },
            {
              type: 'action',
              label: 'Download',
              icon: <Download />,
              run: () =>
                void read().then((loaded) => {
                  if (loaded) downloadDesign(loaded.document)
                  return loaded
                }),
            },
            { type: 'separator', id: 'before-delete' },
            {
              type: 'action',
              label: 'Delete…',
              icon: <Trash2 />,
              danger: true,
              run: () => {
                setAsking('delete')
              },
            },
          ]}
        />
      </span>
      {asking === 'rename' && (
        <RenameDialog
          name={name}
          onRename={(to) => void rename(to)}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
      <ConfirmDialog
        open={asking === 'delete'}
        title={`Delete ${name}?`}
        confirm="Delete"
        danger
        onConfirm={() => void remove()}
        onCancel={() => {
          setAsking(null)
        }}
      >
        The design and its earlier states go from this browser. Files that you saved stay.
      </ConfirmDialog>
    </>
  )
}
