import { z } from '../base/zod'
import type { Id } from '../base/id'
import { parseCidr, type Cidr } from '../net/cidr'
import { isIp, type Ip } from '../net/ip'

/** What a schema hands on when a text is no CIDR block: the better text where one is known. */
export interface FieldProblem {
  readonly mend: string
}

/** A canonical IPv4 CIDR block. */
export const cidrField = z.string().transform((text, context): Cidr => {
  const parsed = parseCidr(text)
  if (parsed.ok) return parsed.value
  const [problem] = parsed.problems
  context.issues.push({
    code: 'custom',
    input: text,
    message:
      problem?.code === 'cidr/not-canonical'
        ? `${text} has host bits set`
        : `${JSON.stringify(text)} is not an IPv4 CIDR block`,
    params: {
      mend:
        problem?.code === 'cidr/not-canonical'
          ? `Write ${problem.suggestion}.`
          : 'Write four decimal numbers, a slash and a prefix length, such as 10.0.0.0/16.',
    } satisfies FieldProblem,
  })
  return z.NEVER
})

/** An IPv4 address. */
export const ipField = z.string().refine(isIp, {
  error: (issue) => `${JSON.stringify(issue.input)} is not an IPv4 address`,
  params: { mend: 'Write four decimal numbers from 0 to 255, such as 10.0.0.10.' },
}) as unknown as z.ZodType<Ip>

/** A text of a fixed shape. `what` names it with its article, `mend` says how to write one. */
export function shaped(pattern: RegExp, what: string, mend: string) {
  return z.string().refine((text) => pattern.test(text), {
    error: (issue) => `${JSON.stringify(issue.input)} is not ${what}`,
    params: { mend } satisfies FieldProblem,
  })
}

/** An account number: twelve digits, leading zeros kept. */
export const accountIdField = shaped(
  /^\d{12}$/,
  'an AWS account ID',
  'Write its twelve digits, such as 111111111111.',
)

/** A Region code, such as `ap-northeast-2`. */
export const regionField = shaped(
  /^[a-z]{2}(-[a-z]+)+-\d$/,
  'a Region code',
  'Write a Region code, such as ap-northeast-2.',
)

/** An Availability Zone name: the Region's code and a letter, such as `ap-northeast-2a`. */
export const zoneField = shaped(
  /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/,
  'an Availability Zone name',
  'Write the Region code and a letter, such as ap-northeast-2a.',
)

/** An id whose prefix names its kind. */
export function idField<K extends string>(kind: K): z.ZodType<Id<K>> {
  return z.string().refine((text) => text.startsWith(`${kind}:`) && text.length > kind.length + 1, {
    error: (issue) => `${JSON.stringify(issue.input)} is not the id of a ${kind}`,
    params: { mend: `Write an id that starts with "${kind}:".` },
  }) as unknown as z.ZodType<Id<K>>
}

/** What every resource has: a name for people and AWS tags beside `Name`. */
export const common = {
  name: z.string().min(1).max(255),
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
}
