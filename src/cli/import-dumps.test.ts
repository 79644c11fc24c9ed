import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { resolve, type Network } from '../engine/network'
import { trace } from '../engine/questions/trace'
import { told } from '../engine/testing/ask'
import type { Answer } from '../import/aws/gather'
import { UsageError } from './output'
import { questionOf, type Flow } from './questions'
import { withServicesOf } from './services'
import { documentOf } from './testing/imported'

interface Dump {
  readonly files: Readonly<Record<string, unknown>>
  /** What was derived by hand from AWS's rules, before anything was asked. */
  readonly flows: readonly (Flow & { readonly expected: string; readonly why?: string })[]
}

const dumpOf = (name: string): Dump =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`goldens/dump-${name}.json`, import.meta.url)), 'utf8'),
  ) as Dump

const answersIn = ({ files }: Dump): readonly Answer[] =>
  Object.entries(files).map(([path, value]) => ({ path, value }))

/** Each flow with its verdict, without the code. */
function verdicts(answers: readonly Answer[], { flows }: Dump): readonly string[] {
  const network = resolve(withServicesOf(documentOf(answers), flows))
  return flows.map((flow) => told(trace(network, questionOf(network, flow))).replace(/\(.*/, ''))
}

const inWords = ({ from, srcIp, to, protocol, port, why }: Dump['flows'][number]) =>
  `${from}${srcIp ? ` (${srcIp})` : ''} to ${to} ${protocol ?? 'tcp'} ${port ?? ''} ${why ?? ''}`

const names = [
  'eks',
  'landing-zone',
  'hybrid',
  'nat-instance',
  'transit',
  'premises',
  'direct-connect',
  'inspection',
  'overlap',
  'services',
]

/**
 * Accounts as the AWS CLI prints them: an EKS cluster with its load balancers, a landing zone with a
 * transit gateway and AWS Network Firewall, VPN and Direct Connect; and small ones of one feature
 * each: NAT instances and further interfaces, as older answers have them; transit gateways of two
 * Regions with their static routes; what lies behind VPN connections and Direct Connect; ingress
 * routing through a Gateway Load Balancer; two VPCs with one block, joined by a private NAT gateway, a load
 * balancer and PrivateLink; what services run: tasks, functions, databases and pods.
 * (CL-15, CL-16, LB-13, LB-15, TGW-9, TGW-13, VPN-3, EP-12, EP-13, OVL-3, OVL-4)
 */
describe.each(names)('a dump: %s', (name) => {
  const dump = dumpOf(name)
  const answers = answersIn(dump)

  it('has the verdicts that AWS would give', () => {
    const expected = dump.flows.map((flow) => `${flow.expected}: ${inWords(flow)}`)
    const found = verdicts(answers, dump)
    expect(dump.flows.map((flow, index) => `${found[index]}: ${inWords(flow)}`)).toEqual(expected)
  })

  it('has them in one file, in any order and with no folders too', () => {
    const whole = answers.map(({ value }) => value).toReversed()
    const expected = dump.flows.map((flow) => flow.expected)
    expect(verdicts([{ path: 'everything.json', value: whole }], dump)).toEqual(expected)
  })

  // without the VPCs themselves nothing can be drawn, and who runs is not said by interfaces
  const needed = new Set(['describe-vpcs', 'describe-instances', 'Vpcs', 'Reservations'])
  const callOf = ({ path }: Answer) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
  const calls = [...new Set(answers.map(callOf))].filter((call) => !needed.has(call))

  it.each(calls)('CL-17: without %s no flow is judged otherwise, at most not at all', (call) => {
    const less = answers.filter((answer) => callOf(answer) !== call)
    const network = resolve(withServicesOf(documentOf(less), dump.flows))
    const wrong = dump.flows.flatMap((flow) => {
      const found = judged(network, flow)
      const isTheSame = [flow.expected, 'NOT-MODELLED', 'nobody'].includes(found)
      // which of the two ways fails first may be unknown
      const isBlocked = found.startsWith('NO') && flow.expected.startsWith('NO')
      return isTheSame || isBlocked ? [] : [`${found}, not ${flow.expected}: ${inWords(flow)}`]
    })
    expect(wrong).toEqual([])
  })
})

/** The verdict on a flow; an end that is not in the design is said to be nobody. */
function judged(network: Network, flow: Flow): string {
  try {
    return told(trace(network, questionOf(network, flow))).replace(/\(.*/, '')
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return 'nobody'
  }
}
