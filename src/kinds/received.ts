import { allow, drop, type Decider, type Packet, type Step } from './forward'

/** A host takes what is addressed to it; an answer only from whom it asked. (WALK-9) */
export function received(by: Decider, packet: Packet): Step {
  const { goal, header } = packet
  const because = { type: 'resource', resourceId: by.component } as const
  const decision =
    goal.expects !== null && goal.expects !== header.source
      ? drop(
          by,
          'RETURN_PATH_ASYMMETRIC',
          {
            text: `${by.name} asked ${goal.expects}, but the reply comes from ${header.source}.`,
            because,
          },
          header,
        )
      : allow(
          by,
          'delivers',
          { text: `It reaches ${by.name} (${header.destination}).`, because },
          header,
        )
  return { decisions: [decision], packet, next: null }
}
