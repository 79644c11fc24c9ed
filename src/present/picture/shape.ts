/** An SVG element as data: its texts are texts, so nothing in a name can become markup. */
export interface Shape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (Shape | string)[]
}

export function shape(
  tag: string,
  attributes: Shape['attributes'] = {},
  children: Shape['children'] = [],
): Shape {
  return { tag, attributes, children }
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** The element itself; `xmlns` in the attributes names another namespace. */
export function elementOf({ tag, attributes, children }: Shape, document: Document): Element {
  const { xmlns = svgNamespace, ...rest } = attributes
  const element = document.createElementNS(String(xmlns), tag)
  for (const [name, value] of Object.entries(rest)) element.setAttribute(name, String(value))
  for (const child of children)
    element.append(typeof child === 'string' ? legal(child) : elementOf(child, document))
  return element
}

/** XML has no place for most control characters, not even escaped. */
function legal(text: string): string {
  return Array.from(text, (sign) => (/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(sign) ? ' ' : sign)).join(
    '',
  )
}
