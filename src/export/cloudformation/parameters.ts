import { nested, type Nested } from '../../iac/value'
import type { NamedInput } from '../collect'
import type { Need, Stack } from './stacks'

/** How AWS begins the IDs of what one stack makes and another uses. */
const idPrefixes: Readonly<Record<string, string>> = {
  'AWS::EC2::EIP': 'eipalloc',
  'AWS::EC2::EgressOnlyInternetGateway': 'eigw',
  'AWS::EC2::InternetGateway': 'igw',
  'AWS::EC2::NatGateway': 'nat',
  'AWS::EC2::NetworkAcl': 'acl',
  'AWS::EC2::NetworkInterface': 'eni',
  'AWS::EC2::PrefixList': 'pl',
  'AWS::EC2::RouteTable': 'rtb',
  'AWS::EC2::SecurityGroup': 'sg',
  'AWS::EC2::Subnet': 'subnet',
  'AWS::EC2::TransitGateway': 'tgw',
  'AWS::EC2::TransitGatewayAttachment': 'tgw-attach',
  'AWS::EC2::TransitGatewayPeeringAttachment': 'tgw-attach',
  'AWS::EC2::TransitGatewayRouteTable': 'tgw-rtb',
  'AWS::EC2::TransitGatewayVpcAttachment': 'tgw-attach',
  'AWS::EC2::VPC': 'vpc',
  'AWS::EC2::VPCEndpoint': 'vpce',
  'AWS::EC2::VPNGateway': 'vgw',
  'AWS::EC2::CustomerGateway': 'cgw',
  'AWS::EC2::VPCEndpointService': 'vpce-svc',
  'AWS::EC2::VPCPeeringConnection': 'pcx',
}

/** What a parameter holds that another stack makes, and how to say so. */
function formOf({ reference, type }: Need): { readonly pattern: string; readonly says: string } {
  if (type === 'AWS::RAM::ResourceShare')
    return { pattern: 'arn:[a-z-]+:ram:.+', says: 'The ARN of a resource share.' }
  if (type === 'AWS::IAM::Role')
    return { pattern: 'arn:[a-z-]+:iam::\\d{12}:role/.+', says: 'The ARN of an IAM role.' }
  if (type.startsWith('AWS::ElasticLoadBalancingV2::'))
    return { pattern: 'arn:[a-z-]+:elasticloadbalancing:.+', says: 'An ARN of load balancing.' }
  if (type.startsWith('AWS::VpcLattice::'))
    return { pattern: 'arn:[a-z-]+:vpc-lattice:.+', says: 'An ARN of VPC Lattice.' }
  if (type === 'AWS::DirectConnect::DirectConnectGateway')
    return {
      pattern: '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      says: 'The ID of a Direct Connect gateway.',
    }
  if (reference.attribute === 'PrimaryPrivateIpAddress')
    return { pattern: '\\d{1,3}(\\.\\d{1,3}){3}', says: 'An IPv4 address.' }
  const prefix = idPrefixes[type]
  return prefix !== undefined && /id$/i.test(reference.attribute)
    ? { pattern: `${prefix}-[0-9a-f]+`, says: `An ID that starts with ${prefix}-.` }
    : { pattern: '.+', says: 'What another stack makes, as its output says it.' }
}

/** The console asks for what people decide first; what other stacks make is filled in by the steps. */
export function consoleGroups(declared: readonly string[], { inputs }: Stack): Nested {
  const settings = new Set(inputs.map(({ name }) => name))
  const group = (label: string, isOf: (name: string) => boolean) =>
    nested({ Label: nested({ default: label }), Parameters: declared.filter(isOf) })
  return nested({
    'AWS::CloudFormation::Interface': nested({
      ParameterGroups: [
        group('Settings', (name) => settings.has(name)),
        group('Made by other stacks, see the README', (name) => !settings.has(name)),
      ],
    }),
  })
}

/** Something that whoever deploys the stack sets; what is made only once it is set may stay empty. */
export function parameterOfInput({
  type,
  description,
  pattern,
  says,
  ...input
}: NamedInput): Nested {
  return nested({
    Type: 'String',
    Description: description,
    Default: String(input.default ?? ''),
    AllowedValues: type === 'bool' ? ['true', 'false'] : undefined,
    AllowedPattern:
      pattern && input.default === null ? `^(${pattern})?$` : pattern && `^${pattern}$`,
    ConstraintDescription: says,
  })
}

/** What another stack makes. It is late where that is deployed only afterwards. */
export function parameterOf(need: Need, isLate: boolean): Nested {
  const { pattern, says } = formOf(need)
  return nested({
    Type: 'String',
    Description: isLate ? `${need.says} Empty for the first deployment.` : need.says,
    Default: isLate ? '' : undefined,
    AllowedPattern: isLate ? `^(${pattern})?$` : `^${pattern}$`,
    ConstraintDescription: says,
  })
}
