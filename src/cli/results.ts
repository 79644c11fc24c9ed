import { z } from '../base/zod'
import { codes, details } from '../kinds/codes'

/** What the command line reads and writes as JSON; `schemas.ts` publishes it as JSON Schema. */

const verdict = z.enum(['reachable', 'not-reachable', 'not-modelled'])
const code = z.enum(codes)
const component = z.string().describe('AWS ID where the resource came from AWS, else its ID here')
const protocol = z
  .union([z.string(), z.number().int().min(0).max(255)])
  .describe('tcp, udp, icmp, icmpv6, or the number of an IP protocol')

/** Flows for `trace --flows`. */
export const flowsSchema = z.array(
  z.object({
    from: z.string().min(1).describe('As --from: an ID, an ARN, a name, an address, internet …'),
    to: z.string().min(1).describe('As --to'),
    protocol: protocol.nullish(),
    port: z
      .union([z.number().int().min(-1).max(65_535), z.string(), z.null()])
      .optional()
      .describe('Destination port, or a range such as 80-90; without it, or -1, every port'),
    srcIp: z
      .string()
      .nullish()
      .describe('Of a source with several addresses the one that is meant'),
    dstIp: z.string().nullish().describe('Of a destination with several addresses the one meant'),
    srcPort: z
      .union([z.number().int().min(-1).max(65_535), z.string(), z.null()])
      .optional()
      .describe('The port that the source sends from; without it one that it chooses itself'),
    icmpType: z.number().int().min(-1).max(255).nullish().describe('-1 means any'),
    icmpCode: z.number().int().min(-1).max(255).nullish().describe('-1 means any'),
  }),
)

const port = z.union([z.number().int(), z.enum(['ephemeral', 'device']), z.null()])

const headerSchema = z.object({
  source: z.string(),
  destination: z.string(),
  protocol,
  sourcePort: port,
  destinationPort: port,
})

const legSchema = z.object({
  delivered: z.boolean(),
  hops: z.array(
    z.object({
      component,
      kind: z.string().describe('What AWS calls such a component'),
      name: z.string(),
      decision: z.enum(['sends', 'passes', 'translates', 'routes', 'delivers', 'drops']),
      code: code.nullable().describe('Why it is dropped; null where it is not'),
      because: z.string(),
      header: headerSchema.describe('What the packet carries before this hop'),
      headerAfter: headerSchema,
      hypothetical: z.boolean().describe('Behind the first blocker: had it passed'),
    }),
  ),
})

/** The answer to one flow. */
export const traceSchema = z.object({
  verdict,
  direction: z.enum(['request', 'reply']).nullable().describe('Which of the two fails first'),
  codes: z.array(code).describe('First blocker first'),
  details: z.array(z.enum(details)),
  sentence: z.string(),
  missing: z.array(z.string()).describe('Of not-modelled: what is missing'),
  request: legSchema,
  reply: legSchema,
})

const vpc = z
  .string()
  .nullable()
  .describe('Name of the VPC it lies in, with its block where several have that name; or null')

/** Every pair of `matrix`. */
export const matrixSchema = z.array(
  z.object({
    from: component,
    to: component,
    verdict,
    code: code.nullable(),
    fromName: z.string().describe('What people call it'),
    fromVpc: vpc,
    toName: z.string().describe('What people call it'),
    toVpc: vpc,
  }),
)

/** The findings of `check`. */
export const findingsSchema = z.array(
  z.object({
    id: z.string().regex(/^L\d\d$/),
    name: z.string(),
    severity: z.enum(['error', 'warn', 'info']),
    resources: z.array(component).describe('What it is about, the one to look at first'),
    message: z.string(),
    evidence: z.array(z.looseObject({ type: z.string() })).describe('The very places'),
  }),
)

/** What `import --report` writes. */
export const importReportSchema = z.object({
  counts: z.record(z.string(), z.number().int().min(1)).describe('How many of each kind came in'),
  remarks: z.array(
    z.object({
      type: z.enum(['skipped', 'missing', 'assumed']),
      what: z.string().describe('What AWS calls the thing, or the call that is missing'),
      text: z.string(),
    }),
  ),
  unknown: z.array(z.string()).describe('Lists in the files that nothing is made of'),
  asks: z
    .array(
      z.object({
        template: z.string(),
        stack: z.string(),
        parameter: z.string(),
        type: z.string(),
        description: z.string(),
        default: z.string().nullable(),
      }),
    )
    .optional()
    .describe('Parameters of templates that would tell more'),
})
