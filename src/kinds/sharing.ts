import { joined, ref, verbatim, type Joined, type Reference } from '../iac/value'
import { isSameText, strictTagText } from '../iac/text'
import type { Block } from '../iac/block'
import type { EmitContext, Language } from './emit'
import type { Resource } from './resource'

/**
 * A resource that other accounts of the organization use, by AWS Resource Access Manager. Subnets
 * and security groups are shared within an organization only, where nobody has to accept.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export interface Sharing {
  /** The accounts it is shared with, ordered. */
  readonly principals: readonly string[]
  /** Its own ARN. */
  readonly arn: Reference | Joined
}

const sharePart = 'share'
const sharedPart = 'shared resource'
const principalPart = (ownerId: string) => `principal ${ownerId}`

/** Accounts that something is shared with, without its owner. */
export const principalsOf = (sharedWith: readonly string[], ownerId: string | undefined) =>
  [...new Set(sharedWith)].filter((id) => id !== ownerId).toSorted()

/** What an account that a resource is shared with has to wait for before it uses it. */
export function waitsForShare(
  of: Resource['id'],
  ownerId: string,
  language: Language,
): readonly Reference[] {
  return language === 'terraform'
    ? [ref(of, 'id', sharedPart), ref(of, 'id', principalPart(ownerId))]
    : [ref(of, 'id', sharePart)]
}

export const shareTextRule = 'AWS RAM takes letters, digits, spaces and _.:/=+-@'

/** Says what sharing needs beside the code. */
export function reportSharing(
  it: Resource,
  { principals }: Pick<Sharing, 'principals'>,
  { gap, renamed }: EmitContext,
): void {
  if (principals.length === 0) return
  const name = shareName(it)
  if (!isSameText(name, it.name)) renamed('resource share name', it.name, name, shareTextRule)
  gap(
    `${it.name} is shared with ${principals.map((id) => `account ${id}`).join(', ')}: that works within an organization for which AWS RAM may share, and the code cannot switch that on.`,
    'Once, with credentials of the management account, run: aws ram enable-sharing-with-aws-organization',
  )
}

/** The share, what it shares and with whom, in Terraform. */
export function terraformSharing(
  it: Resource,
  { principals, arn }: Sharing,
  { block, account, strictTags }: EmitContext,
): readonly Block[] {
  if (principals.length === 0) return []
  const share = ref(it.id, 'arn', sharePart)
  return [
    block(
      'aws_ram_resource_share',
      { name: shareName(it), allow_external_principals: false, tags: strictTags() },
      { part: sharePart },
    ),
    block(
      'aws_ram_resource_association',
      { resource_arn: arn, resource_share_arn: share },
      { part: sharedPart },
    ),
    ...principals.map((ownerId) =>
      block(
        'aws_ram_principal_association',
        { principal: account(ownerId), resource_share_arn: share },
        { part: principalPart(ownerId), words: ['for', ownerId] },
      ),
    ),
  ]
}

/** The share, what it shares and with whom, in CloudFormation. */
export function cloudformationSharing(
  it: Resource,
  { principals, arn }: Sharing,
  { block, account, strictTags }: EmitContext,
): readonly Block[] {
  if (principals.length === 0) return []
  return [
    block(
      'AWS::RAM::ResourceShare',
      {
        Name: shareName(it),
        AllowExternalPrincipals: false,
        Principals: principals.map(account),
        ResourceArns: [arn],
        Tags: strictTags(),
      },
      { part: sharePart },
    ),
  ]
}

/** The name of a share, as far as AWS RAM takes it. */
export const shareName = (it: Resource) => strictTagText(it.name).trim() || it.kind

/** The ARN of an EC2 resource that a template makes: CloudFormation tells its ID alone. */
export const templateArn = (type: string, id: Reference): Joined =>
  joined(
    'arn:',
    verbatim('!Ref AWS::Partition'),
    ':ec2:',
    verbatim('!Ref AWS::Region'),
    ':',
    verbatim('!Ref AWS::AccountId'),
    `:${type}/`,
    id,
  )
