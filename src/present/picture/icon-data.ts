import type { IconName } from '../../kinds/contract'
import type { Paints } from './paints'

/** The one dark ink in which AWS draws its general icons. */
const awsInk = /#232f3[de]/gi

const known = new Map<string, Promise<string>>()

/** The icon's own SVG text; a file of this site, or an address that holds it already. */
function textOf(url: string): Promise<string> {
  const before = known.get(url)
  if (before) return before
  const made = url.startsWith('data:') ? Promise.resolve(textInside(url)) : fetched(url)
  known.set(url, made)
  return made
}

async function fetched(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The icon ${url} did not load.`)
  return response.text()
}

function textInside(url: string): string {
  const comma = url.indexOf(',')
  const body = url.slice(comma + 1)
  return url.slice(0, comma).endsWith(';base64') ? atob(body) : decodeURIComponent(body)
}

/** Every icon as a `data:` address; those of one ink in the ink of the picture. */
export async function iconData(
  urls: Readonly<Record<string, string>>,
  inkIcons: ReadonlySet<string>,
  { soft }: Paints,
): Promise<Readonly<Partial<Record<IconName, string>>>> {
  const entries = await Promise.all(
    Object.entries(urls).map(async ([name, url]) => {
      const text = await textOf(url)
      const inked = inkIcons.has(name) ? text.replaceAll(awsInk, soft) : text
      return [name, `data:image/svg+xml;base64,${btoa(inked)}`] as const
    }),
  )
  return Object.fromEntries(entries)
}
