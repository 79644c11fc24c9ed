import { useEffect, useRef } from 'react'

/** Fills the screen while it is mounted, where the browser lets it; leaving that calls `onLeave`. */
export function useFullScreen(onLeave: () => void): void {
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    const root = document.documentElement
    let entered = false
    const enter = async () => {
      try {
        await root.requestFullscreen()
        entered = true
      } catch {
        // not allowed here: presenting in the window does as well
      }
    }
    const onChange = () => {
      if (entered && document.fullscreenElement === null) leave.current()
    }
    void enter()
    document.addEventListener('fullscreenchange', onChange)
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement !== null) void document.exitFullscreen()
    }
  }, [])
}
