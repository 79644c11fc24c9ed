import type { Block, Place } from '../iac/block'
import { joined, nested, ref, verbatim, type Reference, type Variable } from '../iac/value'
import type { EmitContext } from './emit'
import { partitionOf } from './partition'
import type { Resource } from './resource'

/** The IAM role by which an AWS service works for a resource. */
export interface ServiceRole {
  readonly part: string
  readonly words: readonly string[]
  /** Who takes the role: `lambda.amazonaws.com`. */
  readonly service: string
  /** Policies that AWS keeps, by name. */
  readonly policies: readonly string[]
  readonly onlyIf: Variable
  readonly place: Place
}

/** The blocks of a role, its ARN, and what has to be there before it may do anything. */
export interface WrittenRole {
  readonly blocks: readonly Block[]
  readonly arn: Reference
  readonly waits: readonly Reference[]
}

export function terraformRole(
  it: Resource,
  role: ServiceRole,
  { block, strictTags }: EmitContext,
): WrittenRole {
  const { part, words, service, policies, onlyIf, place } = role
  const policyPart = (policy: string) => `${part} ${policy}`
  return {
    blocks: [
      block(
        'aws_iam_role',
        {
          assume_role_policy: verbatim(
            `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "${service}" }, Action = "sts:AssumeRole" }] })`,
          ),
          tags: strictTags(),
        },
        { part, words, onlyIf, place },
      ),
      ...policies.map((policy) =>
        block(
          'aws_iam_role_policy_attachment',
          {
            role: ref(it.id, 'name', part),
            policy_arn: `arn:${partitionOf(place.region)}:iam::aws:policy/${policy}`,
          },
          {
            part: policyPart(policy),
            words: [...words, policy.slice(policy.lastIndexOf('/') + 1)],
            onlyIf,
            place,
          },
        ),
      ),
    ],
    arn: ref(it.id, 'arn', part),
    waits: policies.map((policy) => ref(it.id, 'id', policyPart(policy))),
  }
}

export function cloudformationRole(
  it: Resource,
  role: ServiceRole,
  { block, strictTags }: EmitContext,
): WrittenRole {
  const { part, words, service, policies, onlyIf, place } = role
  return {
    blocks: [
      block(
        'AWS::IAM::Role',
        {
          AssumeRolePolicyDocument: nested({
            Version: '2012-10-17',
            Statement: [
              nested({
                Effect: 'Allow',
                Principal: nested({ Service: service }),
                Action: 'sts:AssumeRole',
              }),
            ],
          }),
          ManagedPolicyArns: policies.map((policy) =>
            joined('arn:', verbatim('!Ref AWS::Partition'), `:iam::aws:policy/${policy}`),
          ),
          Tags: strictTags(),
        },
        { part, words, onlyIf, place },
      ),
    ],
    arn: ref(it.id, 'Arn', part),
    waits: [],
  }
}
