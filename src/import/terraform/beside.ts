import { text, type Raw } from '../../kinds/describe'
import { isBeside } from '../cloudformation/readers'
import { inWords } from './properties'

/**
 * Arguments that no packet meets and that CloudFormation calls otherwise: an image that a data source
 * looks up, what is read from a file, what a policy allows to whom.
 */
const ofTerraform =
  /^(?:ami|policy|timeouts|name_prefix|user_data.*|(?:root|ebs|ephemeral)_block_device|skip_destroy|force_(?:delete|destroy))$/

/** An argument that says nothing of the network, whatever it comes to. */
export const isArgumentBeside = (argument: string): boolean =>
  argument !== 'port' && (ofTerraform.test(argument) || isBeside(inWords(argument)))

/** Is it an argument that endpoints of this type do not have? AWS leaves it empty, whatever a plan knows. */
export function isOfOtherEndpoints(type: string, values: Raw, argument: string): boolean {
  if (type !== 'aws_vpc_endpoint') return false
  const isGateway = (text(values, 'vpc_endpoint_type') ?? 'Gateway') === 'Gateway'
  return isGateway
    ? /^(?:subnet_ids|subnet_configuration|security_group_ids|private_dns_enabled)$/.test(argument)
    : argument === 'route_table_ids'
}
