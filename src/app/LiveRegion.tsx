import { useDesigner } from '../store/react'
import { Hidden } from '../ui/Hidden'

/** Reads out what `announce` says; a changed key makes the same words news. */
export function LiveRegion() {
  const { text, number } = useDesigner(({ view }) => view.announcement)
  return (
    <output aria-live="polite">
      <Hidden key={number}>{text}</Hidden>
    </output>
  )
}
