import type { Block, Place } from '../iac/block'
import { nested, verbatim, type Value } from '../iac/value'
import type { EmitContext } from './emit'

/** A role by which CloudFormation accepts in another account what its own account asks for. */
export interface AccepterRole {
  readonly part: string
  /** Where it accepts. */
  readonly place: Place
  /** The account that asks. */
  readonly askedBy: string
  readonly policy: string
  readonly actions: string | readonly string[]
  /** What they may be done to. */
  readonly resources: Value
}

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html */
export function accepterRole(
  { part, place, askedBy, policy, actions, resources }: AccepterRole,
  { block }: Pick<EmitContext, 'block'>,
): Block {
  return block(
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: nested({
        Version: '2012-10-17',
        Statement: [
          nested({
            Effect: 'Allow',
            Principal: nested({
              AWS: verbatim(`!Sub arn:\${AWS::Partition}:iam::${askedBy}:root`),
            }),
            Action: 'sts:AssumeRole',
          }),
        ],
      }),
      Policies: [
        nested({
          PolicyName: policy,
          PolicyDocument: nested({
            Version: '2012-10-17',
            Statement: [nested({ Effect: 'Allow', Action: actions, Resource: resources })],
          }),
        }),
      ],
    },
    { part, place, words: ['accepter'] },
  )
}
