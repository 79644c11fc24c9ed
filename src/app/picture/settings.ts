import { z } from '../../base/zod'

const key = 'causeway:picture'

const settingsSchema = z.object({
  format: z.enum(['png', 'svg']).catch('png'),
  extent: z.enum(['all', 'selection']).catch('all'),
  theme: z.enum(['light', 'dark']).catch('light'),
  scale: z.enum(['1', '2', '3']).catch('2'),
  path: z.boolean().catch(true),
  embed: z.boolean().catch(true),
})

/** How the last picture was made; the next one starts from there. */
export type PictureSettings = z.output<typeof settingsSchema>

export function readSettings(): PictureSettings {
  try {
    return settingsSchema.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return settingsSchema.parse({})
  }
}

export function rememberSettings(settings: PictureSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // storage is closed to this page: the settings last as long as the dialog
  }
}
