import { iconUrls, inkIcons } from '../../ui/icons'
import { textWidth } from '../../ui/text-width'
import { draw } from './draw'
import type { Drawing } from './drawing'
import { keyword } from './embedded'
import { iconData } from './icon-data'
import { paints } from './paints'
import { withText } from './png'
import { elementOf } from './shape'

export interface Wish {
  readonly theme: 'light' | 'dark'
  /** The design's file, to be carried along; null for a bare picture. */
  readonly design: string | null
  readonly title: string
}

/** Browsers refuse larger canvases, some without saying so. */
const widestPixels = 16_384
const mostPixels = 120_000_000

/** The picture as the text of an SVG file. */
export async function svgOf(drawing: Drawing, { theme, design, title }: Wish): Promise<string> {
  const colours = paints[theme]
  const icons = await iconData(iconUrls, inkIcons, colours)
  const picture = draw(drawing, { paints: colours, icons, measure: textWidth, design, title })
  return new XMLSerializer().serializeToString(elementOf(picture, document))
}

/** The picture as a PNG file, `scale` pixels for each canvas unit, less where that is too much. */
export async function pngOf(drawing: Drawing, wish: Wish, scale: number): Promise<Blob> {
  const svg = await svgOf(drawing, { ...wish, design: null })
  const { width, height } = drawing.bounds
  const most = Math.min(
    scale,
    widestPixels / Math.max(width, height),
    Math.sqrt(mostPixels / (width * height)),
  )
  const image = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * most)
    canvas.height = Math.round(height * most)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png')
    })
    if (!blob) throw new Error('The browser could not make a PNG of this size.')
    if (wish.design === null) return blob
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return new Blob([withText(bytes, keyword, wish.design)], { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}
