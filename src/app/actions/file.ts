import { emptyDocument } from '../../model/document'
import { openFromDisk, saveToFile } from '../files/files'
import { importFolder, importFromDisk } from '../files/import'
import { show } from '../overlay'
import { copyPicture } from '../pictures'
import { go } from '../route'
import { action, type Action } from './action'

export const file: readonly Action[] = [
  action('File', 'start', 'All designs', () => go({ page: 'start' })),
  action('File', 'new', 'New blank design', (it) => void it.add(emptyDocument('Untitled design')), {
    design: false,
  }),
  action('File', 'open', 'Open a file…', (it) => void openFromDisk(it), {
    keys: ['Mod+KeyO'],
    where: 'anywhere',
    design: false,
  }),
  action('File', 'import', 'Import from AWS…', (it) => void importFromDisk(it), { design: false }),
  action('File', 'import-folder', 'Import a folder from AWS…', (it) => void importFolder(it), {
    design: false,
  }),
  action('File', 'save', 'Save to a file', (it) => void saveToFile(it, false), {
    keys: ['Mod+KeyS'],
    where: 'anywhere',
  }),
  action('File', 'save-as', 'Save as a new file…', (it) => void saveToFile(it, true), {
    keys: ['Mod+Shift+KeyS'],
    where: 'anywhere',
  }),
  action('File', 'duplicate-design', 'Duplicate this design', (it) => {
    const { document } = it.designer.getState()
    void it.add({ ...document, name: `${document.name} copy` })
  }),
  action('File', 'snapshots', 'Restore an earlier state…', () => show({ type: 'snapshots' }), {
    enabled: (it) => it.shelf.getState().library !== null,
  }),
  action('File', 'share', 'Share by a link…', () => show({ type: 'share' })),
  action('File', 'picture', 'Export a picture…', () => show({ type: 'picture' }), {
    keys: ['Mod+Shift+KeyE'],
    where: 'anywhere',
  }),
  action('File', 'copy-picture', 'Copy as a picture (PNG)', (it) => void copyPicture(it.designer), {
    keys: ['Alt+Shift+KeyC'],
  }),
  action('File', 'code', 'Export Terraform or CloudFormation', (it) =>
    it.designer.look({ panel: 'export' }),
  ),
]
