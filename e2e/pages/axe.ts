import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

/** What a page holds once axe has run in it. */
interface Axe {
  readonly run: (
    part: string,
    options: Parameters<AxeBuilder['options']>[0],
  ) => Promise<{ readonly violations: Violations }>
}

/** All that darkness can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

type Scheme = 'light' | 'dark'

/**
 * What bars people badly from what the page shows, or from one part of it, in light and in dark or
 * in one of them; empty where nothing does.
 */
export async function barriersOn(
  page: Page,
  part = 'body',
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<readonly string[]> {
  await page.locator(part).waitFor()
  const found: string[] = []
  for (const scheme of schemes) found.push(...(await barriersIn(page, part, scheme)))
  return found
}

async function barriersIn(page: Page, part: string, colorScheme: Scheme) {
  await page.emulateMedia({ colorScheme })
  // the colours are new once a frame has been drawn with them
  await page.evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn))
      }),
  )
  const found = await violationsIn(page, part, colorScheme === 'dark' ? rulesOfColour : null)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `in ${colorScheme}, ${id} at ${target.join(' ')}: ${failureSummary}`,
      ),
    )
}

/** Runs axe over a part of the page: all its rules, or these. */
async function violationsIn(page: Page, part: string, rules: string[] | null) {
  const options = {
    resultTypes: ['violations' as const],
    ...(rules && { runOnly: { type: 'rule' as const, values: rules } }),
  }
  // axe itself is large: it is brought into a page once, and stays there
  const there = await page.evaluate(() => 'axe' in window)
  if (there) {
    const run = async ([within, how]: readonly [string, typeof options]) => {
      const { axe } = window as unknown as { readonly axe: Axe }
      const { violations } = await axe.run(within, how)
      return violations
    }
    return page.evaluate(run, [part, options] as const)
  }
  // the page has no frames, so that axe need not open a page of its own to put results together
  const builder = new AxeBuilder({ page }).include(part).setLegacyMode()
  const { violations } = await builder.options(options).analyze()
  return violations
}
