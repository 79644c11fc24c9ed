import { resolve } from '../../engine/network'
import type { Trace } from '../../engine/answer'
import { onlyOne, readArguments, type CliCommand } from '../command'
import { readDesign, readText } from '../files'
import { asJson, UsageError, type Outcome } from '../output'
import { asked, resultOf, type Flow } from '../questions'
import { flowsSchema } from '../results'
import { withServicesOf } from '../services'

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  protocol: { type: 'string' },
  port: { type: 'string' },
  'src-ip': { type: 'string' },
  'src-port': { type: 'string' },
  'icmp-type': { type: 'string' },
  'icmp-code': { type: 'string' },
  flows: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Exit codes by verdict. */
const codes: { readonly [V in Trace['verdict']]: number } = {
  reachable: 0,
  'not-reachable': 1,
  'not-modelled': 3,
}

/** One flow, or a list of them. */
export const traceCommand: CliCommand = {
  usage:
    'trace <design> --from X --to Y [--protocol tcp] [--port 443] [--src-ip IP] [--src-port PORT] [--json]\n' +
    '       trace <design> --flows flows.json [--json]',
  about: 'Says whether X can open a connection to Y, hop by hop.',
  run: (args) => {
    const { values, positionals } = readArguments(args, options)
    const design = readDesign(onlyOne(positionals, 'the design'))
    if (values.flows) {
      const flows = flowsIn(values.flows)
      return traceAll(resolve(withServicesOf(design, flows)), flows, values.json ?? false)
    }
    const { from, to } = values
    if (!from || !to) throw new UsageError('Say --from and --to, or --flows.')
    const [type, code] = [values['icmp-type'], values['icmp-code']]
    const flow: Flow = {
      from,
      to,
      ...(values.protocol && { protocol: values.protocol }),
      ...(values.port && { port: values.port }),
      ...(values['src-ip'] && { srcIp: values['src-ip'] }),
      ...(values['src-port'] && { srcPort: values['src-port'] }),
      ...(type !== undefined && { icmpType: Number(type) }),
      ...(code !== undefined && { icmpCode: Number(code) }),
    }
    const network = resolve(withServicesOf(design, [flow]))
    const answer = asked(network, flow)
    return {
      code: codes[answer.verdict],
      out: values.json ? asJson(resultOf(network, answer)) : told(answer),
    }
  },
}

function traceAll(
  network: ReturnType<typeof resolve>,
  flows: readonly Flow[],
  json: boolean,
): Outcome {
  const results = flows.map((flow, index) => {
    try {
      const answer = asked(network, flow)
      return {
        code: answer.verdict === 'not-modelled' ? 3 : 0,
        line: answer.sentence,
        result: resultOf(network, answer),
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      const line = `Flow ${index + 1}: ${error.message}`
      return { code: 2, line, result: unusable(error.message) }
    }
  })
  const worst = Math.max(0, ...results.map(({ code }) => (code === 3 ? 1 : code === 2 ? 2 : 0)))
  return {
    // usage is the worse mistake: such a flow was not even judged
    code: [0, 3, 2][worst] ?? 2,
    out: json
      ? // one line for each flow: thousands of them are read by programs
        `[\n${results.map(({ result }) => JSON.stringify(result)).join(',\n')}\n]\n`
      : results.map(({ line }) => `${line}\n`).join(''),
  }
}

/** The answer to a flow that names nobody. */
const unusable = (message: string) => ({
  verdict: 'not-modelled' as const,
  direction: null,
  codes: [],
  details: [],
  sentence: message,
  missing: [message],
  request: { delivered: false, hops: [] },
  reply: { delivered: false, hops: [] },
})

function flowsIn(path: string): readonly Flow[] {
  let value: unknown
  try {
    value = JSON.parse(readText(path))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path}: It is no JSON.`)
  }
  if (!Array.isArray(value)) throw new UsageError(`${path}: It is no list of flows.`)
  const read = flowsSchema.safeParse(value)
  if (read.success) return read.data
  const [index, ...keys] = read.error.issues[0]?.path ?? []
  const where = keys.length > 0 ? `its ${keys.join('.')} is missing or no such value` : 'it is none'
  throw new UsageError(`${path}: Flow ${Number(index) + 1} cannot be read: ${where}.`)
}

/** One direction, a line for each hop. */
const leg = (title: string, hops: Trace['request']['hops']) =>
  hops.length === 0
    ? []
    : [
        title,
        ...hops.map(
          ({ decision, hypothetical, term, name, text }) =>
            `  ${hypothetical ? '·' : decision === 'drops' ? '×' : '→'} ${term} ${name}: ${text}`,
        ),
      ]

/** The answer for a terminal. */
function told({ sentence, request, reply }: Trace): string {
  return `${[sentence, ...leg('Request', request.hops), ...leg('Reply', reply?.hops ?? [])].join('\n')}\n`
}
