/** Where the laser was, and when, in milliseconds of the page's clock. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly at: number
}

/** How long the trail stays. */
export const fadesMs = 700

/** What has not faded yet; the last spot is where the pointer still rests. */
export function lasting(trail: readonly Spot[], now: number): readonly Spot[] {
  return trail.filter(({ at }, index) => index === trail.length - 1 || now - at < fadesMs)
}

/** The trail, thinner and paler the older it is, and the point at its head. */
export function drawTrail(
  pen: CanvasRenderingContext2D,
  trail: readonly Spot[],
  now: number,
  colour: string,
): void {
  pen.strokeStyle = colour
  pen.fillStyle = colour
  pen.lineCap = 'round'
  trail.slice(1).forEach((spot, index) => {
    const start = trail[index] ?? spot
    const left = Math.max(0, 1 - (now - start.at) / fadesMs)
    pen.globalAlpha = left * 0.7
    pen.lineWidth = 1 + 5 * left
    pen.beginPath()
    pen.moveTo(start.x, start.y)
    pen.lineTo(spot.x, spot.y)
    pen.stroke()
  })
  const head = trail.at(-1)
  if (!head) return
  for (const [radius, alpha] of [
    [11, 0.25],
    [5, 1],
  ] as const) {
    pen.globalAlpha = alpha
    pen.beginPath()
    pen.arc(head.x, head.y, radius, 0, 2 * Math.PI)
    pen.fill()
  }
}
