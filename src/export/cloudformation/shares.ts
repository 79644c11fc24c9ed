import type { LabelledPlace } from '../places'
import type { Step } from './schedule'

/** A share of AWS RAM that an account outside of the organization has to accept. */
export interface Acceptance {
  readonly logicalId: string
  /** Where it is accepted. */
  readonly place: LabelledPlace
}

/**
 * Which shares does a step make, and who has to accept them before the next step uses them? An
 * account that no stack is deployed into is not asked: whoever runs the steps does not have it.
 * @source https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-invitations.html
 */
export function acceptancesAfter(step: Step, steps: readonly Step[]): readonly Acceptance[] {
  const before = steps.slice(0, steps.indexOf(step)).filter(({ stack }) => stack === step.stack)
  const { place: home } = step.stack
  return step.stack.blocks
    .filter(
      ({ type, needs, body }) =>
        type === 'AWS::RAM::ResourceShare' &&
        body['AllowExternalPrincipals'] === true &&
        isMade(step, needs) &&
        !before.some((earlier) => isMade(earlier, needs)),
    )
    .flatMap(({ logicalId, body }) =>
      [body['Principals'] ?? []].flat().flatMap((principal) => {
        const there = steps.find(({ stack }) => stack.place.account.id === principal)
        return there && principal !== home.ownerId
          ? [{ logicalId, place: { ...there.stack.place, region: home.region } }]
          : []
      }),
    )
}

const isMade = ({ given }: Step, needs: readonly string[]) =>
  needs.every((key) => given.includes(key))
