import { nested, ref, type Variable } from '../../iac/value'
import { placeOf, type Emission, type EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { serviceName } from '../service-name'
import { cloudformationRole, terraformRole, type ServiceRole } from '../service-role'
import type { PlannedNetwork } from './plan'

type Workload = ResourceOf<'workload'>

const functionPart = 'function'

/** A Lambda function that is made once somebody has an image for it. */
export interface PlannedFunction {
  readonly name: string
  readonly image: Variable
  readonly network: PlannedNetwork
  /** By which Lambda makes network interfaces in the VPC. */
  readonly role: ServiceRole
}

/** A function lies in subnets of one VPC; null where those of the workload do not. */
export function plannedFunction(
  workload: Workload,
  networks: readonly PlannedNetwork[],
  context: EmitContext,
): PlannedFunction | null {
  const { design, input } = context
  const [network, ...others] = networks
  if (!network || others.length > 0) return null
  const functions = design.all('workload').filter((it) => it.workloadType === 'lambda-function')
  const image = input({
    words: ['image uri'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `URI of the container image of the function ${workload.name}; without one there is no function.`,
  })
  return {
    name: serviceName(workload, functions, { what: 'function name', longest: 64 }, context),
    image,
    network,
    role: {
      part: 'role',
      words: [],
      service: 'lambda.amazonaws.com',
      policies: ['service-role/AWSLambdaVPCAccessExecutionRole'],
      onlyIf: image,
      place: placeOf(workload, design) ?? network.vpc,
    },
  }
}

export function terraformFunction(
  { name, image, network, role }: PlannedFunction,
  workload: Workload,
  context: EmitContext,
): Emission['blocks'] {
  const written = terraformRole(workload, role, context)
  return [
    ...written.blocks,
    context.block(
      'aws_lambda_function',
      {
        function_name: name,
        package_type: 'Image',
        image_uri: image,
        role: written.arn,
        vpc_config: nested({
          subnet_ids: network.subnets.map(({ id }) => ref(id)),
          security_group_ids: network.groups,
        }),
        tags: context.strictTags(),
      },
      {
        part: functionPart,
        onlyIf: image,
        dependsOn: [...network.waits, ...written.waits],
        comment: [`To fill in: memory, timeout, environment and permissions of ${workload.name}.`],
      },
    ),
  ]
}

export function cloudformationFunction(
  { name, image, network, role }: PlannedFunction,
  workload: Workload,
  context: EmitContext,
): Emission['blocks'] {
  const written = cloudformationRole(workload, role, context)
  return [
    ...written.blocks,
    context.block(
      'AWS::Lambda::Function',
      {
        FunctionName: name,
        PackageType: 'Image',
        Code: nested({ ImageUri: image }),
        Role: written.arn,
        VpcConfig: nested({
          SubnetIds: network.subnets.map(({ id }) => ref(id)),
          SecurityGroupIds: network.groups,
        }),
        Tags: context.strictTags(),
      },
      { part: functionPart, onlyIf: image, dependsOn: [...network.waits, ...written.waits] },
    ),
  ]
}
