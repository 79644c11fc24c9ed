import { Check, Copy, Download, FileText } from 'lucide-react'
import { useState } from 'react'
import type { Export, ExportedFile } from '../../export/report'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'
import { Code } from './Code'
import { download } from './download'
import styles from './ExportPanel.module.css'
import { Report } from './Report'
import { useExport } from './useExport'

/** The files in one language: what they leave out, one of them at a time, and the download. */
export function ExportedCode({ to }: { readonly to: 'terraform' | 'cloudformation' }) {
  const exporting = useExport(to)
  const empty = useDesigner(({ document }) => Object.keys(document.resources).length === 0)
  if (empty)
    return (
      <EmptyState icon={<FileText />} title="Nothing to export yet">
        Place a VPC, and its code stands here.
      </EmptyState>
    )
  if (exporting.type === 'failed')
    return (
      <Notice tone="problem">
        The export broke: {exporting.why}. This is a mistake in Causeway; your design is safe.
      </Notice>
    )
  if (exporting.type === 'working') return <p className={styles.working}>Writing the code…</p>
  return <Files to={to} exported={exporting.exported} />
}

function Files({ to, exported }: { readonly to: string; readonly exported: Export }) {
  const designer = useDesignerStore()
  const name = useDesigner(({ document }) => document.name)
  const [wanted, setWanted] = useState<string | null>(null)
  const { files } = exported
  const shown = files.find(({ path }) => path === wanted) ?? longestCode(files) ?? files[0]
  const take = async () => {
    try {
      await download(files, `${name} ${to}`)
      designer.announce('Downloaded.')
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      designer.notify(`Nothing was downloaded: ${why}`, 'problem')
    }
  }
  return (
    <div className={styles.files}>
      <Report exported={exported} />
      <div className={styles.take}>
        <Button look="primary" icon={<Download />} onClick={() => void take()}>
          {files.length === 1 ? 'Download' : `Download ${files.length} files (zip)`}
        </Button>
      </div>
      <ul className={styles.list} aria-label="Files">
        {files.map(({ path }) => (
          <li key={path}>
            <button
              type="button"
              className={styles.file}
              aria-pressed={path === shown?.path}
              onClick={() => {
                setWanted(path)
              }}
            >
              {path}
            </button>
          </li>
        ))}
      </ul>
      {shown && <Preview key={shown.path} file={shown} />}
    </div>
  )
}

/** The file with the most to see. */
function longestCode(files: readonly ExportedFile[]): ExportedFile | undefined {
  return files
    .filter(({ language }) => language === 'hcl' || language === 'yaml')
    .toSorted((a, b) => b.text.length - a.text.length)[0]
}

function Preview({ file }: { readonly file: ExportedFile }) {
  const designer = useDesignerStore()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.text)
      setCopied(true)
      designer.announce(`Copied ${file.path}.`)
    } catch {
      designer.notify('The browser does not let this page write the clipboard.', 'problem')
    }
  }
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.caption}>
        <code>{file.path}</code>
        <IconButton
          label={copied ? 'Copied' : `Copy ${file.path}`}
          size="small"
          onClick={() => void copy()}
        >
          {copied ? <Check /> : <Copy />}
        </IconButton>
        <IconButton
          label={`Download ${file.path}`}
          size="small"
          onClick={() => void download([file], file.path)}
        >
          <Download />
        </IconButton>
      </figcaption>
      <Code file={file} />
    </figure>
  )
}
