import { z } from '../../base/zod'
import type { Step } from '../history'

const patch = z.object({
  op: z.enum(['replace', 'remove', 'add']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
})

const steps = z.array(
  z.object({
    label: z.string(),
    patches: z.array(patch),
    inverse: z.array(patch),
    burst: z.string().nullable(),
  }),
)

/** Steps as they were kept; none where they cannot be read: the design itself matters more. */
export function readSteps(kept: unknown): readonly Step[] {
  const read = steps.safeParse(kept)
  return read.success ? read.data : []
}
