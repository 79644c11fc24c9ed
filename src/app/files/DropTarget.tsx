import { useEffect, useState, type ReactNode } from 'react'
import { placedFormat } from '../../store/placed'
import { useWorkspace } from '../workspace'
import styles from './DropTarget.module.css'
import { filesIn } from './dropped'
import { openFile } from './files'
import { importDropped } from './import'

/** Does this drag bring a file from outside, and not something of the palette? */
function bringsFile({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? []
  return types.includes('Files') && !types.includes(placedFormat)
}

/** Lets a file be dropped anywhere on the page. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!bringsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFile(event)) return
      event.preventDefault()
      const { dataTransfer } = event
      const item = dataTransfer?.items[0]
      const file = dataTransfer?.files[0]
      const isFolder = item?.webkitGetAsEntry()?.isDirectory ?? false
      if (!dataTransfer || !file) return
      if (dataTransfer.files.length > 1 || isFolder)
        void importDropped(workspace, filesIn(dataTransfer))
      else void openDropped(item, file)
    }
    // only Chromium hands out the handle that lets Mod+S write the same file again
    const openDropped = async (item: DataTransferItem | undefined, file: File) => {
      const asked = (item as Partial<HandleGiver> | undefined)?.getAsFileSystemHandle?.()
      const handle = await asked?.catch(() => null)
      const isFile = handle instanceof FileSystemFileHandle
      await openFile(workspace, isFile ? Object.assign(file, { handle }) : file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [workspace])
  return (
    <>
      {children}
      {over && (
        <div className={styles.over} aria-hidden>
          <p>Drop a design to open it, or what describes a network to import it</p>
        </div>
      )}
    </>
  )
}

interface HandleGiver {
  readonly getAsFileSystemHandle: () => Promise<FileSystemHandle | null>
}
