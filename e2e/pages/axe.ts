import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** All that darkness can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/**
 * What bars people badly from what the page shows, or from one part of it, in light and in dark;
 * empty where nothing does.
 */
export async function barriersOn(page: Page, part = 'body'): Promise<readonly string[]> {
  await page.locator(part).waitFor()
  return [...(await barriersIn(page, part, 'light')), ...(await barriersIn(page, part, 'dark'))]
}

async function barriersIn(page: Page, part: string, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  // the colours are new once a frame has been drawn with them
  await page.evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn))
      }),
  )
  // the page has no frames, so that axe need not open a page of its own to put results together
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode()
  const only = colorScheme === 'dark' && {
    runOnly: { type: 'rule' as const, values: rulesOfColour },
  }
  const { violations } = await axe.options({ resultTypes: ['violations'], ...only }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `in ${colorScheme}, ${id} at ${target.join(' ')}: ${failureSummary}`,
      ),
    )
}
