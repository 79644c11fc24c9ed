import { ref, type Reference, type Variable } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

/**
 * The name of a public service of AWS; for one that the design does not name, a place to fill in.
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function publicServiceName(
  { name, region, service }: ResourceOf<'aws-service'>,
  { input, gap }: EmitContext,
): { readonly name: string | Variable; readonly onlyIf: Variable | undefined } {
  if (service !== 'any') return { name: `com.amazonaws.${region}.${service}`, onlyIf: undefined }
  const variable = input({
    words: ['service name'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `Name of the service that this endpoint leads to, such as com.amazonaws.${region}.sqs; without one it is not made.`,
    pattern: '[a-z0-9-]+([.][a-z0-9-]+)+',
    says: `A name such as com.amazonaws.${region}.sqs.`,
  })
  gap(
    `Which service of AWS ${name} stands for is not part of the design: the code makes the endpoint once it is set.`,
    `Set ${variable.name}, such as com.amazonaws.${region}.sqs; aws ec2 describe-vpc-endpoint-services lists the names.`,
  )
  return { name: variable, onlyIf: variable }
}

/** Without a group of its own an interface endpoint carries the default group of its VPC. (EP-6) */
export function groupsOf(
  it: Endpoint,
  design: Design,
  defaultGroup: string,
): readonly Reference[] | undefined {
  if (it.vpcEndpointType !== 'Interface') return undefined
  const own = it.securityGroupIds.filter((id) => design.get(id)?.vpcId === it.vpcId)
  return own.length > 0 ? own.map((id) => ref(id)) : [ref(it.vpcId, defaultGroup)]
}
