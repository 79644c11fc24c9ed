import { latin } from '../../iac/words'
import type { Document } from '../../model/document'

/**
 * The name of the design as a tag that every service takes: default tags also reach load balancers
 * and IAM, which accept fewer characters than EC2.
 */
export function projectTag({ name }: Document): string {
  return (
    latin(name)
      .replace(/[^\w .:/=+@-]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
      .slice(0, 128) || 'causeway'
  )
}
