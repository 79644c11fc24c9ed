/** A term with its article, as a sentence begins: `An internet gateway`, `A NAT gateway`. */
export function withArticle(term: string): string {
  return `${/^[aeio]/i.test(term) ? 'An' : 'A'} ${term}`
}
