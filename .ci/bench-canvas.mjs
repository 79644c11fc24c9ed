// npm run bench:canvas [-- <VPCs>]: how long the frames of the canvas take with S5 of 1,000 VPCs, and
// how long it takes until the design is drawn, against plain React Flow with the same boxes and links,
// in one run: headless Chromium, drawn without a graphics card.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { bundle, root } from './bundle.mjs'
import { prepare } from './install.mjs'

prepare()
const executablePath = await findBrowser()
if (!executablePath) {
  console.error('No browser. Install Chrome or Chromium, or set CAUSEWAY_BROWSER to its path.')
  process.exit(1)
}
const vpcs = Number(process.argv[2] ?? 1000)
if (!Number.isInteger(vpcs) || vpcs < 1) {
  console.error('How many VPCs? npm run bench:canvas -- 1000')
  process.exit(2)
}

const made = join(root, 'dist-cli/bench')
const design = join(made, 'canvas.causeway.json')
const { printedDesign } = await import(
  await bundle('src/cli/bench/drawing.ts', 'dist-cli/bench/drawing.js')
)
await mkdir(made, { recursive: true })
await writeFile(design, printedDesign(vpcs))

const { build, preview } = await import('vite')
const { default: react } = await import('@vitejs/plugin-react')
const { chromium } = await import('@playwright/test')

/** The page as `npm run build` makes it, and the plain one. */
const pages = {
  ours: {
    config: { root, build: { outDir: join(made, 'ours'), emptyOutDir: true } },
    /** @param {import('@playwright/test').Page} page */
    choose: async (page) => {
      await page.getByRole('button', { name: 'Open file' }).waitFor()
      // what is fetched when the page is idle is no part of opening a design
      await page.waitForTimeout(2000)
      return page.getByRole('button', { name: 'Open file' }).click()
    },
  },
  plain: {
    config: {
      root: join(root, 'e2e/bench'),
      configFile: /** @type {const} */ (false),
      plugins: [react()],
      build: { outDir: join(made, 'plain'), emptyOutDir: true },
    },
    /** @param {import('@playwright/test').Page} page */
    choose: async (page) => page.getByLabel('Design').click(),
  },
}

const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
const ours = await measured(pages.ours)
const plain = await measured(pages.plain)
await browser.close()

const load = loadavg()[0]?.toFixed(1)
console.log(
  `S5 with ${vpcs} VPCs; ${cpus().length} cores, load ${load}; milliseconds, plain / ours`,
)
const rows = ours.map(({ what, ms }, row) => {
  const theirs = plain[row]?.ms ?? NaN
  return {
    what,
    ratio: `${(theirs / ms).toFixed(1)}x`,
    figures: `${Math.round(theirs)} / ${Math.round(ms)}`,
  }
})
const width = Math.max(...rows.map(({ what }) => what.length))
for (const { what, ratio, figures } of rows)
  console.log(`${what.padEnd(width)}  ${ratio.padStart(7)}  (${figures})`)

/**
 * Builds a page, opens the design in it and goes over it as a user would.
 * @param {typeof pages.ours | typeof pages.plain} subject
 * @returns milliseconds: of frames those of the 95th percentile
 */
async function measured({ config, choose }) {
  await build({ ...config, logLevel: 'error' })
  const server = await preview({ ...config, logLevel: 'error', preview: { host: 'localhost' } })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // our page lets no script be evaluated, and what waits in it for the drawing is one
    bypassCSP: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(300_000)
  await page.addInitScript(watch)
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  const chooser = page.waitForEvent('filechooser')
  await choose(page)
  await page.evaluate('chosenAt = performance.now()')
  await (await chooser).setFiles(design)
  await page.waitForFunction('drawnMs > 0')
  const rows = [{ what: 'open until drawn', ms: Number(await page.evaluate('drawnMs')) }]
  // the first answers of the engine come in, and the whole design is in sight
  await page.waitForTimeout(8000)

  const { x, y, width, height } = await middleOf(page)
  const [cx, cy] = [x + width / 2, y + height / 2]
  /** @param {string} what @param {() => Promise<void>} gesture */
  const row = async (what, gesture) => {
    await page.evaluate('frames.length = 0')
    await gesture()
    const times = /** @type {number[]} */ (await page.evaluate('frames'))
    await page.waitForTimeout(1000)
    const ms = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
    rows.push({ what, ms })
  }
  /** @param {number} fromX @param {number} fromY @param {'left' | 'middle'} button */
  const pulled = async (fromX, fromY, button) => {
    await page.mouse.move(fromX, fromY)
    await page.mouse.down({ button })
    for (let step = 1; step <= 30; step += 1)
      await page.mouse.move(fromX + 6 * step, fromY + 3 * step)
    await page.mouse.up({ button })
  }
  /** @param {number} by */
  const zoomed = async (by) => {
    await page.keyboard.down('Control')
    for (let step = 0; step < 24; step += 1) await page.mouse.wheel(0, by)
    await page.keyboard.up('Control')
  }

  await row('pan over the whole design', () => pulled(cx, cy, 'middle'))
  const far = await vpcIn(page)
  await row('drag a VPC from afar', () => pulled(far.x, far.y, 'left'))
  await page.mouse.move(cx, cy)
  await zoomed(-12)
  await page.waitForTimeout(1000)
  await row('zoom all the way out and back', async () => {
    await page.mouse.move(cx, cy)
    await zoomed(12)
    await zoomed(-12)
  })
  await row('pan near by', () => pulled(cx, cy, 'middle'))
  const near = await vpcIn(page)
  await row('drag a VPC near by', () => pulled(near.x, near.y, 'left'))
  await context.close()
  await server.close()
  return rows
}

/** @param {import('@playwright/test').Page} page */
async function middleOf(page) {
  const box = await page.locator('.react-flow').boundingBox()
  if (!box) throw new Error('nothing is drawn')
  return box
}

/**
 * Where a VPC can be taken hold of: in its upper edge, as near to the middle of the canvas as one is.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ x: number, y: number }>}
 */
async function vpcIn(page) {
  const { x, y, width, height } = await middleOf(page)
  const boxes = await page.locator('.react-flow__node[data-id^="vpc:"]').evaluateAll((all) =>
    all.map((it) => {
      const box = it.getBoundingClientRect()
      return { x: box.x + box.width * 0.3, y: box.y + Math.min(8, box.height / 4) }
    }),
  )
  const [cx, cy] = [x + width / 2, y + height / 2]
  const within = boxes
    .filter((at) => at.x > x && at.y > y + 60 && at.x < x + width - 200 && at.y < y + height - 200)
    .sort((a, b) => Math.hypot(a.x - cx, a.y - cy) - Math.hypot(b.x - cx, b.y - cy))
  if (!within[0]) throw new Error('no VPC is in sight')
  return within[0]
}

/** Runs in the page: the length of each frame, and the time from a chosen file to the drawing. */
function watch() {
  const seen = Object.assign(globalThis, {
    frames: /** @type {number[]} */ ([]),
    chosenAt: 0,
    drawnMs: 0,
  })
  // pickers of newer browsers cannot be driven from outside
  Reflect.deleteProperty(window, 'showOpenFilePicker')
  let isThere = false
  let last = performance.now()
  const next = () => {
    const now = performance.now()
    seen.frames.push(now - last)
    last = now
    // the frame after the one that has the nodes: that one is on the screen by now
    if (isThere && seen.drawnMs === 0) seen.drawnMs = now - seen.chosenAt
    isThere ||= document.querySelector('.react-flow__node') !== null
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}
