/**
 * A label on the canvas goes on after the name with addresses, state and findings: `VPC VPC A,
 * 10.0.0.0/16, …`. This finds it by its beginning.
 */
export function startsWith(label: string): RegExp {
  return new RegExp(`^${literally(label)}(,|$)`)
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
