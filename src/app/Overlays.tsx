import { lazy, Suspense } from 'react'
import { assertNever } from '../base/invariant'
import { CommandPalette } from './command/CommandPalette'
import { Find } from './command/Find'
import { Help } from './command/Help'
import { ProblemsDialog } from './files/ProblemsDialog'
import { hide, useOverlay } from './overlay'
import { Snapshots } from './shell/Snapshots'
import { ShareDialog } from './share/ShareDialog'

const PictureDialog = lazy(async () => {
  const { PictureDialog } = await import('./picture/PictureDialog')
  return { default: PictureDialog }
})

/** The dialog that is asked for, if any. */
export function Overlays({ designIsOpen }: { readonly designIsOpen: boolean }) {
  const overlay = useOverlay()
  if (!overlay) return null
  switch (overlay.type) {
    case 'problems':
      return (
        <ProblemsDialog fileName={overlay.fileName} problems={overlay.problems} onClose={hide} />
      )
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
      return (
        designIsOpen && (
          <Suspense>
            <PictureDialog />
          </Suspense>
        )
      )
    default:
      return assertNever(overlay)
  }
}
