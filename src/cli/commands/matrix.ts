import { resolve } from '../../engine/network'
import { matrixOf } from '../../engine/matrix/matrix'
import { cellAt } from '../../engine/matrix/table'
import type { Design } from '../../kinds/contract'
import type { Kind, Resource } from '../../kinds/resource'
import { field } from '../../model/csv'
import { vpcAround, vpcName } from '../../model/whereabouts'
import { onlyOne, readArguments, type CliCommand } from '../command'
import { readDesign } from '../files'
import { asJson } from '../output'
import { questionOf } from '../questions'

const options = {
  protocol: { type: 'string' },
  port: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const

/** What the rows and columns are: everything that sends and receives for its own sake. */
const ends: ReadonlySet<Kind> = new Set(['subnet', 'workload', 'network-interface'])

const head = 'from,to,verdict,code,from_name,from_vpc,to_name,to_vpc'

/** One end of a pair: what AWS calls it, and what people call it. */
function toldOf(it: Resource, design: Design) {
  const vpc = vpcAround(it, design)
  return { id: it.awsId ?? it.id, name: it.name, vpc: vpc ? vpcName(vpc, design) : null }
}

/** Every pair of subnets and workloads. */
export const matrixCommand: CliCommand = {
  usage: 'matrix <design> [--protocol tcp] [--port 443] [--json | --csv]',
  about: 'Says of every pair of subnets and workloads whether the one reaches the other.',
  run: (args) => {
    const { values, positionals } = readArguments(args, options)
    const network = resolve(readDesign(onlyOne(positionals, 'the design')))
    const list = Object.values(network.document.resources)
      .filter(({ kind }) => ends.has(kind))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const [first] = list
    if (!first) return { code: 0, out: values.json ? asJson([]) : `${head}\n` }
    const question = questionOf(network, {
      from: first.id,
      to: first.id,
      ...(values.protocol && { protocol: values.protocol }),
      ...(values.port && { port: values.port }),
    })
    const table = matrixOf(
      network,
      question,
      list.map(({ id }) => id),
    )
    const told = list.map((it) => toldOf(it, network.design))
    const rows = told.flatMap((from, row) =>
      told.flatMap((to, column) => {
        const found = cellAt(table, row, column)
        if (!found) return []
        const names = { fromName: from.name, fromVpc: from.vpc, toName: to.name, toVpc: to.vpc }
        return [{ from: from.id, to: to.id, ...found, ...names }]
      }),
    )
    if (values.json) return { code: 0, out: asJson(rows) }
    const lines = rows.map(({ from, to, verdict, code, fromName, fromVpc, toName, toVpc }) =>
      [from, to, verdict, code, fromName, fromVpc, toName, toVpc].map(field).join(),
    )
    return { code: 0, out: `${[head, ...lines].join('\n')}\n` }
  },
}
