import { printDocument } from '../../model/print'
import { pngOf, svgOf } from '../../present/picture/render'
import type { DesignerState } from '../../store/designer'
import { drawingOf } from './scene'
import type { PictureSettings } from './settings'

function wishOf({ document }: DesignerState, { theme, embed }: PictureSettings) {
  return { theme, title: document.name, design: embed ? printDocument(document) : null } as const
}

function drawingFor(state: DesignerState, { extent, path }: PictureSettings) {
  const { selection } = state.view
  return drawingOf(state, {
    only: extent === 'selection' && selection.length > 0 ? selection : null,
    path,
  })
}

/** The picture as a file of the chosen format. */
export async function pictureOf(state: DesignerState, settings: PictureSettings): Promise<Blob> {
  const drawing = drawingFor(state, settings)
  const wish = wishOf(state, settings)
  if (settings.format === 'png') return pngOf(drawing, wish, Number(settings.scale))
  const svg = await svgOf(drawing, wish)
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`], { type: 'image/svg+xml' })
}

/** The same, small enough for a preview. */
export async function previewOf(state: DesignerState, settings: PictureSettings): Promise<Blob> {
  const svg = await svgOf(drawingFor(state, settings), wishOf(state, { ...settings, embed: false }))
  return new Blob([svg], { type: 'image/svg+xml' })
}
