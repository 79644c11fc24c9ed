import { Check, Copy, Download, ListTree } from 'lucide-react'
import { useState } from 'react'
import { called } from '../../kinds/called'
import type { CodePlace, ExportedFile } from '../../export/report'
import type { Id } from '../../kinds/resource'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { Code, type Sight } from './Code'
import { download } from './download'
import styles from './ExportPanel.module.css'

/** One file: its code, and the way from a resource to its lines and back. */
export function Preview({
  file,
  places,
  changed,
  sight,
  onPick,
}: {
  readonly file: ExportedFile
  readonly places: readonly CodePlace[]
  readonly changed: ReadonlySet<number>
  readonly sight: Sight | null
  /** Told before a resource is selected from here. */
  readonly onPick: (id: Id, line: number | null) => void
}) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const inDesign = useDesigner(design)
  const selected = useDesigner(({ view }) =>
    view.selection.length === 1 ? (view.selection[0] ?? null) : null,
  )
  const [copied, setCopied] = useState<string | null>(null)
  const pick = (id: Id, line: number | null = null) => {
    onPick(id, line)
    designer.select([id])
    canvas.zoomTo([id])
    const resource = inDesign.resources[id]
    if (resource) designer.announce(`${called(resource)} is selected.`)
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.text)
      setCopied(file.text)
      designer.announce(`Copied ${file.path}.`)
    } catch {
      designer.notify('The browser does not let this page write the clipboard.', 'problem')
    }
  }
  const heads = places.filter(
    (it, index) => places.findIndex((other) => other.resourceId === it.resourceId) === index,
  )
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.caption}>
        <code>{file.path}</code>
        {heads.length > 0 && (
          <Menu
            align="end"
            trigger={
              <IconButton label="Resources in this file" size="small">
                <ListTree />
              </IconButton>
            }
            entries={heads.map(({ resourceId, line }) => {
              const resource = inDesign.resources[resourceId]
              return {
                type: 'action' as const,
                label: resource ? called(resource) : resourceId,
                note: `Line ${line}`,
                run: () => {
                  pick(resourceId, line)
                },
              }
            })}
          />
        )}
        <IconButton
          label={copied === file.text ? 'Copied' : `Copy ${file.path}`}
          size="small"
          onClick={() => void copy()}
        >
          {copied === file.text ? <Check /> : <Copy />}
        </IconButton>
        <IconButton
          label={`Download ${file.path}`}
          size="small"
          onClick={() => void download([file], file.path)}
        >
          <Download />
        </IconButton>
      </figcaption>
      <Code
        file={file}
        places={places}
        selected={selected}
        changed={changed}
        sight={sight}
        onPick={pick}
      />
    </figure>
  )
}
