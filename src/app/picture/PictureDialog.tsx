import { Copy, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import { download } from '../files/files'
import { fileNameOf } from '../files/name'
import { hide } from '../overlay'
import { copyAsPng } from './copy'
import { pictureOf, previewOf } from './picture'
import styles from './PictureDialog.module.css'
import { readSettings, rememberSettings, type PictureSettings } from './settings'

/** How the picture shall be, and how it will look. */
export function PictureDialog() {
  const designer = useDesignerStore()
  const name = useDesigner(({ document }) => document.name)
  const hasSelection = useDesigner(({ view }) => view.selection.length > 0)
  const hasPath = useDesigner(({ analysis }) => (analysis?.trace ?? null) !== null)
  const [settings, setSettings] = useState(readSettings)
  const preview = usePreview(settings)
  const change = (changed: Partial<PictureSettings>) => {
    const next = { ...settings, ...changed }
    setSettings(next)
    rememberSettings(next)
  }
  const save = async () => {
    try {
      const picture = await pictureOf(designer.getState(), settings)
      download(picture, `${fileNameOf(name)}.${settings.format}`)
      hide()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      designer.notify(`No picture was made: ${why}`, 'problem')
    }
  }
  return (
    <Dialog
      open
      size="wide"
      onClose={hide}
      title="Export a picture"
      actions={
        <>
          <Button size="large" icon={<Copy />} onClick={() => void copyAsPng(designer)}>
            Copy as PNG
          </Button>
          <Button size="large" look="primary" icon={<Download />} onClick={() => void save()}>
            Download {settings.format.toUpperCase()}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.preview} data-theme={settings.theme}>
          {preview.type === 'ready' && <img src={preview.url} alt={`Preview of ${name}`} />}
          {preview.type === 'failed' && <p>{preview.why}</p>}
        </div>
        <div className={styles.settings}>
          <Field label="Format">
            <Select
              value={settings.format}
              options={[
                { value: 'png', label: 'PNG', note: 'for documents and chats' },
                { value: 'svg', label: 'SVG', note: 'sharp at any size' },
              ]}
              onChange={(format) => {
                change({ format })
              }}
            />
          </Field>
          <Field label="Show">
            <Select
              value={hasSelection ? settings.extent : 'all'}
              disabled={!hasSelection}
              options={[
                { value: 'all', label: 'Everything' },
                { value: 'selection', label: 'The selection' },
              ]}
              onChange={(extent) => {
                change({ extent })
              }}
            />
          </Field>
          <Field label="Theme">
            <Select
              value={settings.theme}
              options={[
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              onChange={(theme) => {
                change({ theme })
              }}
            />
          </Field>
          <Field label="Scale">
            <Select
              value={settings.scale}
              disabled={settings.format === 'svg'}
              options={[
                { value: '1', label: '1×' },
                { value: '2', label: '2×' },
                { value: '3', label: '3×' },
              ]}
              onChange={(scale) => {
                change({ scale })
              }}
            />
          </Field>
          <Field label="Lit path" hint={hasPath ? undefined : 'No path is lit.'}>
            <Switch
              checked={settings.path && hasPath}
              disabled={!hasPath}
              onChange={(path) => {
                change({ path })
              }}
            />
          </Field>
          <Field
            label="Carry the design"
            hint="The picture can be opened here again. Whoever gets it gets the whole design."
          >
            <Switch
              checked={settings.embed}
              onChange={(embed) => {
                change({ embed })
              }}
            />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}

type Preview =
  | { readonly type: 'making' }
  | { readonly type: 'ready'; readonly url: string }
  | { readonly type: 'failed'; readonly why: string }

function usePreview(settings: PictureSettings): Preview {
  const designer = useDesignerStore()
  const [preview, setPreview] = useState<Preview>({ type: 'making' })
  useEffect(() => {
    let current = true
    let url = ''
    const make = async () => {
      try {
        const picture = await previewOf(designer.getState(), settings)
        if (!current) return
        url = URL.createObjectURL(picture)
        setPreview({ type: 'ready', url })
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        if (current) setPreview({ type: 'failed', why })
      }
    }
    void make()
    return () => {
      current = false
      URL.revokeObjectURL(url)
    }
  }, [designer, settings])
  return preview
}
