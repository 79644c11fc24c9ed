import { Download, FolderDown } from 'lucide-react'
import { useDesigner, useDesignerStore } from '../../store/react'
import type { Export } from '../../export/report'
import { Button } from '../../ui/Button'
import { download } from './download'
import styles from './ExportPanel.module.css'
import { folderPicker, writeToFolder } from './folder'

/** The ways to take the code home; each is an export from which changes are told. */
export function Take({
  exported,
  to,
  onTaken,
}: {
  readonly exported: Export
  readonly to: string
  readonly onTaken: (exported: Export) => void
}) {
  const designer = useDesignerStore()
  const name = useDesigner(({ document }) => document.name)
  const { files } = exported
  const pick = folderPicker()
  const attempt = async (what: () => Promise<boolean>, done: string) => {
    try {
      if (!(await what())) return
      onTaken(exported)
      designer.announce(done)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      designer.notify(`Nothing was taken: ${why}`, 'problem')
    }
  }
  return (
    <div className={styles.take}>
      <Button
        look="primary"
        icon={<Download />}
        onClick={() =>
          void attempt(async () => {
            await download(files, `${name} ${to}`)
            return true
          }, 'Downloaded.')
        }
      >
        {files.length === 1 ? 'Download' : `Download ${files.length} files (zip)`}
      </Button>
      {pick && (
        <Button
          icon={<FolderDown />}
          onClick={() =>
            void attempt(
              async () => writeToFolder(pick, files),
              `${files.length} files are written into the folder.`,
            )
          }
        >
          Into a folder…
        </Button>
      )}
    </div>
  )
}
