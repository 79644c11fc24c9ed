import { CloudDownload, FilePlus2, FolderOpen, MonitorCog, Moon, Sun } from 'lucide-react'
import { emptyDocument } from '../../model/document'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'
import { actionById } from '../actions/actions'
import { Mark } from '../Mark'
import { nextTheme, useTheme } from '../theme'
import { useWorkspace } from '../workspace'
import { Examples } from './Examples'
import { Recent } from './Recent'
import styles from './StartPage.module.css'
import { StorageWords } from './StorageWords'

const themes = { system: MonitorCog, light: Sun, dark: Moon } as const

/** Where a visit begins: recent designs, examples, a blank one, a file. */
export function StartPage() {
  const workspace = useWorkspace()
  const designer = useDesignerStore()
  const notice = useDesigner(({ view }) => view.notice)
  const theme = useTheme()
  const ThemeIcon = themes[theme]
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <div className={styles.words}>
          <h1>Causeway</h1>
          <p>Draw an AWS network, see what can reach what and why not, take the code home.</p>
        </div>
        <Button
          look="primary"
          size="large"
          icon={<FilePlus2 />}
          onClick={() => {
            void workspace.add(emptyDocument('Untitled design'))
          }}
        >
          Blank design
        </Button>
        <Button
          size="large"
          icon={<FolderOpen />}
          onClick={() => {
            actionById('open').run(workspace)
          }}
        >
          Open file
        </Button>
        <Button
          size="large"
          icon={<CloudDownload />}
          onClick={() => {
            actionById('import').run(workspace)
          }}
        >
          Import from AWS
        </Button>
        <IconButton label={`Theme: ${theme}`} keys="Alt+Shift+D" onClick={nextTheme}>
          <ThemeIcon />
        </IconButton>
      </header>
      <main className={styles.main}>
        <StorageWords />
        {notice && (
          <Notice
            tone={notice.tone}
            onClose={() => {
              designer.look({ notice: null })
            }}
            action={
              notice.offer && (
                <Button
                  size="small"
                  onClick={() => {
                    designer.look({ notice: null })
                    notice.offer?.accept()
                  }}
                >
                  {notice.offer.label}
                </Button>
              )
            }
          >
            {notice.text}
          </Notice>
        )}
        <Recent />
        <Examples />
      </main>
    </div>
  )
}
