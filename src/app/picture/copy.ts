import type { Designer } from '../../store/designer'
import { pictureOf } from './picture'
import { readSettings } from './settings'

/** Puts the canvas on the clipboard as a PNG, made like the last picture. */
export async function copyAsPng(designer: Designer): Promise<void> {
  const settings = { ...readSettings(), format: 'png' as const }
  try {
    // the promise goes in unwaited: Safari lets a page write only while it handles the key press
    const png = pictureOf(designer.getState(), settings)
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    designer.notify('Copied the picture.')
  } catch {
    designer.notify('The browser does not let this page copy pictures.', 'problem')
  }
}
