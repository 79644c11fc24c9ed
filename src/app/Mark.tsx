/** The sign of Causeway: two shores and the way between them. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return <img src="./icon.svg" width={size} height={size} alt="" draggable={false} />
}
