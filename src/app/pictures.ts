import type { Designer } from '../store/designer'

/** Copies the canvas as a PNG; what draws it is loaded when it is first wanted. */
export async function copyPicture(designer: Designer): Promise<void> {
  const { copyAsPng } = await import('./picture/copy')
  await copyAsPng(designer)
}
