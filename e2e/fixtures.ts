import { test as base, expect } from '@playwright/test'
import { Designer } from './pages/designer'
import { complaintsOf } from './site/complaints'

/** A designer in a browser of its own; a story ends without an error in the console. */
export const test = base.extend<{ designer: Designer }>({
  designer: async ({ page }, provide) => {
    // no test can answer the browser's own file dialogs; without them files are downloads
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showSaveFilePicker')
      Reflect.deleteProperty(window, 'showOpenFilePicker')
    })
    // the camera arrives at once: what a story drags lies where it was seen
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const complaints = complaintsOf(page)
    await provide(new Designer(page))
    expect(complaints).toEqual({ errors: [], strangers: [], missing: [] })
  },
})

export { expect }
