import { latin } from '../../iac/words'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

/**
 * The name as AWS Direct Connect takes it: letters, digits, spaces, hyphens, underscores, commas and
 * slashes, 100 at most.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-directconnectgateway.html
 */
export function directConnectName(
  { name }: ResourceOf<'direct-connect-gateway' | 'virtual-interface'>,
  otherwise: string,
  { renamed }: Pick<EmitContext, 'renamed'>,
): string {
  const text =
    latin(name)
      .replace(/[^A-Za-z0-9 _,/-]+/g, '-')
      .slice(0, 100)
      .trim() || otherwise
  if (text !== name)
    renamed(
      `${otherwise} name`,
      name,
      text,
      'AWS Direct Connect takes letters, digits, spaces and -_,/',
    )
  return text
}
