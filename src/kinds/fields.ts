import { z } from '../base/zod'
import type { Id } from '../base/id'
import { ok, type Result } from '../base/result'
import { parseCidr, parseCidr4, parseCidr6, type Cidr, type Cidr4, type Cidr6 } from '../net/cidr'
import { isIp4, parseIp4, parseIp6, type Ip, type Ip4, type Ip6 } from '../net/ip'

/** What a schema hands on when a text is no CIDR block: the better text where one is known. */
export interface FieldProblem {
  readonly mend: string
}

interface Refusal {
  readonly code: string
  readonly suggestion?: string
}

/** A text that a parser of `net` reads; what it refuses is told with the better text, if any. */
function read<T>(
  parse: (text: string) => Result<T, Refusal>,
  { what, mend }: { readonly what: string; readonly mend: string },
) {
  return z.string().transform((text, context): T => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    const suggestion = parsed.problems[0]?.suggestion
    context.issues.push({
      code: 'custom',
      input: text,
      message: !suggestion
        ? `${JSON.stringify(text)} is not ${what}`
        : what.includes('CIDR') && !text.includes(':')
          ? `${text} has host bits set`
          : `${text} is not written in its canonical form`,
      params: { mend: suggestion ? `Write ${suggestion}.` : mend } satisfies FieldProblem,
    })
    return z.NEVER
  })
}

/** A canonical IPv4 CIDR block. */
export const cidrField = read<Cidr4>(parseCidr4, {
  what: 'an IPv4 CIDR block',
  mend: 'Write four decimal numbers, a slash and a prefix length, such as 10.0.0.0/16.',
})

/** A canonical IPv6 CIDR block. */
export const cidr6Field = read<Cidr6>(parseCidr6, {
  what: 'an IPv6 CIDR block',
  mend: 'Write an IPv6 address, a slash and a prefix length, such as 2001:db8:1234::/56.',
})

/** A canonical CIDR block of either family. */
export const anyCidrField = read<Cidr>(parseCidr, {
  what: 'a CIDR block',
  mend: 'Write an IPv4 or IPv6 block, such as 10.0.0.0/16 or 2001:db8:1234::/56.',
})

/** A canonical CIDR block of either family, or a prefix list that stands for several. */
export const destinationField = read<Cidr | Id<'prefix-list'>>(
  (text) => (/^prefix-list:./.test(text) ? ok(text as Id<'prefix-list'>) : parseCidr(text)),
  {
    what: 'a CIDR block or the id of a prefix list',
    mend: 'Write an IPv4 or IPv6 block, such as 10.0.0.0/16 or 2001:db8:1234::/56.',
  },
)

/** An IPv4 address. */
export const ipField = z.string().refine(isIp4, {
  error: (issue) => `${JSON.stringify(issue.input)} is not an IPv4 address`,
  params: { mend: 'Write four decimal numbers from 0 to 255, such as 10.0.0.10.' },
}) as unknown as z.ZodType<Ip4>

/** An IPv6 address in its shortest notation. */
export const ip6Field = read<Ip6>(parseIp6, {
  what: 'an IPv6 address',
  mend: 'Write eight groups of hexadecimal digits, such as 2001:db8::10.',
})

/** An address of either family. */
export const anyIpField = read<Ip>(
  (text) => (text.includes(':') ? parseIp6(text) : parseIp4(text)),
  {
    what: 'an IP address',
    mend: 'Write an IPv4 or IPv6 address, such as 10.0.0.10 or 2001:db8::10.',
  },
)

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

/**
 * The name of an Availability Zone, such as `ap-northeast-2a`, or of a Local or Wavelength Zone, such
 * as `us-east-1-bos-1a`.
 * @source https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-local-zones.html
 */
export const zoneField = shaped(
  /^[a-z]{2}(-[a-z]+)+-\d([a-z]|(-[a-z0-9]+)+)$/,
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

/** An id that names one of several kinds; `what` is what the field calls it, with its article. */
export function oneOfIds<K extends string>(kinds: readonly K[], what: string): z.ZodType<Id<K>> {
  return z.string().refine((text) => kinds.some((kind) => text.startsWith(`${kind}:`)), {
    error: (issue) => `${JSON.stringify(issue.input)} cannot be ${what}`,
    params: { mend: `Name one of these kinds: ${kinds.join(', ')}.` },
  }) as unknown as z.ZodType<Id<K>>
}

/**
 * An IP protocol as EC2 names it: `-1` means all, others are IANA numbers.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export const ipProtocolField = shaped(
  /^(-1|tcp|udp|icmp|icmpv6|\d{1,3})$/,
  'an IP protocol',
  'Write tcp, udp, icmp, icmpv6, -1 for all, or a protocol number.',
)

const keyPattern = /^[A-Za-z0-9-]{1,64}$/

/** The key of a row that AWS gives no number of its own, such as `rule-1`. `what` has its article. */
export const rowKeyField = (what: string) =>
  shaped(keyPattern, what, 'Use up to 64 letters, digits and hyphens, such as rule-1.')

/** A whole number written as a key, such as the number of a network ACL rule. */
export const numberKeyField = (from: number, to: number, what: string) =>
  z.string().refine((text) => /^[1-9]\d*$/.test(text) && +text >= from && +text <= to, {
    error: (issue) => `${JSON.stringify(issue.input)} is not ${what}`,
    params: { mend: `Write a whole number from ${from} to ${to}.` },
  })

/** What every resource has: a name for people and AWS tags beside `Name`. */
export const common = {
  name: z.string().min(1).max(255),
  /** What AWS calls it, an id or an ARN, where it came from a live account. */
  awsId: z.string().min(1).max(2048).optional(),
  /** Its address in the Terraform or CloudFormation that it was read from; a later import finds it so. */
  sourceAddress: z.string().min(1).max(2048).optional(),
  /** The answer that would describe it, where it was imported without; what it does is unknown. */
  undescribed: z.string().min(1).max(2048).optional(),
  /** The calls that would have told more of it, where it was imported without them. (CL-17) */
  untold: z.array(z.string().min(1).max(2048)).optional(),
  /** Its name where it came from, where the user has given it another since. */
  importedName: z.string().min(1).max(255).optional(),
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
}

/** The id of a network interface, where it came from a live account. */
export const networkInterfaceIdField = shaped(
  /^eni-[0-9a-z][0-9a-z-]{0,62}$/,
  'the ID of a network interface',
  'Write it as AWS does, such as eni-0123456789abcdef0, or leave it out.',
).optional()
