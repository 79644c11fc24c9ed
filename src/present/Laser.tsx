import { useEffect, useRef } from 'react'
import { drawTrail, lasting, type Spot } from './laser-trail'
import styles from './Present.module.css'

/** A red point that follows the pointer and leaves a trail that fades; touches nothing. */
export function Laser() {
  const sheet = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = sheet.current
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return undefined
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const colour = getComputedStyle(canvas).color
    let trail: readonly Spot[] = []
    let frame = 0
    const paint = () => {
      const { width, height } = canvas.getBoundingClientRect()
      const scale = window.devicePixelRatio
      if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale)
      if (canvas.height !== Math.round(height * scale)) canvas.height = Math.round(height * scale)
      pen.setTransform(scale, 0, 0, scale, 0, 0)
      pen.clearRect(0, 0, width, height)
      trail = lasting(trail, performance.now())
      drawTrail(pen, trail, performance.now(), colour)
      frame = trail.length > 1 ? requestAnimationFrame(paint) : 0
    }
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = canvas.getBoundingClientRect()
      const spot = { x: clientX - left, y: clientY - top, at: performance.now() }
      // less motion: the point alone
      trail = calm ? [spot] : [...trail, spot]
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    window.addEventListener('pointermove', follow)
    return () => {
      window.removeEventListener('pointermove', follow)
      cancelAnimationFrame(frame)
    }
  }, [])
  return <canvas ref={sheet} className={styles.laser} aria-hidden />
}
