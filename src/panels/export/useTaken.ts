import { useCallback, useEffect, useState } from 'react'
import type { ExportTarget } from '../../export/export'
import type { Export } from '../../export/report'
import { rememberAddresses } from '../../store/commands/exporting'
import { keepTaken, lastTaken, type Taken } from '../../store/library/taken'
import { useDesigner, useDesignerStore } from '../../store/react'

/** The last export that was taken, and how to say that this one is. */
export function useTaken(to: ExportTarget) {
  const designer = useDesignerStore()
  const designId = useDesigner((state) => state.designId)
  const [taken, setTaken] = useState<Taken | null>(null)
  useEffect(() => {
    let current = true
    const load = async () => {
      const found = await lastTaken(designId, to)
      if (current) setTaken(found)
    }
    void load()
    return () => {
      current = false
    }
  }, [designId, to])
  const take = useCallback(
    ({ files, addresses }: Export) => {
      const now: Taken = {
        designId,
        to,
        takenAt: Date.now(),
        files: files.map(({ path, text }) => ({ path, text })),
      }
      setTaken(now)
      void keepTaken(now)
      if (addresses) designer.run(rememberAddresses, { addresses })
    },
    [designer, designId, to],
  )
  return { taken, take }
}
