import { Suspense } from 'react'
import { assertNever } from '../base/invariant'
import { later } from './later'
import { hide, useOverlay, type Overlay } from './overlay'

const CommandPalette = later(async () => (await import('./command/CommandPalette')).CommandPalette)
const Find = later(async () => (await import('./command/Find')).Find)
const Help = later(async () => (await import('./command/Help')).Help)
const ProblemsDialog = later(async () => (await import('./files/ProblemsDialog')).ProblemsDialog)
const ImportDialog = later(async () => (await import('./files/ImportDialog')).ImportDialog)
const ArrangingDialog = later(async () => (await import('./files/ArrangingDialog')).ArrangingDialog)
const ImportReportDialog = later(
  async () => (await import('./files/ImportReportDialog')).ImportReportDialog,
)
const NothingKnownDialog = later(
  async () => (await import('./files/ImportReportDialog')).NothingKnownDialog,
)
const NothingMadeDialog = later(
  async () => (await import('./files/ImportReportDialog')).NothingMadeDialog,
)
const Snapshots = later(async () => (await import('./shell/Snapshots')).Snapshots)
const ShareDialog = later(async () => (await import('./share/ShareDialog')).ShareDialog)
const PictureDialog = later(async () => (await import('./picture/PictureDialog')).PictureDialog)

/** The dialog that is asked for, if any. */
export function Overlays({ designIsOpen }: { readonly designIsOpen: boolean }) {
  const overlay = useOverlay()
  return <Suspense>{overlay && dialogOf(overlay, designIsOpen)}</Suspense>
}

function dialogOf(overlay: Overlay, designIsOpen: boolean) {
  switch (overlay.type) {
    case 'problems':
      return (
        <ProblemsDialog fileName={overlay.fileName} problems={overlay.problems} onClose={hide} />
      )
    case 'import-report':
      return (
        <ImportReportDialog
          name={overlay.name}
          report={overlay.report}
          merged={overlay.merged}
          parameters={overlay.parameters}
          onChange={overlay.change}
          onClose={hide}
        />
      )
    case 'import':
      return <ImportDialog />
    case 'arranging':
      return <ArrangingDialog count={overlay.count} onCancel={overlay.cancel} />
    case 'nothing-known':
      return <NothingKnownDialog onClose={hide} />
    case 'nothing-made':
      return <NothingMadeDialog onClose={hide} />
    case 'commands':
      return <CommandPalette designIsOpen={designIsOpen} />
    case 'help':
      return <Help />
    case 'find':
      return designIsOpen && <Find />
    case 'snapshots':
      return designIsOpen && <Snapshots />
    case 'share':
      return designIsOpen && <ShareDialog />
    case 'picture':
      return designIsOpen && <PictureDialog />
    default:
      return assertNever(overlay)
  }
}
